// Where a run is: asked of the run itself.
import { type Client, WorkflowUpdateFailedError } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { failureTypes, type Whereabouts, whereabouts, whereaboutsUpdate } from '../../workflows/messages.ts';

/** One at a time waits in a run that gives no answer, however many ask: Temporal keeps few of them for a run. */
const UPDATE_ID = 'whereabouts';

const ANSWER_MS = 5_000;

/** @throws WorkflowNotFoundError where none runs; whatever an update throws that gets no answer in time, as where no worker lives */
export async function whereaboutsOf(
  temporal: Client,
  workflowId: string,
  withinMs = ANSWER_MS,
): Promise<Whereabouts> {
  const handle = temporal.workflow.getHandle(workflowId);
  const ask = () => handle.executeUpdate(whereaboutsUpdate, { updateId: UPDATE_ID });
  try {
    return await temporal.withDeadline(Date.now() + withinMs, ask);
  } catch (error) {
    const cause = error instanceof WorkflowUpdateFailedError ? error.cause : undefined;
    if (!(cause instanceof ApplicationFailure) || cause.type !== failureTypes.whereabouts) throw error;
    return whereabouts.parse(cause.details?.[0]);
  }
}
