// Events in their order become decisions, all of them or none. A machine that throws has refused: what it threw is told
// apart from a no, so that somebody hears of it.
import type { Decision, Played } from './playable.ts';

export type Decided<Snapshot, Event, Refusal, Effect> =
  | { status: 'decided'; decisions: Decision<Snapshot, Event, Effect>[] }
  | { status: 'refused'; refusals: Refusal[] }
  /** The machine is at fault: it threw while it was asked about `event`. */
  | { status: 'failed'; event: Event; error: unknown };

/** At one instant. */
export function decide<Snapshot, Event, Refusal, Effect>(
  machine: Played<Snapshot, Event, Refusal, Effect>,
  from: Snapshot,
  events: readonly NoInfer<Event>[],
  atMs: number,
): Decided<Snapshot, Event, Refusal, Effect> {
  const dated = events.map((event) => ({ event, atMs }));
  return decideEach(machine, from, dated);
}

/** Each at its own. */
export function decideEach<Snapshot, Event, Refusal, Effect>(
  machine: Played<Snapshot, Event, Refusal, Effect>,
  from: Snapshot,
  dated: readonly { event: NoInfer<Event>; atMs: number }[],
): Decided<Snapshot, Event, Refusal, Effect> {
  const decisions: Decision<Snapshot, Event, Effect>[] = [];
  let snapshot = from;
  for (const { event, atMs } of dated) {
    const one = decideOne(machine, snapshot, event, atMs);
    if (one.status !== 'decided') return one;
    decisions.push(one.decision);
    snapshot = one.decision.snapshot;
  }
  return { status: 'decided', decisions };
}

/** What was decided, where nothing may be refused. @throws the refusals, or what the machine threw */
export function decisionsOf<Snapshot, Event, Refusal, Effect>(
  decided: Decided<Snapshot, Event, Refusal, Effect>,
): Decision<Snapshot, Event, Effect>[] {
  if (decided.status === 'failed') throw decided.error;
  if (decided.status === 'decided') return decided.decisions;
  throw new Error(`the machine refuses: ${JSON.stringify(decided.refusals)}`);
}

type DecidedOne<Snapshot, Event, Refusal, Effect> =
  | { status: 'decided'; decision: Decision<Snapshot, Event, Effect> }
  | Exclude<Decided<Snapshot, Event, Refusal, Effect>, { status: 'decided' }>;

export function decideOne<Snapshot, Event, Refusal, Effect>(
  machine: Played<Snapshot, Event, Refusal, Effect>,
  from: Snapshot,
  event: Event,
  atMs: number,
): DecidedOne<Snapshot, Event, Refusal, Effect> {
  try {
    const refusals = machine.accepts(from, event, atMs);
    if (refusals.length > 0) return { status: 'refused', refusals };
    return { status: 'decided', decision: { event, atMs, ...machine.take(from, event, atMs) } };
  } catch (error) {
    return { status: 'failed', event, error };
  }
}
