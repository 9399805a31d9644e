// What is asked of a report, read from an address or a body; and the report as a document of some kind.
import type { Context } from 'hono';
import type { AsOf } from '../../../ledger/past/by.ts';
import { formatEra } from '../../../machines/values/era.ts';
import { attachment, CSV, HTML, MARKDOWN, XLSX } from '../../http/attachment.ts';
import { ProblemError } from '../../http/problem/problem.ts';
import type { ProgrammeAtHand, RequestEnv } from '../../http/request.ts';
import { reportBook } from '../../report/book/report-book.ts';
import { reportCsv } from '../../report/csv.ts';
import { reportMarkdown } from '../../report/markdown.ts';
import type { Written } from '../../report/pages/difference.ts';
import { pagesHtml } from '../../report/pages/html.ts';
import { type PagesGiven, pagesOf } from '../../report/pages/pages.ts';
import type { Period } from '../../report/tables/period.ts';
import { asOfFrom } from '../../views/setting.ts';

interface Asked {
  asOf?: string | undefined;
  by: 'occurred' | 'recorded';
  from?: string | undefined;
  to?: string | undefined;
}

/** @throws ProblemError invalid for a day that has not come, and for a period that is none */
export function askedIn(asked: Asked, at: ProgrammeAtHand): { asOf: AsOf; period: Period | null } {
  const asOf = asOfFrom(asked, at);
  return { asOf, period: periodIn(asked, asOf?.day ?? at.days.programme) };
}

/** Of a year that is not over it is what there is of it by the data's day. */
function periodIn({ from, to }: Asked, dataOn: string): Period | null {
  if (from === undefined && to === undefined) return null;
  if (from === undefined || to === undefined)
    throw wrong(from === undefined ? 'from' : 'to', 'missing', {
      ja: '対象期間は、始まりと終わりの両方を指定してください。',
      en: 'A period has both its first and its last day.',
    });
  if (from > to)
    throw wrong('to', 'reversed', {
      ja: '対象期間の終わりが、始まりより前です。',
      en: 'The period ends before it begins.',
    });
  if (from > dataOn)
    throw wrong('from', 'afterData', {
      ja: `対象期間が、データ基準日（${formatEra(dataOn)}）より後に始まっています。`,
      en: `The period begins after the day of the data (${dataOn}).`,
    });
  return { from, to: to < dataOn ? to : dataOn };
}

const wrong = (field: string, code: string, message: { ja: string; en: string }): ProblemError =>
  new ProblemError('invalid', { issues: [{ field, code, message }] });

export type Format = 'md' | 'csv' | 'xlsx' | 'html' | 'pages';

/** The report as a file; of `pages` as what the console shows. */
export async function documentOf(
  c: Context<RequestEnv>,
  format: Format,
  given: PagesGiven,
  written: Written & { name: string },
): Promise<Response> {
  const { report } = given;
  const { language, unit, name } = written;
  switch (format) {
    case 'md':
      return c.body(reportMarkdown(report, language, unit), 200, attachment(MARKDOWN));
    case 'csv':
      return c.body(reportCsv(report, language, unit), 200, attachment(CSV, `${name}.csv`));
    case 'html':
      return c.body(pagesHtml(pagesOf(given, written), language), 200, attachment(HTML, `${name}.html`));
    case 'pages':
      return c.json(pagesOf(given, written), 200);
    case 'xlsx': {
      const book = await reportBook(report, language, unit);
      return c.body(new Uint8Array(book).buffer, 200, attachment(XLSX, `${name}.xlsx`));
    }
  }
}
