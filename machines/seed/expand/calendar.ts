// The calendar of a municipality: national holidays, the days its ordinance closes every year, and those that come again and again.

import type { Calendar } from '../../definition/definition.ts';
import { nthWeekdayIn } from '../../values/calendar/nth-weekday.ts';
import { isDay } from '../../values/date.ts';
import type { CalendarFile } from '../schema.ts';

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);

export function calendarOf(file: CalendarFile): Calendar {
  const { firstYear, lastYear, holidays, yearly, recurring, ...rest } = file;
  const years = Array.from({ length: lastYear - firstYear + 1 }, (_, index) => firstYear + index);
  const closedYearly = years.flatMap((year) =>
    yearly.flatMap(({ days }) => days.map((day) => `${year}-${day}`)).filter(isDay),
  );
  const again = years.flatMap((year) => recurring.flatMap((rule) => recurringIn(year, rule)));
  const closed = [...new Set([...holidays.map(({ on }) => on), ...closedYearly, ...again])].sort();
  return { ...rest, closed };
}

/** The days of a year that one rule closes, within its own first and last day. */
export const recurringIn = (
  year: number,
  { on, months = MONTHS, from, until }: CalendarFile['recurring'][number],
): string[] =>
  months.flatMap((month) => {
    const day = nthWeekdayIn(year, month, on);
    return day === null || (from && day < from) || (until && day > until) ? [] : [day];
  });
