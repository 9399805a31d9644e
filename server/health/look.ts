// Looks at one run: whether it is there, whether it gets its tasks done, and whether it stands where its chain stands.
// Changes nothing.

import { setTimeout as sleep } from 'node:timers/promises';
import {
  type Client,
  isGrpcDeadlineError,
  WorkflowNotFoundError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
} from '@temporalio/client';
import type { Ledger } from '../../ledger/open.ts';
import type { Entry } from '../../machines/record/entry.ts';
import { bodyOf } from '../../machines/record/reader.ts';
import type { Whereabouts } from '../../workflows/messages.ts';
import { isInterrupted, isUnmetIn } from '../door/outcome.ts';
import { whereaboutsOf } from '../door/whereabouts.ts';
import { strangeIn } from './strange-run.ts';
import { taskFailureOf } from './task-failure.ts';
import type { Verdict } from './verdict.ts';
import { workflowIdOf, workflowTypeOf } from './workflow-id.ts';

const ANSWER_MS = 5_000;
/** Between a commit and the workflow's knowing of it there is a moment; it is no lag. */
const GRACE_MS = 1_500;
const FAILING_FROM_ATTEMPT = 3;
/**
 * So long no worker that lives takes over a task. Temporal waits the longer for one the more often it was tried (minutes, after a
 * worker that died with it again and again), and gives it to nobody else meanwhile.
 */
const HELD_MS = 60_000;
const RUNS: ReadonlySet<string> = new Set(['RUNNING', 'PAUSED']);

export interface Looker {
  heldMs?: number | undefined;
  ledger: Pick<Ledger, 'head' | 'entries' | 'entriesOfType' | 'definitions'>;
  temporal: Client;
  taskQueue: string;
}

type Position = Pick<Whereabouts, 'seq' | 'head'>;

/** Null where it runs and nothing is wrong with its task; its position is not looked at. */
export async function lookAtTask(
  { temporal, taskQueue, heldMs = HELD_MS }: Pick<Looker, 'temporal' | 'taskQueue' | 'heldMs'>,
  chain: string,
): Promise<Verdict | null> {
  const handle = temporal.workflow.getHandle(workflowIdOf(chain));
  try {
    const found = await temporal.withDeadline(Date.now() + ANSWER_MS, () => handle.describe());
    const { status, raw, type } = found;
    if (!RUNS.has(status.name)) return { state: 'gone', cause: status.name };
    if (type !== workflowTypeOf(chain) || found.taskQueue !== taskQueue)
      return { state: 'foreign', cause: `${type} on ${found.taskQueue}` };
    const { attempt = 0, startedTime } = raw.pendingWorkflowTask ?? {};
    if ((attempt ?? 0) < FAILING_FROM_ATTEMPT) return null;
    const forMs = startedTime?.seconds ? Date.now() - Number(startedTime.seconds) * 1000 : 0;
    if (forMs > heldMs) return { state: 'held', cause: `attempt ${attempt}, begun ${forMs} ms ago` };
    return await taskFailureOf(temporal, handle.workflowId);
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return { state: 'gone', cause: 'NOT_FOUND' };
    throw error;
  }
}

/** @throws where Temporal or the ledger cannot be asked */
export async function lookAt(looker: Looker, chain: string): Promise<Verdict> {
  return (await lookAtTask(looker, chain)) ?? lookAtPosition(looker, chain);
}

/** Whether the ledger holds the very entry that the run believes to be its last, and whether the run decides by the record. */
async function lookAtPosition(looker: Looker, chain: string): Promise<Verdict> {
  const newest = await looker.ledger.head(chain);
  const recorded = newest ? bodyOf(newest).seq : 0;
  /** The newest is at hand already. */
  const entryAt = async ({ seq }: Position): Promise<Entry | null> => {
    if (seq === 0) return null;
    if (seq === recorded) return newest;
    return (await looker.ledger.entries(chain, seq - 1, 1))[0] ?? null;
  };
  const stands = ({ seq, head }: Position, entry: Entry | null): boolean => seq === 0 || entry?.hash === head;
  try {
    let its = await positionOf(looker, chain);
    let entry = await entryAt(its);
    if (its.seq < recorded && stands(its, entry)) {
      await sleep(GRACE_MS);
      its = await positionOf(looker, chain);
      if (its.seq < recorded) return { state: 'behind', cause: `${its.seq} < ${recorded}` };
      entry = await entryAt(its);
    }
    if (!stands(its, entry)) return { state: 'ahead', cause: `#${its.seq} ${its.head.slice(0, 12)}` };
    const strange = await strangeIn(looker, chain, its, entry);
    return strange === null ? { state: 'well', seq: its.seq } : { state: 'foreign', cause: `its ${strange}` };
  } catch (error) {
    return unanswered(looker, chain, error);
  }
}

const positionOf = ({ temporal }: Looker, chain: string): Promise<Whereabouts> =>
  whereaboutsOf(temporal, workflowIdOf(chain), ANSWER_MS);

async function unanswered({ temporal }: Looker, chain: string, error: unknown): Promise<Verdict> {
  if (error instanceof WorkflowNotFoundError) return { state: 'gone', cause: 'NOT_FOUND' };
  if (isUnmetIn(error)) return taskFailureOf(temporal, workflowIdOf(chain));
  const isUnheard = error instanceof WorkflowUpdateRPCTimeoutOrCancelledError || isInterrupted(error);
  if (isUnheard || isGrpcDeadlineError(error))
    return { state: 'silent', cause: 'it was asked and gave no answer' };
  throw error;
}
