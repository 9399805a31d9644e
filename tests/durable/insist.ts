// A caller that asks again until it is answered, with the same request id each time.
import {
  ServiceError,
  type WorkflowHandle,
  WorkflowUpdateRPCTimeoutOrCancelledError,
} from '@temporalio/client';
import type { Submission } from '../../machines/migration/event.ts';
import { isInterrupted } from '../../server/door/outcome.ts';
import { type Submit, type Submitted, submitUpdate, updateIds } from '../../workflows/messages.ts';
import { chainOfWorkflow, submitMessage } from './rig.ts';

/** gRPC's code while a server is down. */
const UNAVAILABLE = 14;
const isUnavailable = (error: unknown): boolean =>
  error instanceof ServiceError && !!error.cause && 'code' in error.cause && error.cause.code === UNAVAILABLE;
/** What the door asks again after, and what a person does. */
const isUnclear = (error: unknown): boolean =>
  error instanceof WorkflowUpdateRPCTimeoutOrCancelledError || isInterrupted(error) || isUnavailable(error);

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
