// What a machine wants to do by itself up to an instant, in order, each at its own time.
import { decideOne } from './decide.ts';
import type { Decision, Played } from './playable.ts';

/** Where a machine stands and when it was last decided; nothing is decided before that. */
export interface Place<Snapshot> {
  snapshot: Snapshot;
  atMs: number;
}

export interface Until {
  /** What is due later stays. */
  nowMs: number;
  /** At most as many. */
  limit: number;
  /** The instant at which something due at `dueMs` is decided. */
  decidedMs(dueMs: number): number;
}

export interface Advance<Snapshot, Event, Effect> {
  decisions: Decision<Snapshot, Event, Effect>[];
  /** The machine throws at the wake after these, or refuses what it asked for itself: nothing later can be decided. */
  failed: { event: Event; error: unknown } | null;
}

export function advance<Snapshot, Event, Refusal, Effect>(
  machine: Played<Snapshot, Event, Refusal, Effect>,
  from: Place<Snapshot>,
  { nowMs, limit, decidedMs }: Until,
): Advance<Snapshot, Event, Effect> {
  const decisions: Decision<Snapshot, Event, Effect>[] = [];
  let { snapshot, atMs } = from;
  while (decisions.length < limit) {
    const dueMs = machine.nextWake(snapshot);
    const event = dueMs === null || dueMs > nowMs ? null : machine.wakeEvent(snapshot);
    if (dueMs === null || event === null) break;
    atMs = Math.max(atMs, decidedMs(dueMs));
    const one = decideOne(machine, snapshot, event, atMs);
    if (one.status !== 'decided') return { decisions, failed: { event, error: faultOf(one) } };
    decisions.push(one.decision);
    snapshot = one.decision.snapshot;
  }
  return { decisions, failed: null };
}

function faultOf(no: { status: 'refused'; refusals: unknown[] } | { status: 'failed'; error: unknown }) {
  if (no.status === 'failed') return no.error;
  return new Error(`the machine refuses its own wake: ${JSON.stringify(no.refusals)}`);
}
