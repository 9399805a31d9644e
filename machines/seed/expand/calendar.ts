// The calendar of a municipality: national holidays, the days its ordinance closes every year, and those that come again and again.

import type { Calendar, HalfDay } from '../../definition/calendar.ts';
import { nthWeekdayIn } from '../../values/calendar/nth-weekday.ts';
import { type Day, isDay } from '../../values/date.ts';
import type { CalendarFile } from '../schema.ts';

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);

type Closing = NonNullable<Calendar['reasons']>[number];

export function calendarOf(file: CalendarFile): Calendar {
  const { id, version, source, provisionalFrom, holidays, custom, halfDays } = file;
  const own = ownDays(file);
  const { closed: also = [], open = [] } = file.single ?? {};
  const ruled = [...holidays.map(({ on }) => on), ...own.map(({ on }) => on)];
  const closed = [...new Set([...ruled, ...also])].filter((on) => !open.includes(on)).sort();
  return {
    id,
    version,
    source,
    provisionalFrom,
    closed,
    ...(custom ? { reasons: reasonsOf(file, own).filter(({ on }) => !open.includes(on)) } : {}),
    ...(halfDays ? { halfDays: halfDaysOf(file) } : {}),
  };
}

const yearsOf = ({ firstYear, lastYear }: CalendarFile): number[] =>
  Array.from({ length: lastYear - firstYear + 1 }, (_, index) => firstYear + index);

const daysIn = (years: readonly number[], days: readonly string[]): Day[] =>
  years.flatMap((year) => days.map((day) => `${year}-${day}`).filter(isDay));
const everyYear = (file: CalendarFile, days: readonly string[]): Day[] => daysIn(yearsOf(file), days);

const named = (name: string | undefined) => (name === undefined ? {} : { name });

/** What the ordinance closes besides holidays. */
function ownDays(file: CalendarFile): Closing[] {
  const yearly = file.yearly.flatMap(({ days, name }) =>
    everyYear(file, days).map((on) => ({ on, kind: 'own' as const, ...named(name) })),
  );
  const again = yearsOf(file).flatMap((year) =>
    file.recurring.flatMap((rule) =>
      recurringIn(year, rule).map((on) => ({ on, kind: 'own' as const, ...named(rule.name) })),
    ),
  );
  return [...yearly, ...again];
}

/** Each day once: a holiday before all, a day of custom before one that is the ordinance's alone. */
function reasonsOf(file: CalendarFile, own: readonly Closing[]): Closing[] {
  const reasons = new Map<Day, Closing>(own.map((one) => [one.on, one]));
  for (const on of everyYear(file, file.custom ?? []))
    reasons.set(on, { ...reasons.get(on), on, kind: 'custom' });
  for (const { on, name } of file.holidays) reasons.set(on, { on, kind: 'holiday', name });
  return [...reasons.values()].sort((a, b) => (a.on < b.on ? -1 : 1));
}

type HalfDayRule = NonNullable<CalendarFile['halfDays']>[number];

function halfDaysOf(file: CalendarFile): HalfDay[] {
  const all = (file.halfDays ?? []).flatMap((rule) =>
    halfDaysIn(yearsOf(file), rule).map((on) => ({ on, closesAt: rule.closesAt, ...named(rule.name) })),
  );
  return all.sort((a, b) => (a.on < b.on ? -1 : 1));
}

/** The days of these years on which one rule closes early, within its own first and last day. */
export const halfDaysIn = (years: readonly number[], { days, from, until }: HalfDayRule): Day[] =>
  daysIn(years, days).filter((on) => (!from || on >= from) && (!until || on <= until));

/** The days of a year that one rule closes, within its own first and last day. */
export const recurringIn = (
  year: number,
  { on, months = MONTHS, from, until }: CalendarFile['recurring'][number],
): string[] =>
  months.flatMap((month) => {
    const day = nthWeekdayIn(year, month, on);
    return day === null || (from && day < from) || (until && day > until) ? [] : [day];
  });
