// What a driver needs of a machine: pure functions over JSON snapshots and absolute milliseconds. Knows no engine.

export interface Driven<Snapshot, Event, Refusal, Effect> {
  /** Every reason against an event at an instant; empty means accepted. Synchronous, never throws. */
  accepts(snapshot: Snapshot, event: Event, atMs: number): Refusal[];
  /** Takes an accepted event. */
  step(snapshot: Snapshot, event: Event, atMs: number): { snapshot: Snapshot; effects: Effect[] };
  /** The next instant at which the machine wants to be woken. */
  nextWake(snapshot: Snapshot): number | null;
  /** What the timer says to the machine when that instant has come. */
  wakeEvent(snapshot: Snapshot): Event | null;
}

/** One accepted event with what it led to: what becomes one entry. */
export interface Decision<Snapshot, Event, Effect> {
  event: Event;
  atMs: number;
  snapshot: Snapshot;
  effects: Effect[];
}
