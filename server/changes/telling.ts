// Tells one reader of what moves, for as long as they may be told: who they are and what they may see is asked anew before each word.
import type { SSEStreamingApi } from 'hono/streaming';
import type { Beat, ChangeEvent, ChangeView } from '../contract/telling/changes.ts';
import { ProblemError } from '../http/problem/problem.ts';
import type { ChangeHub } from './hub.ts';
import { createWaiting, seenOf } from './waiting.ts';

/** A stream on which nothing moves says so this often; that is also how soon a session's end closes it. */
const BEAT_MS = 10_000;
/** What moves shortly after what was told is gathered and told at once. */
const GATHER_MS = 400;
/** Who does not take what is written within this is gone. */
const WRITE_MS = 20_000;

/** What holds of the reader now. */
export interface Admitted extends Beat {
  scope: ReadonlySet<string> | null;
}

export interface Reader {
  programme: string;
  account: string;
  /** How far they say that they have heard. */
  heard: string | null;
  /** @throws ProblemError once they may be told nothing any more */
  admit: () => Promise<Admitted>;
}

/** Joins now, so that nothing is missed; `tell` then writes. Null where there is no place. */
export function joinChanges(hub: ChangeHub, reader: Reader) {
  const waiting = createWaiting();
  const bell = createBell();
  let isStopped = false;
  const ring = () => bell.ring();
  const stop = () => {
    isStopped = true;
    ring();
  };
  const leave = hub.join({
    programme: reader.programme,
    account: reader.account,
    said: (said) => {
      waiting.add(said);
      ring();
    },
    turned: ring,
    stop,
  });
  if (!leave) return null;
  for (const missed of missedBy(hub, reader)) waiting.add(missed);
  const tell = async (stream: SSEStreamingApi): Promise<void> => {
    stream.onAbort(stop);
    const written = writer(stream, hub, stop);
    try {
      let before: Admitted | null = null;
      while (!isStopped && !stream.aborted) {
        before = await round({ hub, waiting, written, reader }, before);
        await bell.rung(GATHER_MS, BEAT_MS);
      }
    } catch (error) {
      await written('ended', { code: error instanceof ProblemError ? error.code : 'notReady' });
    } finally {
      leave();
    }
  };
  return { tell, leave };
}

const missedBy = (hub: ChangeHub, { programme, heard }: Reader): (ChangeView | null)[] =>
  heard === null ? [null] : (hub.since(programme, heard) ?? [null]);

interface Round {
  hub: ChangeHub;
  waiting: ReturnType<typeof createWaiting>;
  written: Written;
  reader: Reader;
}

async function round({ hub, waiting, written, reader }: Round, before: Admitted | null): Promise<Admitted> {
  const now = await reader.admit();
  // Who has been given more, or less, has not been told of it system by system.
  if (before !== null && !sameScope(before.scope, now.scope)) waiting.add(null);
  const { isAll, changes } = waiting.take();
  const seen = seenOf(changes, now.scope);
  if (!hub.isListening()) await written('away', {});
  else if (isAll) await written('all', {});
  else if (seen.length > 0) await written('change', { items: seen });
  await written('beat', { now: now.now, today: now.today });
  return now;
}

const sameScope = (one: Admitted['scope'], other: Admitted['scope']): boolean =>
  [...(one ?? ['*'])].sort().join() === [...(other ?? ['*'])].sort().join();

type Written = (event: ChangeEvent, data: object) => Promise<void>;

function writer(stream: SSEStreamingApi, hub: ChangeHub, giveUp: () => void): Written {
  return async (event, data) => {
    const late = setTimeout(giveUp, WRITE_MS);
    await stream.writeSSE({ event, data: JSON.stringify(data), id: hub.mark() });
    clearTimeout(late);
  };
}

/** Waits until it is rung, but no shorter than `least` and no longer than `most` milliseconds. */
function createBell() {
  let isRung = false;
  let wake: () => void = () => undefined;
  return {
    ring: () => {
      isRung = true;
      wake();
    },
    rung: async (least: number, most: number): Promise<void> => {
      await new Promise((resolve) => setTimeout(resolve, least).unref());
      if (!isRung) {
        await new Promise<void>((resolve) => {
          const longest = setTimeout(resolve, most - least);
          wake = () => {
            clearTimeout(longest);
            resolve();
          };
        });
      }
      isRung = false;
    },
  };
}
