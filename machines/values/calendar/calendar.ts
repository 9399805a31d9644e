// Open and closed days of one municipality (地方自治法4条の2: its 休日 are set by ordinance) and the counting of
// periods on them. The calendar is pinned data; nothing here knows which days are holidays.

import type { Calendar, Deadline } from '../../definition/definition.ts';
import { addDays, addMonths, type Day, weekday } from '../date.ts';

export function isClosed(calendar: Calendar, day: Day): boolean {
  const week = weekday(day);
  return week === 0 || week === 6 || closedDays(calendar).has(day);
}

/** The day itself when open, else the next open one. */
export const nextOpenDay = (calendar: Calendar, day: Day): Day => openFrom(calendar, day, 1);

/** The day itself when open, else the last open one before it. */
export const previousOpenDay = (calendar: Calendar, day: Day): Day => openFrom(calendar, day, -1);

function openFrom(calendar: Calendar, from: Day, sign: 1 | -1): Day {
  let day = from;
  while (isClosed(calendar, day)) day = addDays(day, sign);
  return day;
}

/** The effective day of a nominal one under a roll policy. */
export function roll(calendar: Calendar, day: Day, policy: Deadline['roll']): Day {
  if (policy === 'next') return nextOpenDay(calendar, day);
  return policy === 'previous' ? previousOpenDay(calendar, day) : day;
}

/**
 * The last day of a period, first day not counted (民法140条). `sign` 1 counts forward, -1 backward.
 * A month's period ends on the day before the corresponding day of a period that starts on the day after its
 * event, which is the event's own day number; the month's last day where there is none (民法143条2項).
 */
export function countPeriod(
  calendar: Calendar,
  from: Day,
  length: number,
  unit: 'days' | 'months' | 'openDays',
  sign: 1 | -1,
): Day {
  if (unit === 'days') return addDays(from, sign * length);
  if (unit === 'openDays') return countOpenDays(calendar, from, length, sign);
  return sign === 1 ? endOfMonths(from, length) : addMonths(from, -length);
}

function endOfMonths(event: Day, months: number): Day {
  const start = addDays(event, 1);
  const corresponding = addMonths(start, months);
  const exists = corresponding.slice(8) === start.slice(8);
  return exists ? addDays(corresponding, -1) : corresponding;
}

function countOpenDays(calendar: Calendar, from: Day, length: number, sign: 1 | -1): Day {
  let day = from;
  for (let counted = 0; counted < length; ) {
    day = addDays(day, sign);
    if (!isClosed(calendar, day)) counted += 1;
  }
  return day;
}

const sets = new WeakMap<Calendar, ReadonlySet<Day>>();

function closedDays(calendar: Calendar): ReadonlySet<Day> {
  const known = sets.get(calendar);
  if (known) return known;
  const made = new Set(calendar.closed);
  sets.set(calendar, made);
  return made;
}
