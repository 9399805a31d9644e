// Recorded events are taken again, each by the machine that decided it: what they lead to is the state. Asks no machine
// whether it would accept them: they stand.
import type { Played, Taken } from './playable.ts';

/** One recorded event, when it was taken, and the machine of the definition that decided it. */
export interface Deed<Snapshot, Event, Effect> {
  machine: Pick<Played<Snapshot, Event, never, Effect>, 'take'>;
  event: Event;
  atMs: number;
}

/** Where each deed leads to, in order. One that the machine refuses now leaves the very snapshot before it. */
export function fold<Snapshot, Event, Effect>(
  from: Snapshot,
  deeds: readonly Deed<Snapshot, Event, Effect>[],
): Taken<Snapshot, Effect>[] {
  let snapshot = from;
  return deeds.map(({ machine, event, atMs }) => {
    const taken = machine.take(snapshot, event, atMs);
    snapshot = taken.snapshot;
    return taken;
  });
}
