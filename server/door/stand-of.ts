// Where a run stands: asked of the run itself.
import { type Client, WorkflowUpdateFailedError } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { failureTypes, type Stand, stand, standUpdate } from '../../workflows/messages.ts';

/** One at a time waits in a run that gives no answer, however many ask: Temporal keeps few of them for a run. */
const UPDATE_ID = 'stand';

/** @throws WorkflowNotFoundError where none runs; whatever an update throws that gets no answer */
export async function standOf(temporal: Client, workflowId: string): Promise<Stand> {
  try {
    return await temporal.workflow.getHandle(workflowId).executeUpdate(standUpdate, { updateId: UPDATE_ID });
  } catch (error) {
    const cause = error instanceof WorkflowUpdateFailedError ? error.cause : undefined;
    if (!(cause instanceof ApplicationFailure) || cause.type !== failureTypes.stands) throw error;
    return stand.parse(cause.details?.[0]);
  }
}
