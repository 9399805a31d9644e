// A caller that asks again until it is answered, with the same request id each time.
import { ServiceError, type WorkflowHandle } from '@temporalio/client';
import type { Submission } from '../../machines/event.ts';
import { submitUpdate } from '../../workflows/messages.ts';

/**
 * gRPC's codes of no clear answer: cancelled, deadline exceeded, failed precondition (while a killed worker's task is
 * being given up, the engine takes no update), unavailable.
 */
const UNCLEAR: ReadonlySet<unknown> = new Set([1, 4, 9, 14]);
const grpcCodeOf = (error: unknown): unknown =>
  error instanceof ServiceError && error.cause && 'code' in error.cause ? error.cause.code : undefined;

export const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Sends one event until it is answered; the same request id every time, as a caller that got no answer does. */
export async function insist(handle: WorkflowHandle, submission: Submission) {
  for (;;) {
    const options = { args: [{ submissions: [submission] }] as [{ submissions: Submission[] }] };
    const answer = handle.executeUpdate(submitUpdate, { ...options, updateId: submission.requestId });
    const told = answer.catch((error: unknown) => {
      if (UNCLEAR.has(grpcCodeOf(error))) return pause(200).then(() => null);
      throw error;
    });
    const outcome = await Promise.race([told, pause(4_000).then(() => null)]);
    if (outcome) return outcome;
    told.catch(() => undefined); // asked again; whoever waits for the old answer is gone
  }
}
