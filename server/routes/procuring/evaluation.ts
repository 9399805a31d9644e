// What came of scoring, once it is closed: the evaluation table of every round or of one, and what a bidder is told of a round that is over.
import { z } from '@hono/zod-openapi';
import type { Ledger } from '../../../ledger/open.ts';
import { closedRounds, roundNow } from '../../../machines/migration/rfp/rounds/rounds.ts';
import { LENGTH } from '../../../machines/record/limits.ts';
import { refusal } from '../../../machines/record/refusal.ts';
import { chosenId } from '../../../machines/values/text.ts';
import { attachment, CSV, MARKDOWN, XLSX } from '../../http/attachment.ts';
import { type Api, guarded, refusedAnswer } from '../../http/guarded-route.ts';
import { refusedBy } from '../../http/problem/refused-by.ts';
import type { ServerParts } from '../../parts.ts';
import {
  openOf,
  type ProcurementAtHand,
  procurementAt,
  scoredOf,
  sheetsOf,
} from '../../procuring/at-hand.ts';
import {
  type EvaluationTable,
  evaluationTable,
  tableMarkdown,
  tableRows,
} from '../../procuring/evaluation-table.ts';
import { roundNotice } from '../../procuring/round-notice.ts';
import { workbookOf } from '../../procuring/workbook-of.ts';
import { csvOf } from '../../report/csv.ts';
import { systemPath } from '../parameters.ts';

const tags = ['procurement'];
const document = z.string();
const binary = z.string().openapi({ format: 'binary' });
const base = '/programmes/{code}/systems/{system}/rfp';

const tableRoute = guarded(
  { need: 'reads', logged: true },
  {
    method: 'get',
    path: `${base}/table`,
    operationId: 'rfpTable',
    tags,
    summary:
      '評価表 / what each evaluator gave and what it came to, once scoring is closed: every round, or one',
    request: {
      params: systemPath,
      query: z.object({
        format: z.enum(['md', 'csv', 'xlsx']).default('md'),
        round: chosenId(LENGTH.id).optional(),
      }),
    },
    responses: {
      200: {
        description: 'the table; CSV is UTF-8 with BOM',
        content: {
          'text/markdown': { schema: document },
          'text/csv': { schema: document },
          [XLSX]: { schema: binary },
        },
      },
      ...refusedAnswer,
    },
  },
);
const noticeRoute = guarded(
  { need: 'reads', logged: true },
  {
    method: 'get',
    path: `${base}/notice`,
    operationId: 'rfpNotice',
    tags,
    summary:
      '審査結果の通知書 / what one bidder is told of a round that is over: on or out, with their own points',
    request: {
      params: systemPath,
      query: z.object({ bidder: chosenId(LENGTH.id), round: chosenId(LENGTH.id).optional() }),
    },
    responses: {
      200: { description: 'the notice', content: { 'text/markdown': { schema: document } } },
      ...refusedAnswer,
    },
  },
);

export function evaluationRoutes(api: Api, { ledger }: ServerParts): void {
  api.openapi(tableRoute, async (c) => {
    const at = c.get('programme');
    const { system } = c.req.valid('param');
    const found = await procurementAt(ledger, at, system);
    const { format, round } = c.req.valid('query');
    const tables = await tablesOf(ledger, found, round);
    const rows = tables.flatMap((table, index) => [...(index === 0 ? [] : [['']]), ...tableRows(table)]);
    const name = `sekimori-${at.definition.code}-${system}-evaluation`;
    if (format === 'md') return c.body(tables.map(tableMarkdown).join('\n'), 200, attachment(MARKDOWN));
    if (format === 'csv') return c.body(csvOf(rows), 200, attachment(CSV, `${name}.csv`));
    const made = await workbookOf('評価表', rows);
    return c.body(new Uint8Array(made).buffer, 200, attachment(XLSX, `${name}.xlsx`));
  });
  api.openapi(noticeRoute, async (c) => {
    const at = c.get('programme');
    const open = openOf(await procurementAt(ledger, at, c.req.valid('param').system));
    const made = roundNotice(open, at.definition.name.ja, c.req.valid('query'));
    if ('refusals' in made) throw refusedBy(...made.refusals);
    return c.body(made.markdown, 200, attachment(MARKDOWN));
  });
}

/** Of every round whose sheets are opened, or of one; of a scoring without rounds its only one. */
async function tablesOf(
  ledger: Ledger,
  found: ProcurementAtHand,
  round: string | undefined,
): Promise<EvaluationTable[]> {
  const { open } = scoredOf(openOf(found));
  const closed = closedRounds(open).filter((one) => round === undefined || roundNow(one)?.id === round);
  if (closed.length === 0) throw refusedBy(refusal('rfp.scoringNotClosed', {}));
  return Promise.all(
    closed.map(async (one) =>
      evaluationTable(one, scoredOf(one).scoring, await sheetsOf(ledger, found.chain, one)),
    ),
  );
}
