// Makes a lost run whole from the ledger: one that is gone is started anew, one that is behind is told to follow. Safe to
// do twice and by several servers at once: what runs well is left alone. Never touches a run that knows what the ledger lacks.
import { type Client, WorkflowNotFoundError } from '@temporalio/client';
import type { Logger } from 'pino';
import type { Ledger } from '../../ledger/open.ts';
import { programmeOf, systemOf } from '../../machines/record/chain.ts';
import { nudgeSignal } from '../../workflows/messages.ts';
import type { Starter } from '../intake/starter.ts';
import { startingClock } from '../intake/starting-clock.ts';
import type { KnownRuns } from './known-runs.ts';
import { lookAt, lookAtTask } from './look.ts';
import { workflowIdOf } from './workflow-id.ts';

const ANSWER_MS = 15_000;
/** Whoever ends a run again and again has a reason that starting it does not mend. */
const STARTS_AT_MOST = 3;
const STARTS_WITHIN_MS = 10 * 60_000;

export interface Healing {
  /** False where it must not be: the programme is not in yet, or it has been started too often. */
  startAnew: (chain: string) => Promise<boolean>;
  /** The same of one that cannot go on by itself, which is ended first. */
  startOver: (chain: string, illness: Lasting) => Promise<boolean>;
  tellToFollow: (chain: string) => Promise<void>;
}

/** strayed: no later build can carry it on. held: nobody else may, for minutes. foreign: it is none of ours. */
type Lasting = 'strayed' | 'held' | 'foreign';

const whyEnded: Record<Lasting, string> = {
  foreign: 'it is not what the record would start',
  strayed: 'its history is not what the code decides',
  held: 'its task is held by a worker that does not end it',
};

export const isLasting = (state: string): state is Lasting => Object.hasOwn(whyEnded, state);

export interface HealingParts {
  heldMs?: number | undefined;
  ledger: Ledger;
  temporal: Client;
  taskQueue: string;
  starter: Starter;
  runs: KnownRuns;
  log: Logger;
}

export function createHealing(parts: HealingParts): Healing {
  const { ledger, temporal, runs, log } = parts;
  const starting = new Map<string, Promise<boolean>>();
  const starts = new Map<string, number[]>();
  const mayStart = (chain: string): boolean => {
    const recent = (starts.get(chain) ?? []).filter((at) => at > Date.now() - STARTS_WITHIN_MS);
    if (recent.length >= STARTS_AT_MOST) return false;
    starts.set(chain, [...recent, Date.now()]);
    return true;
  };
  const start = async (chain: string, illness: 'gone' | Lasting): Promise<boolean> => {
    const driven = await ledger.drivenChains(programmeOf(chain));
    if (!driven.some((one) => one.chain === chain)) return false;
    if (!mayStart(chain)) {
      log.error({ chain }, 'a run was lost too often to be started once more');
      return false;
    }
    if (illness !== 'gone' && !(await ended(parts, chain, illness))) return false;
    await temporal.withDeadline(Date.now() + ANSWER_MS, () => startFromLedger(parts, chain));
    runs.treat(chain, illness);
    log.warn({ chain }, 'a lost run was started anew from the ledger');
    return true;
  };
  const once = (chain: string, illness: 'gone' | Lasting): Promise<boolean> => {
    const under = starting.get(chain) ?? start(chain, illness).finally(() => starting.delete(chain));
    starting.set(chain, under);
    return under;
  };
  return {
    startAnew: (chain) => once(chain, 'gone'),
    startOver: once,
    tellToFollow: async (chain) => {
      const handle = temporal.workflow.getHandle(workflowIdOf(chain));
      await temporal.withDeadline(Date.now() + ANSWER_MS, () => handle.signal(nudgeSignal)).catch(unlessGone);
      runs.treat(chain, 'behind');
      log.warn({ chain }, 'a run behind the ledger was told to follow it');
    },
  };
}

/** Ends the very run that is ill so; false where another one runs by now, which another server may have started. */
async function ended(parts: HealingParts, chain: string, illness: Lasting): Promise<boolean> {
  const { temporal } = parts;
  const soon = <T>(ask: () => Promise<T>) => temporal.withDeadline(Date.now() + ANSWER_MS, ask);
  const workflowId = workflowIdOf(chain);
  const { runId } = await soon(() => temporal.workflow.getHandle(workflowId).describe());
  const verdict = illness === 'foreign' ? await lookAt(parts, chain) : await lookAtTask(parts, chain);
  if (verdict?.state !== illness) return false;
  await soon(() => temporal.workflow.getHandle(workflowId, runId).terminate(whyEnded[illness]));
  return true;
}

/** Gone meanwhile: the next look sees it. */
export function unlessGone(error: unknown): void {
  if (!(error instanceof WorkflowNotFoundError)) throw error;
}

async function startFromLedger({ ledger, temporal, starter }: HealingParts, chain: string): Promise<void> {
  const [code, system] = [programmeOf(chain), systemOf(chain)];
  const programme = await ledger.definitions.inForce(code);
  if (programme?.kind !== 'programme') throw new Error(`no definition of the programme ${code}`);
  const clock = await startingClock({ ledger, temporal }, programme.definition);
  if (system === null) {
    await starter.programme({ ...programme, clock }, [], true);
    return;
  }
  const kept = await ledger.definitions.firstMigration(chain);
  if (!kept) throw new Error(`no definition of the migration ${chain}`);
  await starter.migration({ ...kept, clock }, []);
}
