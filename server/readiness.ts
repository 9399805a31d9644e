// Whether this server can serve: the database answers, Temporal answers, a worker polls, and the first programme is in.
import type { Client } from '@temporalio/client';
import type { Ledger } from '../ledger/open.ts';
import { taskQueue as productQueue } from '../workflows/messages.ts';

const TASK_QUEUE_TYPE_WORKFLOW = 1;
/** A long poll lasts a minute; a worker not seen for longer is gone. */
const POLLED_WITHIN_MS = 75_000;
const CHECK_MS = 3_000;

export interface ReadinessReport {
  ready: boolean;
  database: boolean;
  temporal: boolean;
  worker: boolean;
  loaded: boolean;
}

export interface Readiness {
  report: () => Promise<ReadinessReport>;
  /** The programme folder of the first start is in. */
  markLoaded: () => void;
}

export function createReadiness(
  ledger: Ledger,
  temporal: Client,
  taskQueue: string = productQueue,
): Readiness {
  let isLoaded = false;
  return {
    report: async () => {
      const [database, polled] = await Promise.all([answers(ledger), lastPolled(temporal, taskQueue)]);
      const checks = { database, temporal: polled !== null, worker: isRecent(polled), loaded: isLoaded };
      return { ready: Object.values(checks).every(Boolean), ...checks };
    },
    markLoaded: () => {
      isLoaded = true;
    },
  };
}

async function answers({ database }: Ledger): Promise<boolean> {
  const limit = new Promise<false>((resolve) => setTimeout(resolve, CHECK_MS, false).unref());
  const asked = database.sql`select 1`.then(
    () => true,
    () => false, // the answer to the question: it cannot be reached
  );
  return Promise.race([asked, limit]);
}

/** When a worker last asked for work, in milliseconds; 0 for never, null where Temporal does not answer. */
async function lastPolled(temporal: Client, taskQueue: string): Promise<number | null> {
  try {
    const { pollers } = await temporal.withDeadline(Date.now() + CHECK_MS, () =>
      temporal.workflowService.describeTaskQueue({
        namespace: temporal.options.namespace,
        taskQueue: { name: taskQueue },
        taskQueueType: TASK_QUEUE_TYPE_WORKFLOW,
      }),
    );
    const seen = (pollers ?? []).map(({ lastAccessTime }) => Number(lastAccessTime?.seconds ?? 0) * 1000);
    return Math.max(0, ...seen);
  } catch {
    return null; // the answer to the question: it cannot be reached
  }
}

const isRecent = (polled: number | null): boolean =>
  polled !== null && Date.now() - polled < POLLED_WITHIN_MS;
