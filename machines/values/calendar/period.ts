// The counting of periods (民法138–143条). Forward as the articles say; backward by analogy, as the same days would be counted from the
// other end. What a wording leaves open (whether the first day counts, whether the whole period lies between) is the caller's to say.

import type { Calendar } from '../../definition/calendar.ts';
import type { Period } from '../../definition/deadline-rule.ts';
import { addDays, addMonths, type Day } from '../date.ts';
import { isClosed } from './calendar.ts';

/** 1 counts forward, -1 backward. */
export type Direction = 1 | -1;

export interface Counted {
  /** The first day that counts (起算日). */
  startOn: Day;
  /** The last one. */
  lastOn: Day;
  /** `lastOn`, or the day beyond it where the whole period is to lie between. */
  on: Day;
  /** The month has no corresponding day: its last one stands for it (民法143条2項ただし書). */
  atMonthsEnd: boolean;
  /** Closed days that were not counted, of open days. */
  skipped: Day[];
}

/** A period from the day of what it is counted from. */
export function countPeriod(calendar: Calendar, from: Day, period: Period, sign: Direction): Counted {
  const startOn = period.firstDay === 'counted' ? from : addDays(from, sign);
  const counted =
    period.unit === 'openDays'
      ? openDays(calendar, startOn, period.length, sign)
      : { ...calendarDays(startOn, period, sign), skipped: [] };
  const on = period.clear ? addDays(counted.lastOn, sign) : counted.lastOn;
  return { startOn, on, ...counted };
}

type Ended = Omit<Counted, 'startOn' | 'on'>;

/** Weeks, months and years go by the calendar and end on the day before the corresponding one (民法143条). */
function calendarDays(startOn: Day, { length, unit }: Period, sign: Direction): Omit<Ended, 'skipped'> {
  const days = unit === 'days' ? length : unit === 'weeks' ? 7 * length : null;
  if (days !== null) return { lastOn: addDays(startOn, sign * (days - 1)), atMonthsEnd: false };
  const months = unit === 'years' ? 12 * length : length;
  return sign === 1 ? monthsForward(startOn, months) : monthsBackward(startOn, months);
}

function monthsForward(startOn: Day, months: number): Omit<Ended, 'skipped'> {
  const corresponding = addMonths(startOn, months);
  const exists = corresponding.slice(8) === startOn.slice(8);
  return { lastOn: exists ? addDays(corresponding, -1) : corresponding, atMonthsEnd: !exists };
}

/** From the other end: the day from which so many months end on `startOn`; the earlier where a month is too short for it. */
function monthsBackward(startOn: Day, months: number): Omit<Ended, 'skipped'> {
  const beyond = addDays(startOn, 1);
  const lastOn = addMonths(beyond, -months);
  return { lastOn, atMonthsEnd: lastOn.slice(8) !== beyond.slice(8) };
}

function openDays(calendar: Calendar, startOn: Day, length: number, sign: Direction): Ended {
  const skipped: Day[] = [];
  let [lastOn, counted] = [startOn, 0];
  for (let day = startOn; counted < length; day = addDays(day, sign)) {
    lastOn = day;
    if (isClosed(calendar, day)) skipped.push(day);
    else counted += 1;
  }
  return { lastOn, atMonthsEnd: false, skipped };
}
