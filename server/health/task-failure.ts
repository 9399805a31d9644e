// Why a workflow cannot carry out its task, as its history tells it: the failure that a worker gave, or that it gave none.
import type { Client } from '@temporalio/client';
import type { Verdict } from './verdict.ts';

/** temporal.api.enums.v1.WorkflowTaskFailedCause: what the code decides is not what the history says. */
const NON_DETERMINISTIC_ERROR = 24;

const LAST_EVENTS = 20;
const LENGTH = 500;
const ANSWER_MS = 5_000;

export async function taskFailureOf(temporal: Client, workflowId: string): Promise<Verdict> {
  const { history } = await temporal.withDeadline(Date.now() + ANSWER_MS, () =>
    temporal.workflowService.getWorkflowExecutionHistoryReverse({
      namespace: temporal.options.namespace,
      execution: { workflowId },
      maximumPageSize: LAST_EVENTS,
    }),
  );
  for (const event of history?.events ?? []) {
    const { failure, cause } = event.workflowTaskFailedEventAttributes ?? {};
    const state = cause === NON_DETERMINISTIC_ERROR ? 'strayed' : 'failing';
    if (failure) return { state, cause: withCauses(failure).slice(0, LENGTH) };
    if (event.workflowTaskTimedOutEventAttributes)
      return { state: 'failing', cause: 'the task timed out in its worker' };
  }
  return { state: 'failing', cause: 'the task is tried again and again' };
}

interface Failure {
  message?: string | null;
  cause?: Failure | null;
}

const withCauses = ({ message, cause }: Failure): string =>
  [message ?? '', ...(cause ? [withCauses(cause)] : [])].filter((text) => text !== '').join(': ');
