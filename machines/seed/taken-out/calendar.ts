// A calendar as the file that would give it: its holidays, the days of every year, those that come again, and single days for the rest.
import type { Calendar } from '../../definition/calendar.ts';
import { same } from '../../record/same.ts';
import { namedHolidays, nationalHolidays } from '../../values/calendar/holidays.ts';
import { isDay } from '../../values/date.ts';
import { calendarOf } from '../expand/calendar.ts';
import type { CalendarFile } from '../schema.ts';
import { halfDayRules } from './half-days.ts';
import { recurringRules } from './recurring.ts';

type Yearly = CalendarFile['yearly'][number];

/** What a holiday is called of which only that it is closed is kept. */
const UNNAMED = '休日';
/** A day of the year is a rule where at most so much of its years is an exception; or, where names would be lost otherwise, so much. */
const EXCEPTIONS = { few: 1 / 3, many: 1 / 2 };

export function calendarFileOf(calendar: Calendar): CalendarFile {
  const found = withRules(calendar, yearlyDays(calendar, EXCEPTIONS.few));
  if (same(calendarOf(found), calendar)) return found;
  // One that only looks like a rule is left out alone: the others keep their names.
  return withRules(
    calendar,
    yearlyDays(calendar, EXCEPTIONS.many).filter((day) => isRule(calendar, day)),
  );
}

/** Whether each of its years is closed for the reason that the calendar has, where it is said once for all of them. */
function isRule(calendar: Calendar, day: string): boolean {
  const reasonsOf = ({ reasons = [] }: Calendar) => reasons.filter(({ on }) => on.endsWith(`-${day}`));
  return same(reasonsOf(calendarOf(withRules(calendar, [day]))), reasonsOf(calendar));
}

function withRules(calendar: Calendar, yearly: readonly string[]): CalendarFile {
  const { id, version, source, provisionalFrom, reasons, halfDays } = calendar;
  const years = yearsOf(calendar);
  const rules: CalendarFile = {
    id,
    version,
    source,
    firstYear: years[0] ?? 0,
    lastYear: years.at(-1) ?? 0,
    provisionalFrom,
    holidays: holidaysOf(calendar, yearly),
    yearly: yearlyRules(calendar, yearly),
    ...(reasons ? { custom: daysOf(reasons.filter(({ kind }) => kind === 'custom')) } : {}),
    ...(halfDays ? { halfDays: halfDayRules(halfDays, years, source) } : {}),
    recurring: [],
  };
  const ruled = calendarOf(rules).closed;
  const left = (reasons ?? []).filter(({ on, kind }) => kind === 'own' && !ruled.includes(on));
  const recurring = recurringRules(left, calendar.closed, years, source);
  return withSingle({ ...rules, recurring }, calendar);
}

function withSingle(file: CalendarFile, { closed }: Calendar): CalendarFile {
  const made = calendarOf(file).closed;
  const single = {
    closed: closed.filter((on) => !made.includes(on)),
    open: made.filter((on) => !closed.includes(on)),
  };
  return single.closed.length + single.open.length === 0 ? file : { ...file, single };
}

/** As the law calls it. */
const nameOf = (on: string): string =>
  namedHolidays(Number(on.slice(0, 4))).find((one) => one.on === on)?.name ?? UNNAMED;

const yearsOf = ({ closed }: Calendar): number[] => {
  const all = closed.map((on) => Number(on.slice(0, 4)));
  const first = all.length === 0 ? 0 : Math.min(...all);
  const last = all.length === 0 ? -1 : Math.max(...all);
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
};

const daysOf = (closings: readonly { on: string }[]): string[] => [
  ...new Set(closings.map(({ on }) => on.slice(5)).sort()),
];

/** Days that the ordinance closes every year, some of them a holiday in some years. */
function yearlyDays(calendar: Calendar, exceptions: number): string[] {
  const { closed, reasons } = calendar;
  const years = yearsOf(calendar);
  if (years.length < 2) return [];
  const shut = new Set(closed);
  const holidays = new Set(
    reasons ? reasons.filter(({ kind }) => kind === 'holiday').map(({ on }) => on) : nationalIn(years),
  );
  return daysOf(closed.filter((on) => !holidays.has(on)).map((on) => ({ on }))).filter((day) => {
    // A year in which it is a holiday says nothing of what the ordinance does.
    const dated = years.map((year) => `${year}-${day}`).filter((on) => isDay(on) && !holidays.has(on));
    const open = dated.filter((on) => !shut.has(on)).length;
    return open <= dated.length * exceptions;
  });
}

const nationalIn = (years: readonly number[]): string[] => years.flatMap(nationalHolidays);

/** By what they are called. */
function yearlyRules({ reasons = [], source }: Calendar, days: readonly string[]): Yearly[] {
  const groups = new Map<string | undefined, string[]>();
  for (const day of days) {
    const name = reasons.find(({ on, kind }) => kind !== 'holiday' && on.endsWith(`-${day}`))?.name;
    groups.set(name, [...(groups.get(name) ?? []), day]);
  }
  return [...groups].map(([name, own]) => ({
    days: own,
    ...(name === undefined ? {} : { name }),
    basis: source,
  }));
}

/** Those that the calendar names; without reasons all that no rule closes; and those of the law that are open after all. */
function holidaysOf(calendar: Calendar, yearly: readonly string[]): CalendarFile['holidays'] {
  const { closed, reasons } = calendar;
  const shut = new Set(closed);
  const opened = nationalIn(yearsOf(calendar)).filter((on) => !shut.has(on));
  const named = reasons
    ? reasons.filter(({ kind }) => kind === 'holiday').map(({ on, name = nameOf(on) }) => ({ on, name }))
    : closed.filter((on) => !yearly.includes(on.slice(5))).map((on) => ({ on, name: nameOf(on) }));
  return [...named, ...opened.map((on) => ({ on, name: nameOf(on) }))].sort((a, b) => (a.on < b.on ? -1 : 1));
}
