// What must answer for anybody to be served: the database, Temporal, and a worker that lives. Each question has its limit.
import type { Client } from '@temporalio/client';
import type { SeenWorker } from '../../ledger/models/worker-beats.ts';
import type { Ledger } from '../../ledger/open.ts';

const TASK_QUEUE_TYPE_WORKFLOW = 1;
const CHECK_MS = 3_000;
/** A long poll lasts a minute: Temporal tells of one who died within it as if it were there. */
const POLLED_WITHIN_MS = 75_000;
/** Four signs of life missed (worker/sign-of-life.ts). */
const ALIVE_WITHIN_MS = 12_000;

export interface Essentials {
  database: boolean;
  temporal: boolean;
  /** A worker shows life, and its queue was polled. */
  worker: boolean;
  alive: SeenWorker[];
  /** Not seen any more, and not ended in good order. */
  lost: SeenWorker[];
  /** Workflow tasks that nobody has taken, about; null where Temporal does not say. */
  backlog: number | null;
}

export interface Asked {
  ledger: Pick<Ledger, 'database' | 'workerBeats'>;
  temporal: Client;
  taskQueue: string;
}

export async function essentialsOf({ ledger, temporal, taskQueue }: Asked): Promise<Essentials> {
  const [workers, queue] = await Promise.all([
    within(ledger.workerBeats.seen(taskQueue)),
    within(queueOf(temporal, taskQueue)),
  ]);
  const alive = (workers ?? []).filter(({ ageMs }) => ageMs < ALIVE_WITHIN_MS);
  return {
    database: workers !== null,
    temporal: queue !== null,
    worker: alive.length > 0 && queue !== null && Date.now() - queue.polledMs < POLLED_WITHIN_MS,
    alive,
    lost: (workers ?? []).filter((one) => !alive.includes(one)),
    backlog: queue?.backlog ?? null,
  };
}

/** When a worker last asked for work, in milliseconds; 0 for never. */
async function queueOf(temporal: Client, taskQueue: string): Promise<{ polledMs: number; backlog: number }> {
  const { pollers, stats } = await temporal.withDeadline(Date.now() + CHECK_MS, () =>
    temporal.workflowService.describeTaskQueue({
      namespace: temporal.options.namespace,
      taskQueue: { name: taskQueue },
      taskQueueType: TASK_QUEUE_TYPE_WORKFLOW,
      reportStats: true,
    }),
  );
  const polled = (pollers ?? []).map(({ lastAccessTime }) => Number(lastAccessTime?.seconds ?? 0) * 1000);
  return { polledMs: Math.max(0, ...polled), backlog: Number(stats?.approximateBacklogCount ?? 0) };
}

/** Null where there is no answer in time: that is the answer to the question. */
async function within<T>(asked: Promise<T>): Promise<T | null> {
  const limit = new Promise<null>((resolve) => setTimeout(resolve, CHECK_MS, null).unref());
  return Promise.race([asked.catch(() => null), limit]);
}
