// A caller that asks again until it is answered, with the same request id each time.
import {
  ServiceError,
  type WorkflowHandle,
  WorkflowUpdateRPCTimeoutOrCancelledError,
} from '@temporalio/client';
import type { Submission } from '../../machines/migration/event.ts';
import { type Submit, type Submitted, submitUpdate, updateIds } from '../../workflows/messages.ts';
import { chainOfWorkflow, submitMessage } from './rig.ts';

/** gRPC's codes of no clear answer: failed precondition (while a killed worker's task is being given up), unavailable. */
const UNCLEAR: ReadonlySet<unknown> = new Set([9, 14]);
const isUnclear = (error: unknown): boolean =>
  error instanceof WorkflowUpdateRPCTimeoutOrCancelledError ||
  (error instanceof ServiceError && !!error.cause && 'code' in error.cause && UNCLEAR.has(error.cause.code));

export const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Sends one event until it is answered; the same request id every time, as a caller that got no answer does. */
export async function insist(handle: WorkflowHandle, submission: Submission): Promise<Submitted> {
  for (;;) {
    try {
      return await askOnce(handle, submission);
    } catch (error) {
      if (!isUnclear(error)) throw error;
      await pause(200);
    }
  }
}

/** One call that ends, with all that it asks underneath, in four seconds at the latest: none outlives its connection. */
function askOnce(handle: WorkflowHandle, submission: Submission): Promise<Submitted> {
  const chain = chainOfWorkflow(handle.workflowId);
  const args: [Submit] = [submitMessage(chain, [submission])];
  const ask = () =>
    handle.executeUpdate(submitUpdate, { args, updateId: updateIds.person(submission.requestId) });
  return handle.client.withDeadline(Date.now() + 4_000, ask);
}
