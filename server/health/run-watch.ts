// Compares, round by round, the runs that must exist with those that do, and has the lost ones healed. One listing, and a
// closer look at what looks ill, what has moved, and a part of the rest: cheap for a thousand migrations.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import type { Logger } from 'pino';
import type { DrivenChain } from '../../ledger/chain/driven-chains.ts';
import type { Ledger } from '../../ledger/open.ts';
import { isMigration } from '../../machines/record/chain.ts';
import { fewAtOnce } from '../../machines/values/at-once.ts';
import { type Essentials, essentialsOf } from './essentials.ts';
import { endHandedOver } from './handed-over.ts';
import { type Healing, isLasting } from './healing.ts';
import type { HealthCounts } from './health-metrics.ts';
import type { KnownRuns } from './known-runs.ts';
import { lookAt, lookAtTask } from './look.ts';
import type { Illness, Verdict } from './verdict.ts';
import { workflowIdOf } from './workflow-id.ts';

const ROUND_MS = 20_000;
/** Two rounds a second apart at most, however much is suspected. */
const HURRIED_MS = 1_000;
/** Positions asked for in one round: a query may cost a worker a replay. */
const POSITIONS_AT_ONCE = 200;
/** Every run's task is looked at in so many rounds: within a minute. */
const ROUNDS_FOR_ALL = 3;
/** Of those whose tasks are looked at in turn, so many are asked for their position too. */
const ASKED_IN_TURN = 10;
const FOLLOWS_WITHIN_MS = 4_000;
const LIST_MS = 15_000;

export interface WatchParts {
  heldMs?: number | undefined;
  ledger: Ledger;
  temporal: Client;
  taskQueue: string;
  runs: KnownRuns;
  healing: Healing;
  counts: HealthCounts;
  log: Logger;
}

export interface RunWatch {
  /** Watches until `signal`. */
  watch: (signal: AbortSignal) => Promise<void>;
  /** Once a round has ended since the watching began, or the limit is over; at once where nobody watches. */
  lookedOnce: (limitMs: number) => Promise<void>;
  /** One round; @throws where the ledger or Temporal cannot be asked */
  round: () => Promise<void>;
  /** An act got no answer: its run is looked at soon. */
  suspect: (chain: string) => void;
}

export function createRunWatch(parts: WatchParts): RunWatch {
  const { runs, log } = parts;
  const rotation = { at: 0 };
  let hurry = new AbortController();
  let first: Promise<void> = Promise.resolve();
  const round = () => lookRound(parts, rotation);
  return {
    round,
    lookedOnce: (limitMs) => Promise.race([first, sleep(limitMs, undefined, { ref: false })]),
    suspect: (chain) => {
      runs.wait(chain);
      hurry.abort();
    },
    watch: async (signal) => {
      let looked: () => void = () => undefined;
      first = new Promise((resolve) => {
        looked = resolve;
      });
      while (!signal.aborted) {
        hurry = new AbortController();
        await round().then(looked, (error: unknown) =>
          log.warn({ err: error }, 'the runs could not be looked at'),
        );
        await pause(HURRIED_MS, signal);
        await pause(ROUND_MS - HURRIED_MS, AbortSignal.any([signal, hurry.signal]));
      }
    },
  };
}

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  sleep(ms, undefined, { signal }).catch(() => undefined); // told to go on

async function lookRound(parts: WatchParts, rotation: { at: number }): Promise<void> {
  const { ledger, runs } = parts;
  const driven = await ledger.drivenChains();
  runs.expect(driven);
  const [running, essentials] = await Promise.all([runningIds(parts), essentialsOf(parts)]);
  await endHandedOver(parts, (_chain, workflowId) => running.has(workflowId));
  const missing = driven.filter(({ chain }) => !running.has(workflowIdOf(chain)));
  const present = driven.filter((one) => !missing.includes(one));
  alarmOf(parts, essentials);
  // A programme runs before its migrations are started: they may ask for its clock.
  const look = ({ chain }: DrivenChain) => orSay(parts, chain, examine(parts, chain, essentials));
  await fewAtOnce(missing.filter(isProgramme), look);
  await fewAtOnce(
    missing.filter((one) => !isProgramme(one)),
    look,
  );
  const wanted = present
    .filter((one) => runs.wantsLook(one))
    .sort((a, b) => Number(runs.isUrgent(b)) - Number(runs.isUrgent(a)))
    .slice(0, POSITIONS_AT_ONCE);
  const inTurn = turnOf(present, rotation).filter((one) => !wanted.includes(one));
  await fewAtOnce([...wanted, ...inTurn.slice(0, ASKED_IN_TURN)], look);
  await fewAtOnce(inTurn.slice(ASKED_IN_TURN), ({ chain }) => orSay(parts, chain, glance(parts, chain)));
  runs.roundEnded();
}

/** One that cannot be looked at keeps no other from being looked at. */
async function orSay({ log }: WatchParts, chain: string, looking: Promise<void>): Promise<void> {
  await looking.catch((error: unknown) => log.warn({ err: error, chain }, 'a run could not be looked at'));
}

const isProgramme = ({ chain }: DrivenChain): boolean => !isMigration(chain);

function turnOf(present: readonly DrivenChain[], rotation: { at: number }): DrivenChain[] {
  const count = Math.ceil(present.length / ROUNDS_FOR_ALL);
  const turn = Array.from({ length: count }, (_, index) => present[(rotation.at + index) % present.length]);
  rotation.at = present.length === 0 ? 0 : (rotation.at + count) % present.length;
  return turn.filter((one) => one !== undefined);
}

async function runningIds({ temporal, taskQueue }: WatchParts): Promise<Set<string>> {
  const ids = new Set<string>();
  const query = `ExecutionStatus = 'Running' AND TaskQueue = '${taskQueue.replaceAll("'", "''")}'`;
  await temporal.withDeadline(Date.now() + LIST_MS, async () => {
    for await (const { workflowId } of temporal.workflow.list({ query, pageSize: 1000 })) ids.add(workflowId);
  });
  return ids;
}

/** A look at the task only; it says nothing of one that is well there. */
async function glance(parts: WatchParts, chain: string): Promise<void> {
  const verdict = await lookAtTask(parts, chain);
  if (verdict) learn(parts, chain, verdict);
}

async function examine(parts: WatchParts, chain: string, { worker }: Essentials): Promise<void> {
  const verdict = await (worker ? lookAt(parts, chain) : lookAtTask(parts, chain));
  // Nobody could answer for its position: what is known of it stays.
  if (verdict === null) return;
  learn(parts, chain, verdict);
  if ((await treated(parts, chain, verdict)) && worker) learn(parts, chain, await lookAt(parts, chain));
  if (verdict.state === 'behind') await leadOn(parts, chain);
}

/** True where a run was started for it. */
async function treated({ healing }: WatchParts, chain: string, { state }: Verdict): Promise<boolean> {
  if (state === 'gone') return healing.startAnew(chain);
  return isLasting(state) && healing.startOver(chain, state);
}

async function leadOn(parts: WatchParts, chain: string): Promise<void> {
  await parts.healing.tellToFollow(chain);
  const until = Date.now() + FOLLOWS_WITHIN_MS;
  let verdict = await lookAt(parts, chain);
  while (verdict.state === 'behind' && Date.now() < until) verdict = await lookAt(parts, chain);
  learn(parts, chain, verdict);
}

function learn({ runs, counts, log }: WatchParts, chain: string, verdict: Verdict): void {
  const before: Illness | undefined = runs.illness(chain)?.kind;
  const helped = runs.learn(chain, verdict);
  if (helped) counts.healed(helped);
  if (verdict.state === before) return;
  if (verdict.state !== 'well') log.error({ chain, ...verdict }, 'a run is ill');
  else if (before !== undefined) log.info({ chain, was: before }, 'a run is well again');
}

/** Tasks that nobody takes must be heard of, though nobody may be asking. */
function alarmOf({ log, runs }: WatchParts, { temporal, worker, backlog, lost }: Essentials): void {
  if (worker || !temporal) return;
  const waiting = runs.report().waiting.length;
  log.error({ backlog, waiting, lost: lost.length }, 'no worker lives: acts and deadlines wait');
}
