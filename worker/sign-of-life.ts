// Says every few seconds that this worker lives, so that its death is seen within seconds. Knows nothing of what it does.
import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import type { WorkerBeats } from '../ledger/models/worker-beats.ts';

const BEAT_MS = 3_000;

export interface Living {
  beats: WorkerBeats;
  taskQueue: string;
  /** Not said: whoever looks believes the worker dead until the next one is. */
  onTrouble: (error: unknown) => void;
}

/** Beats until `signal`, then says that it ends in good order. */
export async function showLife({ beats, taskQueue, onTrouble }: Living, signal: AbortSignal): Promise<void> {
  const identity = { worker: randomUUID(), taskQueue, host: hostname(), pid: process.pid };
  while (!signal.aborted) {
    await beats.beat(identity).catch(onTrouble);
    await sleep(BEAT_MS, undefined, { signal }).catch(() => undefined); // told to stop: the loop ends
  }
  await beats.ended(identity.worker).catch(onTrouble);
}
