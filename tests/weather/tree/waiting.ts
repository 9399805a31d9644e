// Waits with a limit, and says what it waited for.
import { setTimeout as sleep } from 'node:timers/promises';

export class WaitedTooLong extends Error {
  override readonly name = 'WaitedTooLong';
}

/**
 * Settles with the first value that is not null, and how long that took.
 * @throws WaitedTooLong naming `what` and the last failure
 */
export async function until<T>(
  what: string,
  limitMs: number,
  found: () => Promise<T | null> | T | null,
  everyMs = 250,
): Promise<{ value: T; ms: number }> {
  const began = performance.now();
  let failure = '';
  for (;;) {
    const value = await Promise.resolve()
      .then(found)
      .catch((error: unknown) => {
        failure = ` (${error instanceof Error ? error.message : error})`;
        return null;
      });
    const ms = Math.round(performance.now() - began);
    if (value !== null) return { value, ms };
    if (ms > limitMs) throw new WaitedTooLong(`waited ${Math.round(ms / 1000)} s for ${what}${failure}`);
    await sleep(everyMs);
  }
}

/**
 * What `send` gives, or WaitedTooLong. A race, and not the signal alone: a connection to a stopped process that is dropped in the
 * middle of a body can leave a reading that no signal ends.
 */
export async function inTime<T>(
  what: string,
  limitMs: number,
  send: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const given = new AbortController();
  let limit: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    limit = setTimeout(() => {
      given.abort();
      reject(new WaitedTooLong(`waited ${Math.round(limitMs / 1000)} s for ${what}`));
    }, limitMs);
  });
  try {
    return await Promise.race([late, send(given.signal)]);
  } finally {
    clearTimeout(limit);
  }
}
