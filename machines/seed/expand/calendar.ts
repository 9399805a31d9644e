// The calendar of a municipality: national holidays and the days its ordinance closes every year.

import type { Calendar } from '../../definition/definition.ts';
import { isDay } from '../../values/date.ts';
import type { CalendarFile } from '../schema.ts';

export function calendarOf(file: CalendarFile): Calendar {
  const { firstYear, lastYear, holidays, yearly, ...rest } = file;
  const years = Array.from({ length: lastYear - firstYear + 1 }, (_, index) => firstYear + index);
  const closedYearly = years.flatMap((year) =>
    yearly.flatMap(({ days }) => days.map((day) => `${year}-${day}`)).filter(isDay),
  );
  const closed = [...new Set([...holidays.map(({ on }) => on), ...closedYearly])].sort();
  return { ...rest, closed };
}
