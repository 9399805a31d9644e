// Why a day is closed, for a sentence: from the calendar's own reasons, or where it tells none from the law's list of holidays. Names
// a day and never decides whether it is closed.

import type { Calendar, Closing } from '../../definition/calendar.ts';
import { addMonths, type Day, weekday } from '../date.ts';
import { namedHolidays } from './holidays.ts';

export type WhyClosed =
  | { kind: 'saturday' }
  | { kind: 'sunday' }
  | { kind: 'holiday'; name: string }
  /** 年末年始, where nothing names it otherwise. */
  | { kind: 'newYear' }
  | { kind: 'custom'; name: string | null }
  | { kind: 'own'; name: string | null };

export interface ClosedDay {
  on: Day;
  /** All that close it; empty for a day that is open. */
  why: WhyClosed[];
}

export function closedDay(calendar: Calendar, on: Day): ClosedDay {
  const week = weekday(on);
  const weekend: WhyClosed[] = week === 0 ? [{ kind: 'sunday' }] : week === 6 ? [{ kind: 'saturday' }] : [];
  return { on, why: [...weekend, ...besideWeekend(calendar, on)] };
}

function besideWeekend(calendar: Calendar, on: Day): WhyClosed[] {
  const given = calendar.reasons?.find((reason) => reason.on === on);
  if (!given && !calendar.closed.includes(on)) return [];
  const named = given?.name ?? null;
  if (given?.kind === 'holiday') return [{ kind: 'holiday', name: named ?? lawName(on) ?? '' }];
  const holiday = calendar.reasons ? null : lawName(on);
  if (holiday !== null) return [{ kind: 'holiday', name: holiday }];
  if (named === null && isNewYear(on)) return [{ kind: 'newYear' }];
  return [{ kind: given?.kind ?? 'own', name: named }];
}

/** What the law calls it; null where it is no national holiday. */
const lawName = (day: Day): string | null =>
  namedHolidays(Number(day.slice(0, 4))).find(({ on }) => on === day)?.name ?? null;

/**
 * Why a day is closed that nobody gives a reason for: by the law's own list, else as the calendar has that day in the year before or
 * after (the weekdays of a month fall on another one there). `null` where it is a day like others.
 */
export function knownReason({ reasons = [] }: Calendar, on: Day): Closing | null {
  const holiday = lawName(on);
  if (holiday !== null) return { on, kind: 'holiday', name: holiday };
  const beside = [addMonths(on, -12), addMonths(on, 12)];
  const yearly = reasons.find((reason) => reason.kind !== 'holiday' && beside.includes(reason.on));
  return yearly ? { ...yearly, on } : null;
}

const isNewYear = (day: Day): boolean => day.slice(5) >= '12-29' || day.slice(5) <= '01-03';
