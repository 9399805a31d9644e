// The national 40-step sheet, now or as of a day, as data or as a document. Made here and not in a browser, so that every export is
// logged.

import { z } from '@hono/zod-openapi';
import type { AsOf } from '../../../ledger/past/by.ts';
import type { PastState } from '../../../ledger/past/past.ts';
import { chainOf } from '../../../machines/record/chain.ts';

import { nationalSheet } from '../../contract/planning/national-sheet.ts';
import { asOfQuery } from '../../contract/values.ts';
import { attachment, CSV, fileNamed, XLSX } from '../../http/attachment.ts';
import { type Api, guarded } from '../../http/guarded-route.ts';
import type { ProgrammeAtHand } from '../../http/request.ts';
import type { ServerParts } from '../../parts.ts';
import { nationalSheetCsv } from '../../report/csv.ts';
import { nationalSheetOf } from '../../report/national-sheet.ts';
import { sheetRows } from '../../report/national-sheet-rows.ts';
import { nationalXlsx } from '../../report/xlsx.ts';
import { asOfFrom, settingOf } from '../../views/setting.ts';
import { programmePath } from '../parameters.ts';

const tags = ['reports'];
const document = z.string();

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
    const name = `${fileNamed(at.definition, 'steps', asOf?.day ?? at.days.programme)}.${format}`;
    if (format === 'csv') return c.body(nationalSheetCsv(sheet), 200, attachment(CSV, name));
    const made = await nationalXlsx(sheetRows(sheet));
    return c.body(new Uint8Array(made).buffer, 200, attachment(XLSX, name));
  });
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
