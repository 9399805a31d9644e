// The axis of a Gantt chart: fiscal years and their quarters as the ward's report prints them, and where a day lies on it. Pure.
import { addDays, daysBetween, earliestDay, fiscalYearOf, latestDay } from '../../machines/values/date.ts';

export interface Axis {
  from: string;
  /** The day after the last. */
  until: string;
  /** The fiscal years on it, by the calendar year each begins in; the last may be a quarter alone. */
  years: number[];
}

/** The quarters of a fiscal year: 4〜6, 7〜9, 10〜12, 1〜3. */
export const QUARTERS = ['4〜6', '7〜9', '10〜12', '1〜3'] as const;

/**
 * Whole fiscal years around all the days given; the year of `today` where none is. Where the last quarter holds a day, one more
 * follows it: what is due on the last day of a year, the date of the law above all, has room behind it.
 */
export function axisOver(days: readonly string[], today: string): Axis {
  const all = days.length > 0 ? days : [today];
  const first = Math.min(...all.map((day) => fiscalYearOf(earliestDay(day))));
  const last = Math.max(...all.map((day) => fiscalYearOf(latestDay(day))));
  const isFull = all.some((day) => latestDay(day) >= `${last + 1}-01-01`);
  const until = isFull ? `${last + 1}-07-01` : `${last + 1}-04-01`;
  const length = last - first + (isFull ? 2 : 1);
  return { from: `${first}-04-01`, until, years: Array.from({ length }, (_none, index) => first + index) };
}

/** From 0 at the axis's first day to 1 at its end; a day outside lies at the nearer end. */
export function placeOf(axis: Axis, day: string): number {
  const share = daysBetween(axis.from, day) / daysBetween(axis.from, axis.until);
  return Math.min(1, Math.max(0, share));
}

export interface Bar {
  from: number;
  to: number;
  /** The first or the last day is known by its month alone: the bar's end there is soft. */
  softFrom: boolean;
  softTo: boolean;
}

/** A month's beginning is its first day and its end its last: the bar covers all that may be meant. */
export function barOf(axis: Axis, { startOn, endOn }: { startOn: string; endOn: string }): Bar {
  return {
    from: placeOf(axis, earliestDay(startOn)),
    to: placeOf(axis, addDays(latestDay(endOn), 1)),
    softFrom: startOn.length === 7,
    softTo: endOn.length === 7,
  };
}
