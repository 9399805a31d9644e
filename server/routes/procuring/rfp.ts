// A procurement of one system: how it stands, the answers for all, an evaluator's sheet, and the evaluation table once sheets are opened.
import { randomBytes } from 'node:crypto';
import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { Ledger } from '../../../ledger/open.ts';
import { submission as submissionShape } from '../../../machines/migration/event.ts';
import { countedIn } from '../../../machines/migration/rfp/bidders.ts';
import type { Rfp } from '../../../machines/migration/rfp/memory.ts';
import {
  closedRounds,
  namesRound,
  roundNow,
  scoringIn,
} from '../../../machines/migration/rfp/rounds/rounds.ts';
import { leavesOf } from '../../../machines/migration/rfp/scores/criteria.ts';
import type { Scoring } from '../../../machines/migration/rfp/terms.ts';
import { chainOf } from '../../../machines/record/chain.ts';
import { requestKey } from '../../../machines/record/claim.ts';
import { LENGTH } from '../../../machines/record/limits.ts';
import { bodyOf } from '../../../machines/record/reader.ts';
import { refusal } from '../../../machines/record/refusal.ts';
import { chosenId } from '../../../machines/values/text.ts';
import { namesOf } from '../../../texts/names.ts';
import { submitted } from '../../contract/entries.ts';
import { rfpAnswers, rfpSheetBody, rfpView } from '../../contract/procuring/rfp.ts';
import { asOfQuery } from '../../contract/values.ts';
import { stateOf } from '../../door/state.ts';
import { actorOf, envelope, readBy, recordedOf } from '../../door/submitting.ts';
import { attachment, CSV, MARKDOWN, XLSX } from '../../http/attachment.ts';
import { type Api, guarded, json, jsonBody, refusedAnswer } from '../../http/guarded-route.ts';
import { ProblemError } from '../../http/problem/problem.ts';
import type { RequestEnv } from '../../http/request.ts';
import type { ServerParts } from '../../parts.ts';
import {
  openOf,
  type ProcurementAtHand,
  procurementAt,
  questionsOf,
  refusedBy,
  sheetsOf,
} from '../../procuring/at-hand.ts';
import {
  type EvaluationTable,
  evaluationTable,
  tableMarkdown,
  tableRows,
} from '../../procuring/evaluation-table.ts';
import { roundNotice } from '../../procuring/round-notice.ts';
import { pointsIn, sheetRowsOf } from '../../procuring/sheet-file.ts';
import { workbookOf } from '../../procuring/workbook-of.ts';
import { csvOf } from '../../report/csv.ts';
import { opened } from '../../sheet/handed-in.ts';
import { rfpViewOf } from '../../views/procuring/rfp-view.ts';
import { asOfFrom, settingOf } from '../../views/setting.ts';
import { systemPath } from '../parameters.ts';
import { shownOutcome } from '../systems.ts';

const tags = ['procurement'];
const document = z.string();
const binary = z.string().openapi({ format: 'binary' });
const base = '/programmes/{code}/systems/{system}/rfp';

const viewRoute = guarded(
  { need: 'reads', logged: true },
  {
    method: 'get',
    path: base,
    operationId: 'rfp',
    tags,
    summary:
      '調達手続の状況 / the procurement of a system: all but sealed sheets for those with a duty, the published part for others once decided',
    request: { params: systemPath, query: asOfQuery },
    responses: { 200: json(rfpView, 'how it stands') },
  },
);
const answersRoute = guarded(
  { need: 'reads', logged: true },
  {
    method: 'get',
    path: `${base}/answers`,
    operationId: 'rfpAnswers',
    tags,
    summary: '質問と回答（質問者の名は含まない） / the published questions and answers, without who asked',
    request: { params: systemPath, query: z.object({ format: z.enum(['json', 'md']).default('json') }) },
    responses: {
      200: {
        description: 'as they go to all',
        content: { 'application/json': { schema: rfpAnswers }, 'text/markdown': { schema: document } },
      },
      ...refusedAnswer,
    },
  },
);
const formRoute = guarded(
  { need: 'reads', logged: true },
  {
    method: 'get',
    path: `${base}/sheet`,
    operationId: 'rfpSheetForm',
    tags,
    summary: '採点表の様式（自分の採点入り） / the score sheet to fill in, with one’s own points so far',
    request: { params: systemPath, query: z.object({ format: z.enum(['xlsx', 'csv']).default('xlsx') }) },
    responses: {
      200: {
        description: 'a row for each criterion of each bidder',
        content: { [XLSX]: { schema: binary }, 'text/csv': { schema: document } },
      },
      ...refusedAnswer,
    },
  },
);
const signRoute = guarded(
  { need: 'acts', logged: true },
  {
    method: 'post',
    path: `${base}/sheet`,
    operationId: 'signRfpSheet',
    tags,
    summary:
      '採点表の提出 / sign one’s score sheet; sealed until scoring is closed, replaced by signing again',
    request: { params: systemPath, body: jsonBody(rfpSheetBody) },
    responses: { 200: json(submitted, 'recorded'), ...refusedAnswer },
  },
);
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

export function rfpRoutes(api: Api, parts: ServerParts): void {
  const { ledger } = parts;
  api.openapi(viewRoute, async (c) => {
    const at = c.get('programme');
    const asOf = asOfFrom(c.req.valid('query'), at);
    const { state, inside, isHidden } = await procurementAt(ledger, at, c.req.valid('param').system, asOf);
    const { context } = state.snapshot;
    const setting = settingOf(at, asOf);
    return c.json(rfpViewOf({ context, setting, inside, isHidden, account: at.viewer.account }), 200);
  });
  api.openapi(answersRoute, async (c) => {
    const at = c.get('programme');
    const found = await procurementAt(ledger, at, c.req.valid('param').system);
    // What is published to all bidders is no secret of the office's, once its entries are none.
    const { answersPublishedOn = null, outcome = null } = found.state.snapshot.context.rfp?.open ?? {};
    const open = openOf(found, answersPublishedOn !== null || outcome !== null);
    const publishedOn = open.answersPublishedOn;
    if (publishedOn === null) throw refusedBy(refusal('rfp.answersNotOut', { count: open.questions.length }));
    const items = (await questionsOf(ledger, found.chain, open)).map(({ number, question, answer }) => ({
      number,
      question,
      answer: answer ?? '',
    }));
    const made = { setting: settingOf(at), title: open.terms.title, publishedOn, items };
    if (c.req.valid('query').format === 'json') return c.json(made, 200);
    return c.body(answersMarkdown(made), 200, attachment(MARKDOWN));
  });
  api.openapi(formRoute, async (c) => {
    const at = c.get('programme');
    const { system } = c.req.valid('param');
    const { open, scoring } = scoredOf(openOf(await procurementAt(ledger, at, system)));
    const own = open.sheets[at.viewer.account]?.points ?? null;
    const rows = sheetRowsOf(open, roundNow(open), countedIn(open), leavesOf(scoring), own);
    const name = `sekimori-${at.definition.code}-${system}-sheet${roundNow(open) ? `-${roundNow(open)?.id}` : ''}`;
    if (c.req.valid('query').format === 'csv')
      return c.body(csvOf(rows), 200, attachment(CSV, `${name}.csv`));
    const made = await workbookOf('採点表', rows);
    return c.body(new Uint8Array(made).buffer, 200, attachment(XLSX, `${name}.xlsx`));
  });
  api.openapi(signRoute, async (c) => {
    const { system } = c.req.valid('param');
    return c.json(await signed(c, parts, system, c.req.valid('json')), 200);
  });
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

function scoredOf(open: Rfp): { open: Rfp; scoring: Scoring } {
  const scoring = scoringIn(open);
  if (!scoring) throw refusedBy(refusal('rfp.notScored', {}));
  return { open, scoring };
}

function answersMarkdown({ title, publishedOn, items }: Omit<z.infer<typeof rfpAnswers>, 'setting'>): string {
  const body = items.flatMap(({ number, question, answer }) => [
    `## ${number}`,
    '',
    question,
    '',
    `> ${answer.replaceAll('\n', '\n> ')}`,
    '',
  ]);
  return [`# 質問と回答: ${title}`, '', `公表日: ${publishedOn}`, '', ...body].join('\n');
}

type SheetBody = z.output<typeof rfpSheetBody>;

/** The points of a body, or of the file in it. @throws ProblemError invalid, naming the cells */
async function pointsOf({ points, remarks, round, file }: SheetBody) {
  if (!file) return { points: points ?? {}, remarks, round };
  const { workbook } = await opened(file.base64);
  const read = pointsIn(workbook.tables[0]?.rows ?? []);
  if (read.status === 'read') return { ...read, round: read.round ?? round };
  const issues = read.faults.map(({ at, message }) => ({ field: at, code: 'score', message }));
  throw new ProblemError('invalid', { issues });
}

/** Words of chance; sent again under the same id, those of the entry that is there: the same sheet is recorded once. */
async function sealOf(
  { ledger }: ServerParts,
  chain: string,
  asked: Parameters<typeof requestKey>[0],
): Promise<string> {
  const there = await ledger.entryByRequest(chain, requestKey(asked));
  const known = there && bodyOf(there).fact;
  return known && typeof known.seal === 'string' ? known.seal : randomBytes(16).toString('hex');
}

/** The server seals it with words of chance, so that nothing that rests on it is guessed. */
async function signed(c: Context<RequestEnv>, parts: ServerParts, system: string, body: SheetBody) {
  const { ledger, door, systemNames, log } = parts;
  const at = c.get('programme');
  const { code } = at.definition;
  const { post, requestId, occurredOn = at.days.programme } = body;
  c.set('about', { detail: { type: 'rfp.sheetSigned', requestId } });
  const { points, remarks, round } = await pointsOf(body);
  const actor = actorOf(c, post, system, occurredOn);
  const { snapshot } = await stateOf(ledger, code, system, null);
  const open = snapshot.context.rfp?.open;
  const sheet = {
    type: 'rfp.sheetSigned',
    rfp: open?.number ?? 1,
    ...(open ? namesRound(open) : {}),
    ...(round === undefined ? {} : { round }),
    points,
    ...(remarks && Object.keys(remarks).length > 0 ? { remarks } : {}),
    seal: await sealOf(parts, chainOf(code, system), { requestId, actor }),
  };
  const given = { fact: sheet, actor, ...envelope({ occurredOn, requestId }) };
  const seen = body.seenVersion === undefined ? {} : { seenVersion: body.seenVersion };
  const outcome = await door.submit(code, system, readBy(submissionShape, { ...given, ...seen }));
  const names = async () => {
    const { definition } = await stateOf(ledger, code, system, null);
    return namesOf(definition, await systemNames(at.definition));
  };
  const { recorded } = await recordedOf(await shownOutcome(parts, at, system, outcome), names, log);
  return { setting: settingOf(at), version: recorded.seq, ...recorded };
}
