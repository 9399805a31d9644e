// An evaluator's score sheet: its form, with their own points so far, and its signing. Sealed until scoring is closed.
import { randomBytes } from 'node:crypto';
import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { submission as submissionShape } from '../../../machines/migration/event.ts';
import { countedIn } from '../../../machines/migration/rfp/bidders.ts';
import { namesRound, roundNow } from '../../../machines/migration/rfp/rounds/rounds.ts';
import { leavesOf } from '../../../machines/migration/rfp/scores/criteria.ts';
import { chainOf } from '../../../machines/record/chain.ts';
import { requestKey } from '../../../machines/record/claim.ts';
import { bodyOf } from '../../../machines/record/reader.ts';
import { namesOf } from '../../../texts/names.ts';
import { submitted } from '../../contract/entries.ts';
import { rfpSheetBody } from '../../contract/procuring/rfp.ts';
import { stateOf } from '../../door/state.ts';
import { actorOf, envelope, readBy, recordedOf } from '../../door/submitting.ts';
import { attachment, CSV, XLSX } from '../../http/attachment.ts';
import { type Api, guarded, json, jsonBody, refusedAnswer } from '../../http/guarded-route.ts';
import { ProblemError } from '../../http/problem/problem.ts';
import type { RequestEnv } from '../../http/request.ts';
import type { ServerParts } from '../../parts.ts';
import { openOf, procurementAt, scoredOf } from '../../procuring/at-hand.ts';
import { pointsIn, sheetRowsOf } from '../../procuring/sheet-file.ts';
import { workbookOf } from '../../procuring/workbook-of.ts';
import { csvOf } from '../../report/csv.ts';
import { opened } from '../../sheet/handed-in.ts';
import { settingOf } from '../../views/setting.ts';
import { systemPath } from '../parameters.ts';
import { shownOutcome } from '../systems.ts';

const tags = ['procurement'];
const document = z.string();
const binary = z.string().openapi({ format: 'binary' });
const base = '/programmes/{code}/systems/{system}/rfp/sheet';

const formRoute = guarded(
  { need: 'reads', logged: true },
  {
    method: 'get',
    path: base,
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
    path: base,
    operationId: 'signRfpSheet',
    tags,
    summary:
      '採点表の提出 / sign one’s score sheet; sealed until scoring is closed, replaced by signing again',
    request: { params: systemPath, body: jsonBody(rfpSheetBody) },
    responses: { 200: json(submitted, 'recorded'), ...refusedAnswer },
  },
);

export function scoreSheetRoutes(api: Api, parts: ServerParts): void {
  const { ledger } = parts;
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
