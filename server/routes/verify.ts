// The proof of the record, on request: against heads kept elsewhere where they are sent, and against what Temporal remembers.
import { z } from '@hono/zod-openapi';
import { fileFault } from '../../ledger/lock/checkpoints.ts';
import type { Checked, Wrong } from '../../ledger/proof/wrong.ts';
import { programmeOf } from '../../machines/record/chain.ts';
import type { SignedCheckpoint } from '../../machines/record/checkpoint.ts';
import { checkText } from '../../texts/check-texts.ts';
import { faultText } from '../../texts/fault-texts.ts';
import { ofAnother, refusedFile } from '../../texts/telling/checkpoint-texts.ts';
import {
  type Head,
  type Verification,
  verification,
  verifyBody,
  type WrongView,
} from '../contract/verification.ts';
import { liveHeads } from '../door/live-heads.ts';
import { type Api, guarded, json, jsonBody, waitingAnswer } from '../http/guarded-route.ts';
import { ProblemError } from '../http/problem/problem.ts';
import type { ProgrammeAtHand } from '../http/request.ts';
import { takeTurns } from '../http/turns.ts';
import type { ServerParts } from '../parts.ts';
import { settingOf } from '../views/setting.ts';
import { programmePath } from './parameters.ts';

const path = '/programmes/{code}/verify';
const tags = ['record'];
/** Of each check; how many there are is always said. */
const LISTED = 50;
/** Entries that are decided again without being asked to: a signed act with a state made up is seen by nothing else. */
const DECIDED_UP_TO = 20_000;
/** How long the first look at the runs is waited for; after it they are told as they are. */
const FIRST_ROUND_MS = 60_000;

const verifyRoute = guarded(
  { need: 'readsAll', logged: true, ofEverySystem: true },
  {
    method: 'get',
    path,
    operationId: 'verify',
    tags,
    summary: '記録の検証 / proves that nothing was changed or left out; what each check looked at and found',
    request: {
      params: programmePath,
      query: z.object({ decide: z.enum(['true', 'false']).optional() }),
    },
    responses: { 200: json(verification, 'the result'), ...waitingAnswer },
  },
);
const verifyAgainstRoute = guarded(
  { need: 'readsAll', logged: true, ofEverySystem: true },
  {
    method: 'post',
    path,
    operationId: 'verifyAgainst',
    tags,
    summary: '保管された検証値との照合 / verification against heads that were kept elsewhere',
    request: { params: programmePath, body: jsonBody(verifyBody) },
    responses: { 200: json(verification, 'the result'), ...waitingAnswer },
  },
);

type Asked = z.infer<typeof verifyBody>;

/** Beyond the one that is at work. */
const WAITING = 3;
const AGAIN_SECONDS = 30;

export function verifyRoutes(api: Api, parts: ServerParts): void {
  const inTurn = takeTurns(1 + WAITING, AGAIN_SECONDS);
  api.openapi(verifyRoute, async (c) => {
    const { decide: asked } = c.req.valid('query');
    const decide = asked === undefined ? undefined : asked === 'true';
    return c.json(await inTurn(() => verified(parts, c.get('programme'), { decide })), 200);
  });
  api.openapi(verifyAgainstRoute, async (c) => {
    const asked = c.req.valid('json');
    return c.json(await inTurn(() => verified(parts, c.get('programme'), asked)), 200);
  });
}

/** Nothing would be compared, and the answer would look as if all were well. */
function anchorsOfAnother(code: string): ProblemError {
  const message = {
    ja: `この計画（${code}）の検証値が一つもありません。`,
    en: `None of them is a head of this programme (${code}).`,
  };
  return new ProblemError('invalid', { issues: [{ field: 'anchors', code: 'unknown', message }] });
}

/** What was altered shows nothing of the record: it is refused, and its heads are not looked at. */
function requireWhole(given: SignedCheckpoint, code: string): void {
  const { programme } = given.checkpoint;
  const fault = fileFault(given);
  const message =
    fault !== null ? refusedFile[fault] : programme === code ? null : ofAnother(programme, code);
  if (message === null) return;
  throw new ProblemError('invalid', {
    issues: [{ field: 'checkpoint', code: fault ?? 'unknown', message }],
  });
}

async function verified(
  { ledger, temporal, health }: ServerParts,
  at: ProgrammeAtHand,
  asked: Asked,
): Promise<Verification> {
  const { code } = at.definition;
  const ours = (heads: readonly Head[] | undefined) =>
    heads?.filter(({ chain }) => programmeOf(chain) === code);
  const anchors = ours(asked.anchors);
  if (asked.anchors?.length && !anchors?.length) throw anchorsOfAnother(code);
  if (asked.checkpoint) requireWhole(asked.checkpoint, code);
  // Whatever ran before this server started, or was restored, is led to the end of the record by the first round.
  await health.watch.lookedOnce(FIRST_ROUND_MS);
  // Asked first: what a workflow knows was committed before the record is read.
  const live = (await ledger.isHandedOver(code)) ? undefined : await liveHeads(temporal, at.definition);
  const decide = asked.decide ?? (await ledger.size(code)) <= DECIDED_UP_TO;
  const found = await ledger.verify({
    programme: code,
    decide,
    live,
    anchors,
    checkpoint: asked.checkpoint,
    remembered: ours(asked.remembered),
  });
  const { ok, chains, entries, redecided, firstWrong, milliseconds } = found;
  const seenAt = new Date().toISOString();
  const isSound = provesItself(found, asked.checkpoint !== undefined);
  health.doctor.verified({ at: seenAt, ok: isSound, headsDiffer: isSound && !ok });
  return {
    setting: settingOf(at),
    ok,
    chains,
    entries,
    redecided,
    firstWrong: firstWrong && wrongView(firstWrong),
    checks: found.checks.map(({ check, looked, wrong, remarks }) => ({
      check,
      ...checkText(check),
      looked,
      faults: wrong.length,
      wrong: wrong.slice(0, LISTED).map(wrongView),
      remarks: remarks.slice(0, LISTED).map(wrongView),
    })),
    heads: found.heads.map((head) => ({ ...head, at: seenAt })),
    milliseconds,
  };
}

/**
 * Whether nothing is wrong but for heads that whoever asked brought along unsigned: of another installation's record, or mistyped, they
 * say nothing of this one. A checkpoint whose key the record names is the record's own word.
 */
function provesItself({ checks }: { checks: readonly Checked[] }, isByCheckpoint: boolean): boolean {
  return checks.every(({ check, wrong }) => {
    if (wrong.length === 0 || check === 'remembered') return true;
    if (check !== 'anchors') return false;
    return !isByCheckpoint || wrong.some(({ what }) => what === 'checkpointKey' || what === 'checkpointTime');
  });
}

const wrongView = ({ chain, seq, what, recordedAt, detail }: Wrong): WrongView => ({
  chain,
  seq,
  what,
  recordedAt,
  detail: detail ?? null,
  message: faultText(what),
});
