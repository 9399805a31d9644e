// Open and closed days of one municipality (地方自治法4条の2: its 休日 are set by ordinance), and beside them the days that the Civil
// Code knows (民法142条: no Saturday is one). The calendar is pinned data; nothing here knows which days are holidays.

import type { Calendar } from '../../definition/calendar.ts';
import type { Roll } from '../../definition/deadline-rule.ts';
import { addDays, type Day, weekday } from '../date.ts';

const SUNDAY = 0;
const SATURDAY = 6;

export function isClosed(calendar: Calendar, day: Day): boolean {
  const week = weekday(day);
  return week === SUNDAY || week === SATURDAY || daysOf(calendar).closed.has(day);
}

/** 民法142条: a Sunday, a holiday of the law, or a day on which by custom nothing is dealt. */
const isCivilHoliday = (calendar: Calendar, day: Day): boolean =>
  weekday(day) === SUNDAY || daysOf(calendar).civil.has(day);

/** The day itself when open, else the next open one. */
export const nextOpenDay = (calendar: Calendar, day: Day): Day => roll(calendar, day, 'next').on;

/** The day itself when open, else the last open one before it. */
export const previousOpenDay = (calendar: Calendar, day: Day): Day => roll(calendar, day, 'previous').on;

export interface Rolled {
  on: Day;
  /** The days that were passed on the way, the first of them the nominal one. */
  over: Day[];
}

/** The effective day of a nominal one under a roll policy. */
export function roll(calendar: Calendar, day: Day, policy: Roll): Rolled {
  switch (policy) {
    case 'none':
      return { on: day, over: [] };
    case 'previous':
      return passing(calendar, day, -1, isClosed);
    case 'civil-142':
      return passing(calendar, day, 1, isCivilHoliday);
    case 'next':
    case 'autonomy-4-2-4':
      return passing(calendar, day, 1, isClosed);
  }
}

function passing(calendar: Calendar, from: Day, sign: 1 | -1, isOff: typeof isClosed): Rolled {
  const over: Day[] = [];
  let on = from;
  while (isOff(calendar, on)) {
    over.push(on);
    on = addDays(on, sign);
  }
  return { on, over };
}

/** The time of day at which something of that day ends: the office's own hour where it closes before. */
export function closingTime(calendar: Calendar, day: Day, at: string): string {
  const half = halfDayOn(calendar, day);
  return half && half.closesAt < at ? half.closesAt : at;
}

export const halfDayOn = ({ halfDays }: Calendar, day: Day) => halfDays?.find(({ on }) => on === day);

interface Days {
  closed: ReadonlySet<Day>;
  civil: ReadonlySet<Day>;
}
const sets = new WeakMap<Calendar, Days>();

function daysOf(calendar: Calendar): Days {
  const known = sets.get(calendar);
  if (known) return known;
  const civil = (calendar.reasons ?? []).filter(({ kind }) => kind !== 'own').map(({ on }) => on);
  const made = { closed: new Set(calendar.closed), civil: new Set(civil) };
  sets.set(calendar, made);
  return made;
}
