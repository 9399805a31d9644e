// What a workflow has cost in Temporal's history, over all the runs it went on as.
import type { Client } from '@temporalio/client';

export interface HistorySize {
  runs: number;
  events: number;
  bytes: number;
  /** Updates accepted, counted in the histories themselves. */
  updates: number;
  /** Events by kind. */
  kinds: Record<string, number>;
}

/** @throws when a run cannot be described */
export async function historySize(client: Client, workflowId: string): Promise<HistorySize> {
  const total: HistorySize = { runs: 0, events: 0, bytes: 0, updates: 0, kinds: {} };
  const { runId } = await client.workflow.getHandle(workflowId).describe();
  for (let next: string | null = runId; next !== null; ) next = await addRun(client, workflowId, next, total);
  total.updates = total.kinds.workflowExecutionUpdateAccepted ?? 0;
  return total;
}

/** Gives the run before this one. */
async function addRun(
  client: Client,
  workflowId: string,
  runId: string,
  total: HistorySize,
): Promise<string | null> {
  const handle = client.workflow.getHandle(workflowId, runId);
  const [described, { events }] = await Promise.all([handle.describe(), handle.fetchHistory()]);
  total.runs += 1;
  total.bytes += described.historySize ?? 0;
  for (const event of events ?? []) {
    total.events += 1;
    // each event carries exactly one attributes field, named for its kind
    const field = Object.entries(event).find(([name, value]) => name.endsWith('Attributes') && value)?.[0];
    const kind = (field ?? 'unknown').replace(/EventAttributes$/, '');
    total.kinds[kind] = (total.kinds[kind] ?? 0) + 1;
  }
  return events?.[0]?.workflowExecutionStartedEventAttributes?.continuedExecutionRunId || null;
}
