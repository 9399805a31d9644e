// The calendar: its years have their holidays and are mostly open, and it reaches as far as the programme's own dates.
import { isClosed } from '../../values/calendar/calendar.ts';
import { nationalHolidays } from '../../values/calendar/holidays.ts';
import { addDays, earliestDay, latestDay, weekday } from '../../values/date.ts';
import type { Draft, Part } from '../draft.ts';
import { calendarOf, halfDaysIn, recurringIn } from '../expand/calendar.ts';
import { duplicates } from '../names.ts';
import { inside, type Place, problem, type SeedProblem } from '../problem.ts';
import type { CalendarFile } from '../schema.ts';

/** Every year that the calendar is said to cover has holidays in it; none is given twice. */
export function checkCalendar({ at, value }: Part<CalendarFile>): SeedProblem[] {
  const { firstYear, lastYear, holidays, recurring } = value;
  const years = Array.from(
    { length: Math.max(0, lastYear - firstYear + 1) },
    (_, index) => firstYear + index,
  );
  const empty = years.filter((year) => !holidays.some(({ on }) => on.startsWith(`${year}-`)));
  const reversed = lastYear < firstYear;
  const shut = reversed ? [] : hardlyOpen(value, years);
  const missing = missingHolidays(
    value,
    years.filter((year) => !empty.includes(year)),
  );
  return [
    ...duplicates(
      'holiday',
      holidays.map(({ on }, index) => ({ name: on, at: inside(at, 'holidays', index, 'on') })),
    ),
    ...(reversed
      ? [problem('plan.reversed', inside(at, 'lastYear'), { startOn: `${firstYear}`, endOn: `${lastYear}` })]
      : []),
    ...recurring.flatMap((rule, index) => checkRecurring(rule, years, inside(at, 'recurring', index))),
    ...(reversed ? [] : checkHalfDays(value, years, inside(at, 'halfDays'))),
    ...(missing.length > 0
      ? [problem('calendar.holidayMissing', inside(at, 'holidays'), { days: missing })]
      : []),
    ...(empty.length > 0 ? [problem('calendar.yearMissing', inside(at, 'holidays'), { years: empty })] : []),
    ...(shut.length > 0
      ? [problem('calendar.hardlyOpen', inside(at, 'yearly'), { years: shut, least: LEAST_OPEN })]
      : []),
  ];
}

/** A rule ends after it begins, and closes some day of the years there are. */
function checkRecurring(
  rule: CalendarFile['recurring'][number],
  years: readonly number[],
  at: Place,
): SeedProblem[] {
  const { from, until } = rule;
  if (from && until && until < from)
    return [problem('plan.reversed', inside(at, 'until'), { startOn: from, endOn: until })];
  const closes = years.some((year) => recurringIn(year, rule).length > 0);
  return closes || years.length === 0 ? [] : [problem('calendar.closesNothing', at, {})];
}

/** Each is of some year and ends after it begins, and no day closes at two hours. */
function checkHalfDays(file: CalendarFile, years: readonly number[], at: Place): SeedProblem[] {
  const rules = file.halfDays ?? [];
  const told = new Set<string>();
  return rules.flatMap((rule, index): SeedProblem[] => {
    const { from, until } = rule;
    if (from && until && until < from)
      return [problem('plan.reversed', inside(at, index, 'until'), { startOn: from, endOn: until })];
    const days = halfDaysIn(years, rule);
    const twice = days.find((on) => told.has(on));
    for (const on of days) told.add(on);
    if (days.length === 0) return [problem('calendar.closesNothing', inside(at, index), {})];
    return twice ? [problem('calendar.halfDayTwice', inside(at, index, 'days'), { on: twice })] : [];
  });
}

/** National holidays on weekdays that the file neither names nor closes every year. */
function missingHolidays({ holidays, yearly }: CalendarFile, years: readonly number[]): string[] {
  const closed = new Set(holidays.map(({ on }) => on));
  const everyYear = new Set(yearly.flatMap(({ days }) => days));
  return years
    .flatMap(nationalHolidays)
    .filter((day) => weekday(day) % 6 !== 0 && !closed.has(day) && !everyYear.has(day.slice(5)));
}

/** 地方自治法4条の2 leaves an office some 240 days a year. With hardly any, counting open days would not come to an end. */
const LEAST_OPEN = 150;

function hardlyOpen(file: CalendarFile, years: readonly number[]): number[] {
  const calendar = calendarOf(file);
  return years.filter((year) => {
    let open = 0;
    for (let day = `${year}-01-01`; day <= `${year}-12-31`; day = addDays(day, 1))
      if (!isClosed(calendar, day)) open += 1;
    return open < LEAST_OPEN;
  });
}

/** The programme's own dates lie in years whose holidays are known. */
export function checkYears({ calendar, systems, deadlines }: Draft): SeedProblem[] {
  if (!calendar) return [];
  const { firstYear, lastYear } = calendar.value;
  const planned = systems
    ? [
        ...Object.values(systems.value.plans).flat(),
        ...systems.value.systems.flatMap(({ plan, ownPlan }) => [...plan, ...(ownPlan ?? [])]),
      ].flatMap(({ startOn, endOn }) => [startOn, endOn])
    : [];
  const due = (deadlines?.value.deadlines ?? []).flatMap(({ rule }) => {
    if (rule?.kind === 'fixed') return [rule.on];
    return rule?.kind === 'backward' && typeof rule.from === 'string' ? [rule.from] : [];
  });
  const named = [...planned, ...due].sort();
  const [first] = named;
  const last = named.at(-1);
  const outside = (edge: 'firstYear' | 'lastYear', day: string) =>
    problem('calendar.tooShort', inside(calendar.at, edge), { day, firstYear, lastYear });
  return [
    ...(first && earliestDay(first) < `${firstYear}-01-01` ? [outside('firstYear', first)] : []),
    ...(last && latestDay(last) > `${lastYear}-12-31` ? [outside('lastYear', last)] : []),
  ];
}
