// Where a run is: asked of the run itself.
import { setTimeout as sleep } from 'node:timers/promises';
import { type Client, WorkflowUpdateFailedError } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { failureTypes, type Whereabouts, whereabouts, whereaboutsUpdate } from '../../workflows/messages.ts';

/** One at a time waits in a run that gives no answer, however many ask: Temporal keeps few of them for a run. */
const UPDATE_ID = 'whereabouts';

const ANSWER_MS = 5_000;
const AGAIN_MS = 100;

/**
 * Of one that has just begun, once it has read its ledger.
 * @throws WorkflowNotFoundError where none runs; whatever an update throws that gets no answer in time, as where no worker lives
 */
export async function whereaboutsOf(
  temporal: Client,
  workflowId: string,
  withinMs = ANSWER_MS,
): Promise<Whereabouts> {
  const until = Date.now() + withinMs;
  for (;;) {
    const told = await temporal.withDeadline(until, () => askOnce(temporal, workflowId));
    if (told.followed) return told;
    await sleep(AGAIN_MS);
  }
}

async function askOnce(temporal: Client, workflowId: string): Promise<Whereabouts> {
  try {
    const handle = temporal.workflow.getHandle(workflowId);
    return await handle.executeUpdate(whereaboutsUpdate, { updateId: UPDATE_ID });
  } catch (error) {
    const cause = error instanceof WorkflowUpdateFailedError ? error.cause : undefined;
    if (!(cause instanceof ApplicationFailure) || cause.type !== failureTypes.whereabouts) throw error;
    return whereabouts.parse(cause.details?.[0]);
  }
}
