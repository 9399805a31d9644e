// What any machine is to those who play it: pure functions over JSON snapshots and absolute milliseconds. Knows no engine
// and no machine.

/** Where an event led to, and what the world must do because of it. */
export interface Taken<Snapshot, Effect> {
  snapshot: Snapshot;
  effects: Effect[];
}

export interface Playable<Begin, Snapshot, Event, Refusal, Effect> {
  /** The snapshot before any event. */
  start(begin: Begin): Taken<Snapshot, Effect>;
  /** Every reason against an event at an instant; empty means accepted. Synchronous. */
  accepts(snapshot: Snapshot, event: Event, atMs: number): Refusal[];
  /** Takes an accepted event; one that is not changes nothing. */
  take(snapshot: Snapshot, event: Event, atMs: number): Taken<Snapshot, Effect>;
  /** The next instant at which the machine wants to be woken, or null. */
  nextWake(snapshot: Snapshot): number | null;
  /** What the timer says to the machine when that instant has come. */
  wakeEvent(snapshot: Snapshot): Event | null;
}

/** A playable whatever it begins with: what everyone but its starter needs. */
export type Played<Snapshot, Event, Refusal, Effect> = Omit<
  Playable<never, Snapshot, Event, Refusal, Effect>,
  'start'
>;

/** One accepted event with what it led to: what becomes one entry. */
export interface Decision<Snapshot, Event, Effect> extends Taken<Snapshot, Effect> {
  event: Event;
  atMs: number;
}
