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

async function lookAtPosition(looker: Looker, chain: string): Promise<Verdict> {
  const recorded = await headOf(looker, chain);
  try {
    let its = await positionOf(looker, chain);
    if (its.seq < recorded.seq && (await isOnChain(looker, chain, its))) {
      await sleep(GRACE_MS);
      its = await positionOf(looker, chain);
      if (its.seq < recorded.seq) return { state: 'behind', cause: `${its.seq} < ${recorded.seq}` };
    }
    if (!(await isOnChain(looker, chain, its)))
      return { state: 'ahead', cause: `#${its.seq} ${its.head.slice(0, 12)}` };
    const strange = await strangeIn(looker, chain, its);
    return strange === null ? { state: 'well', seq: its.seq } : { state: 'foreign', cause: `its ${strange}` };
  } catch (error) {
    return unanswered(looker, chain, error);
  }
}

async function headOf({ ledger }: Looker, chain: string): Promise<{ seq: number }> {
  const last = await ledger.head(chain);
  return { seq: last ? bodyOf(last).seq : 0 };
}

/** Whether the ledger holds the very entry that a run believes to be its last. */
async function isOnChain({ ledger }: Looker, chain: string, { seq, head }: Position): Promise<boolean> {
  if (seq === 0) return true;
  const [entry] = await ledger.entries(chain, seq - 1, 1);
  return entry?.hash === head;
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
