// The ward's report as it would be made now, as data, as pages and as files; and a row of it beside the same row of the report before.
// Made here and not in a browser, so that every export is logged.
import { z } from '@hono/zod-openapi';
import type { Ledger } from '../../../ledger/open.ts';
import { figureQuery, reportFigure, reportPages, reportQuery } from '../../contract/reports/reports.ts';
import { report } from '../../contract/reports/tables.ts';
import { nobody } from '../../door/disclosing.ts';
import { fileNamed, XLSX } from '../../http/attachment.ts';
import { type Api, guarded, json } from '../../http/guarded-route.ts';
import { ProblemError } from '../../http/problem/problem.ts';
import type { ProgrammeAtHand } from '../../http/request.ts';
import type { ServerParts } from '../../parts.ts';
import { frozenOf } from '../../report/issue/frozen.ts';
import { type Making, reportAndSheet, reportFrom } from '../../report/issue/gathering.ts';
import { beforeOf, issuedNumbered, issuedOf, shownIssued, upToOf } from '../../report/issue/issued.ts';
import { cellsWritten, rowIn, sectionIn, type Written } from '../../report/pages/difference.ts';
import { briefOf, type PagesGiven } from '../../report/pages/pages.ts';
import { tablesOf } from '../../report/tables.ts';
import { settingOf } from '../../views/setting.ts';
import { programmePath } from '../parameters.ts';
import { askedIn, documentOf } from './asking.ts';
import { entriesUnder } from './resting.ts';

const tags = ['reports'];
const document = z.string();
export const documents = {
  'text/markdown': { schema: document },
  'text/html': { schema: document },
  'text/csv': { schema: document },
  [XLSX]: { schema: z.string().openapi({ format: 'binary' }) },
};

const reportRoute = guarded(
  { need: 'readsAll', logged: true, ofEverySystem: true },
  {
    method: 'get',
    path: '/programmes/{code}/report',
    operationId: 'report',
    tags,
    summary:
      '取組み状況の報告 / the ward’s report: progress, selections, budgets, estimates, contracts, special transition',
    request: { params: programmePath, query: reportQuery },
    responses: {
      200: {
        description:
          'the report; as its pages print it (pages), or as a file: CSV is UTF-8 with BOM, .xlsx has amounts as numbers and sums as formulas',
        content: { 'application/json': { schema: z.union([report, reportPages]) }, ...documents },
      },
    },
  },
);
const figureRoute = guarded(
  { need: 'readsAll', logged: 'once', ofEverySystem: true },
  {
    method: 'get',
    path: '/programmes/{code}/report/figure',
    operationId: 'reportFigure',
    tags,
    summary:
      '報告書の一行のもとになった記録と、前の号との違い / the entries that a row of the report rests on, and the same row of the report issued before',
    request: { params: programmePath, query: figureQuery },
    responses: { 200: json(reportFigure, 'what the row rests on, as far as the reader is shown it') },
  },
);

type Asked = Parameters<typeof askedIn>[0] & { sight: 'own' | 'public' };

const makingOf = (at: ProgrammeAtHand, { sight, ...asked }: Asked): Making => {
  const { asOf, period } = askedIn(asked, at);
  const { code, systems } = at.definition;
  const viewer = sight === 'public' ? nobody : at.viewer;
  return { code, systems, asOf, period, viewer, setting: settingOf(at, asOf), upTo: null };
};

export function reportRoutes(api: Api, parts: ServerParts): void {
  const { ledger } = parts;
  api.openapi(reportRoute, async (c) => {
    const at = c.get('programme');
    const { format, lang, unit, ...asked } = c.req.valid('query');
    const making = makingOf(at, asked);
    if (format === 'json') return c.json(await reportFrom(ledger, making), 200);
    const given = await (format === 'pages' || format === 'html' ? whole : alone)(ledger, making);
    const made = given.report;
    return documentOf(c, format, given, {
      language: lang,
      unit,
      name: fileNamed(at.definition, 'report', made.dataOn),
    });
  });
  api.openapi(figureRoute, async (c) => {
    const at = c.get('programme');
    const { section, row: key, lang: language, unit, number, ...asked } = c.req.valid('query');
    const { code } = at.definition;
    const all = await issuedOf(ledger, code);
    const one = number === undefined ? undefined : issuedNumbered(all, number);
    if (number !== undefined && !one) throw new ProblemError('notFound');
    const made = one
      ? (await shownIssued(ledger, code, one)).report
      : await reportFrom(ledger, makingOf(at, asked));
    const written: Written = { language, unit };
    const shown = sectionIn(tablesOf(made, language, unit).sections, section);
    const row = rowIn(shown, key);
    if (!shown || !row) throw new ProblemError('notFound');
    const before = await beforeOf(ledger, code, all, number ?? null);
    const then = before && sectionIn(tablesOf(before.report, language, unit).sections, section);
    const was = rowIn(then ?? undefined, key);
    const upTo = one ? upToOf(code, one.fact) : null;
    const found = await entriesUnder(parts, at, { row, section, made, upTo });
    return c.json(
      {
        setting: made.setting,
        head: shown.head,
        cells: cellsWritten(row, written),
        ...found,
        before: before && briefOf(before),
        was: then && was ? { head: then.head, cells: cellsWritten(was, written) } : null,
      },
      200,
    );
  });
}

/** As tables alone. */
const alone = async (ledger: Ledger, making: Making): Promise<PagesGiven> => ({
  report: await reportFrom(ledger, making),
  before: null,
  digest: '',
  number: null,
});

/** As its pages show it: beside the report before, and known again by its digest. */
async function whole(ledger: Ledger, making: Making): Promise<PagesGiven> {
  const { code } = making;
  const { report: made, sheet } = await reportAndSheet(ledger, making);
  const before = await beforeOf(ledger, code, await issuedOf(ledger, code), null);
  return { report: made, before, digest: frozenOf(made, sheet).part.digest, number: null };
}
