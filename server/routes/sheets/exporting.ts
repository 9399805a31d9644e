// The ward's report and the national 40-step sheet, now or as of a day, as data or as documents. Made here and not in
// a browser, so that every export is logged.

import { z } from '@hono/zod-openapi';
import type { AsOf } from '../../../ledger/past/by.ts';
import type { PastState } from '../../../ledger/past/past.ts';
import type { Hidden } from '../../../machines/migration/procurement/disclosure.ts';
import { chainOf } from '../../../machines/record/chain.ts';

import { nationalSheet, report } from '../../contract/programmes.ts';
import { asOfQuery } from '../../contract/values.ts';
import { hiddenAmong, shownOf } from '../../door/disclosing.ts';
import { attachment } from '../../http/attachment.ts';
import { type Api, guarded } from '../../http/guarded-route.ts';
import { ProblemError } from '../../http/problem/problem.ts';
import type { ProgrammeAtHand } from '../../http/request.ts';
import type { ServerParts } from '../../parts.ts';
import { nationalSheetCsv, reportCsv, reportRows } from '../../report/csv.ts';
import { reportMarkdown } from '../../report/markdown.ts';
import { nationalSheetOf } from '../../report/national-sheet.ts';
import { sheetRows } from '../../report/national-sheet-rows.ts';
import { reportOf } from '../../report/report.ts';
import { assumableTypes, correctedOf, type ReportedMigration } from '../../report/reported-migration.ts';
import { reportXlsx, xlsxOf } from '../../report/xlsx.ts';
import { asOfFrom, settingOf } from '../../views/setting.ts';
import { programmePath } from '../parameters.ts';

const tags = ['reports'];
const document = z.string();
const CSV = 'text/csv; charset=UTF-8';
const MARKDOWN = 'text/markdown; charset=UTF-8';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const sheetRoute = guarded(
  { need: 'readsAll', logged: true, ofEverySystem: true },
  {
    method: 'get',
    path: '/programmes/{code}/national-sheet',
    operationId: 'nationalSheet',
    tags,
    summary: '40ステップの進捗表 / the 40 national steps of every business, with 完了率',
    request: {
      params: programmePath,
      query: asOfQuery.extend({ format: z.enum(['json', 'csv', 'xlsx']).default('json') }),
    },
    responses: {
      200: {
        description: 'the sheet; CSV is UTF-8 with BOM',
        content: {
          'application/json': { schema: nationalSheet },
          'text/csv': { schema: document },
          [XLSX]: { schema: z.string().openapi({ format: 'binary' }) },
        },
      },
    },
  },
);
const reportRoute = guarded(
  { need: 'readsAll', logged: true, ofEverySystem: true },
  {
    method: 'get',
    path: '/programmes/{code}/report',
    operationId: 'report',
    tags,
    summary:
      '取組み状況の報告 / the ward’s report: progress, selections, budgets, estimates, contracts, special transition',
    request: {
      params: programmePath,
      query: asOfQuery.extend({
        format: z.enum(['json', 'md', 'csv', 'xlsx']).default('json'),
        lang: z.enum(['ja', 'en']).default('ja'),
      }),
    },
    responses: {
      200: {
        description: 'the report; CSV is UTF-8 with BOM',
        content: {
          'application/json': { schema: report },
          'text/markdown': { schema: document },
          'text/csv': { schema: document },
          [XLSX]: { schema: z.string().openapi({ format: 'binary' }) },
        },
      },
    },
  },
);

export function sheetRoutes(api: Api, parts: ServerParts): void {
  api.openapi(sheetRoute, async (c) => {
    const at = c.get('programme');
    const { format, ...past } = c.req.valid('query');
    const asOf = asOfFrom(past, at);
    const migrations = await statesAt(parts, at, asOf);
    const setting = settingOf(at, asOf);
    // Which businesses count is what the programme said on that day.
    const there = asOf && (await parts.ledger.programmeOn(at.definition.code, asOf.day, asOf.by));
    const definition = there?.definition ?? at.definition;
    const sheet = nationalSheetOf({ definition, migrations, setting });
    if (format === 'json') return c.json(sheet, 200);
    const name = fileName(at, asOf, 'steps', format);
    if (format === 'csv') return c.body(nationalSheetCsv(sheet), 200, attachment(CSV, name));
    const made = await xlsxOf(sheetRows(sheet));
    return c.body(new Uint8Array(made).buffer, 200, attachment(XLSX, name));
  });
  api.openapi(reportRoute, async (c) => {
    const at = c.get('programme');
    const { format, lang, ...past } = c.req.valid('query');
    const asOf = asOfFrom(past, at);
    const { code } = at.definition;
    const there = asOf
      ? await parts.ledger.programmeOn(code, asOf.day, asOf.by)
      : await parts.ledger.programme(code);
    if (!there) throw new ProblemError('notYet');
    const migrations = await reported(parts, at, asOf);
    const made = reportOf({ ...there, migrations, setting: settingOf(at, asOf) });
    if (format === 'json') return c.json(made, 200);
    if (format === 'md') return c.body(reportMarkdown(made, lang), 200, attachment(MARKDOWN));
    const name = fileName(at, asOf, 'report', format);
    if (format === 'csv') return c.body(reportCsv(made, lang), 200, attachment(CSV, name));
    const book = await reportXlsx(reportRows(made, lang));
    return c.body(new Uint8Array(book).buffer, 200, attachment(XLSX, name));
  });
}

function fileName({ definition, days }: ProgrammeAtHand, asOf: AsOf, what: string, end: string): string {
  const mark = definition.rehearsal ? '-rehearsal' : '';
  return `sekimori-${definition.code}${mark}-${what}-${asOf?.day ?? days.programme}.${end}`;
}

/** Every system that had begun by then. */
function statesAt(
  { ledger }: ServerParts,
  { definition }: ProgrammeAtHand,
  asOf: AsOf,
): Promise<PastState[]> {
  const { code, systems } = definition;
  const chains = systems.map((system) => chainOf(code, system));
  return ledger.statesOn(chains, asOf);
}

/** As a reader is shown it from whom some of its phases are hidden. */
function reportedTo(hidden: Hidden | undefined, given: ReportedMigration): ReportedMigration {
  if (!hidden) return given;
  const assumptions = { ...given.assumptions, selection: null, contract: null };
  return { ...shownOf(given, hidden), assumptions, corrected: [], undisclosed: true };
}

/** The same, with what of each rests on an assumption. */
async function reported(parts: ServerParts, at: ProgrammeAtHand, asOf: AsOf): Promise<ReportedMigration[]> {
  const states = await statesAt(parts, at, asOf);
  const chains = states.map(({ chain }) => chain);
  const [hidden, grounds, pairs] = await Promise.all([
    hiddenAmong(parts.ledger, at.viewer, chains),
    parts.ledger.grounds(states, assumableTypes),
    parts.ledger.correctionPairs(chains, asOf),
  ]);
  return states.map(({ chain, definition, snapshot }) =>
    reportedTo(hidden.get(chain)?.hidden, {
      definition,
      snapshot,
      ...correctedOf(
        grounds.filter((ground) => ground.chain === chain),
        pairs.filter((pair) => pair.chain === chain),
      ),
    }),
  );
}
