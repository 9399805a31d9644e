// Why a workflow cannot carry out its task, as its history tells it: the failure that a worker gave, or that it gave none.
import type { Client } from '@temporalio/client';

const LAST_EVENTS = 20;
const LENGTH = 500;
const ANSWER_MS = 5_000;

export async function taskFailureOf(temporal: Client, workflowId: string): Promise<string> {
  const { history } = await temporal.withDeadline(Date.now() + ANSWER_MS, () =>
    temporal.workflowService.getWorkflowExecutionHistoryReverse({
      namespace: temporal.options.namespace,
      execution: { workflowId },
      maximumPageSize: LAST_EVENTS,
    }),
  );
  for (const event of history?.events ?? []) {
    const failed = event.workflowTaskFailedEventAttributes?.failure;
    if (failed) return withCauses(failed).slice(0, LENGTH);
    if (event.workflowTaskTimedOutEventAttributes) return 'the task timed out in its worker';
  }
  return 'the task is tried again and again';
}

interface Failure {
  message?: string | null;
  cause?: Failure | null;
}

const withCauses = ({ message, cause }: Failure): string =>
  [message ?? '', ...(cause ? [withCauses(cause)] : [])].filter((text) => text !== '').join(': ');
