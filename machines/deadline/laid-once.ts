// Where a ladder's rungs lie is counted once in a thread: it follows from the ladder, the calendar and the day alone, and is asked for
// with every event.
import type { Calendar } from '../definition/definition.ts';
import type { Ladder } from '../definition/ladder.ts';
import type { Day, Instant } from '../values/date.ts';
import type { FirePoint } from './deadline-state.ts';

export interface Point {
  point: FirePoint;
  at: Instant;
}

/** A ladder, and the days on which it stands. */
export interface Laid {
  calendar: Calendar;
  ladder: Ladder;
}

/** Due days remembered of one ladder on one calendar. */
const MOST = 1_000;

type Rungs = (laid: Laid, dueOn: Day, dueAt: Instant) => readonly Point[];

export function laidOnce(count: Rungs): Rungs {
  const known = new WeakMap<object, WeakMap<object, Map<string, readonly Point[]>>>();
  return (laid, dueOn, dueAt) => {
    const ofLadder = known.get(laid.ladder) ?? new WeakMap();
    known.set(laid.ladder, ofLadder);
    const ofDays: Map<string, readonly Point[]> = ofLadder.get(laid.calendar) ?? new Map();
    ofLadder.set(laid.calendar, ofDays);
    const there = ofDays.get(dueAt);
    if (there) return there;
    const made = count(laid, dueOn, dueAt);
    if (ofDays.size >= MOST) ofDays.clear();
    ofDays.set(dueAt, made);
    return made;
  };
}
