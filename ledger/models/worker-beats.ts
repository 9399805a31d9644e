// Signs of life of the workers, by the database's own clock: Temporal tells of a poller for 75 seconds after its death.
import type { Database } from '../database.ts';

export interface WorkerIdentity {
  /** One start of one process. */
  worker: string;
  taskQueue: string;
  host: string;
  pid: number;
}

export interface SeenWorker extends Omit<WorkerIdentity, 'taskQueue'> {
  startedAt: string;
  /** Since its last sign of life. */
  ageMs: number;
}

export interface WorkerBeats {
  beat: (identity: WorkerIdentity) => Promise<void>;
  /** It ends in good order and is not missed. */
  ended: (worker: string) => Promise<void>;
  /** Those of a task queue that have not ended in good order, the liveliest first. */
  seen: (taskQueue: string) => Promise<SeenWorker[]>;
}

const FORGOTTEN_AFTER = '1 day';

export function workerBeatsOf({ sql }: Database): WorkerBeats {
  return {
    beat: async ({ worker, taskQueue, host, pid }) => {
      await sql`
        with forgotten as (delete from worker_beat where beat_at < now() - ${FORGOTTEN_AFTER}::interval)
        insert into worker_beat (worker, task_queue, host, pid) values (${worker}, ${taskQueue}, ${host}, ${pid})
        on conflict (worker) do update set beat_at = now()`;
    },
    ended: async (worker) => {
      await sql`delete from worker_beat where worker = ${worker}`;
    },
    seen: async (taskQueue) => [
      ...(await sql<SeenWorker[]>`
        select worker, host, pid, to_json(started_at) #>> '{}' as "startedAt",
          (1000 * extract(epoch from clock_timestamp() - beat_at))::integer as "ageMs"
        from worker_beat where task_queue = ${taskQueue} order by beat_at desc limit 50`),
    ],
  };
}
