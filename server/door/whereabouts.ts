// Where a run is: asked of the run itself.
import { type Client, WorkflowUpdateFailedError } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { failureTypes, type Whereabouts, whereabouts, whereaboutsUpdate } from '../../workflows/messages.ts';

/** One at a time waits in a run that gives no answer, however many ask: Temporal keeps few of them for a run. */
const UPDATE_ID = 'whereabouts';

/** @throws WorkflowNotFoundError where none runs; whatever an update throws that gets no answer */
export async function whereaboutsOf(temporal: Client, workflowId: string): Promise<Whereabouts> {
  try {
    return await temporal.workflow
      .getHandle(workflowId)
      .executeUpdate(whereaboutsUpdate, { updateId: UPDATE_ID });
  } catch (error) {
    const cause = error instanceof WorkflowUpdateFailedError ? error.cause : undefined;
    if (!(cause instanceof ApplicationFailure) || cause.type !== failureTypes.whereabouts) throw error;
    return whereabouts.parse(cause.details?.[0]);
  }
}
