// What somebody who reaches Temporal can run: a workflow of their own that schedules our activities on our queue.
import { proxyActivities } from '@temporalio/workflow';

type Activities = Record<string, (...args: unknown[]) => Promise<unknown>>;

export async function rogueWorkflow(taskQueue: string, activity: string, args: unknown[]): Promise<unknown> {
  const calls = proxyActivities<Activities>({
    taskQueue,
    startToCloseTimeout: '30 seconds',
    retry: { maximumAttempts: 1 },
  });
  const call = calls[activity];
  if (!call) throw new Error(`no activity ${activity}`);
  return call(...args);
}
