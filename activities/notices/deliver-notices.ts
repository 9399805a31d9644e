// Delivers the outbox to its channels. A letter that fails, or hangs, holds up neither a gate nor another letter: it is
// tried again later, each time after a longer while.
import type { LeasedLetter, Outbox } from '../../ledger/models/outbox.ts';
import type { Letter } from '../../ledger/models/rows.ts';
import { inTime, pause } from './in-time.ts';
import { reason } from './reason.ts';

/** Carries a letter to its channel; a letter may come twice after a crash. @throws when it did not arrive */
export type Sink = (letter: Letter) => Promise<void>;

export interface Delivery {
  outbox: Outbox;
  /** By channel; letters of other channels are left alone. */
  sinks: Readonly<Record<string, Sink>>;
  /** Told of what went wrong; must not throw. */
  onTrouble: (why: string, letter: Letter | null) => void;
  /** Milliseconds until the next attempt, after this many. */
  backoffMs?: (attempts: number) => number;
  /** A sink that has not answered by then has failed. */
  limitMs?: number;
}

const BATCH = 50;
const POLL_MS = 1_000;

const doubling = (attempts: number): number => Math.min(1_000 * 2 ** (attempts - 1), 600_000);

/** Delivers until `signal` aborts. */
export async function deliverNotices(delivery: Delivery, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const handled = await deliverDue(delivery).catch((error: unknown) => {
      delivery.onTrouble(reason(error), null);
      return 0;
    });
    if (handled < BATCH) await pause(POLL_MS, signal);
  }
}

/** Tries every letter that is due once, up to a batch; gives how many those were. */
export async function deliverDue(delivery: Delivery): Promise<number> {
  const { outbox, sinks, limitMs = 30_000 } = delivery;
  const leased = await outbox.lease(Object.keys(sinks), BATCH, 2 * limitMs);
  await Promise.all(leased.map((each) => deliverOne(delivery, each, limitMs)));
  return leased.length;
}

async function deliverOne(delivery: Delivery, leased: LeasedLetter, limitMs: number): Promise<void> {
  const { outbox, sinks, onTrouble, backoffMs = doubling } = delivery;
  try {
    await inTime(Promise.resolve(sinks[leased.channel]?.(leased.letter)), limitMs);
    await outbox.delivered(leased);
  } catch (error) {
    onTrouble(reason(error), leased.letter);
    await outbox.failed(leased, reason(error), backoffMs(leased.attempts));
  }
}
