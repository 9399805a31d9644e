// When something that ages is told again: at rungs after it began or before it comes, and then every week or month for as long as it
// lasts. A rung falls on its day whether or not the office is open: who tells of it does so on the next open day.
import type { Calendar } from '../../definition/definition.ts';
import { countPeriod } from '../../values/calendar/period.ts';
import { addDays, addMonths, type Day } from '../../values/date.ts';

export interface Ladder {
  /** From the anchor on, or back from it; soonest first either way: `[30, 7, 1]` before, `[3, 5, 10]` after. */
  counts: 'after' | 'before';
  unit: 'openDays' | 'days';
  rungs: readonly number[];
  again: 'weekly' | 'monthly' | 'never';
}

/** A rung that has come: its day, and the how manieth it is, from 1. */
export interface Rung {
  on: Day;
  number: number;
}

const WEEK = 7;

/** The last rung that has come by a day, or null before the first. Those before it are told by it. */
export function lastRung(
  { counts, unit, rungs, again: every }: Ladder,
  { anchor, today, calendar }: { anchor: Day; today: Day; calendar: Calendar },
): Rung | null {
  const sign = counts === 'after' ? 1 : -1;
  const days = rungs.map((length) =>
    length === 0 ? anchor : countPeriod(calendar, anchor, { length, unit }, sign).on,
  );
  const number = days.filter((day) => day <= today).length;
  const last = days.at(-1);
  if (last === undefined || number < days.length) {
    const on = days[number - 1];
    return on === undefined ? null : { on, number };
  }
  return since(last, number, { today, every });
}

/** Counted from the last rung each time: a month's end stays a month's end. */
function since(last: Day, number: number, { today, every }: { today: Day; every: Ladder['again'] }): Rung {
  const nth = (count: number): Day =>
    every === 'weekly' ? addDays(last, count * WEEK) : addMonths(last, count);
  let count = 0;
  while (every !== 'never' && nth(count + 1) <= today) count += 1;
  return { on: nth(count), number: number + count };
}
