// An update that a run lost with its task is asked for again: under its own id, so that it is never taken twice.
import { setTimeout as sleep } from 'node:timers/promises';
import { isInterrupted } from './outcome.ts';

/** An engine gives a failed task out again at once. */
const AGAIN_MS = 100;

/** While there is time; each try is told how much is left. */
export async function insistently<T>(withinMs: number, ask: (leftMs: number) => Promise<T>): Promise<T> {
  const until = performance.now() + withinMs;
  for (;;) {
    try {
      return await ask(until - performance.now());
    } catch (error) {
      if (!isInterrupted(error) || performance.now() + AGAIN_MS > until) throw error;
      await sleep(AGAIN_MS);
    }
  }
}
