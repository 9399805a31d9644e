// The national holidays that the law gives (国民の祝日に関する法律, with the special laws of 2019–2021), 1973 to 2050: what a
// calendar is compared with, never what decides. After next year's they are the law's rule, not yet the 暦要項.
import { addDays, type Day, two, weekday } from './date.ts';

const FIRST = 1973;
const LAST = 2050;
const SUNDAY = 0;

/** `from` and `until` are years; `on` is a month and day, or the n-th Monday of a month. */
interface Rule {
  from: number;
  until: number;
  on: string | { month: number; monday: number };
  except?: readonly number[];
}
const always = { from: FIRST, until: LAST };
const MOVED = [2020, 2021];

const RULES: readonly Rule[] = [
  ...['01-01', '02-11', '04-29', '05-03', '05-05', '11-03', '11-23'].map((on) => ({ ...always, on })),
  { from: FIRST, until: 1999, on: '01-15' },
  { from: 2000, until: LAST, on: { month: 1, monday: 2 } },
  { from: 2020, until: LAST, on: '02-23' },
  { from: 2007, until: LAST, on: '05-04' },
  { from: 1996, until: 2002, on: '07-20' },
  { from: 2003, until: LAST, on: { month: 7, monday: 3 }, except: MOVED },
  { from: 2016, until: LAST, on: '08-11', except: MOVED },
  { from: FIRST, until: 2002, on: '09-15' },
  { from: 2003, until: LAST, on: { month: 9, monday: 3 } },
  { from: FIRST, until: 1999, on: '10-10' },
  { from: 2000, until: LAST, on: { month: 10, monday: 2 }, except: MOVED },
  { from: 1989, until: 2018, on: '12-23' },
];

/** By laws of their own: imperial ceremonies, and the Olympic years. */
const SPECIAL: readonly Day[] = [
  '1989-02-24',
  '1990-11-12',
  '1993-06-09',
  '2019-05-01',
  '2019-10-22',
  '2020-07-23',
  '2020-07-24',
  '2020-08-10',
  '2021-07-22',
  '2021-07-23',
  '2021-08-08',
];

function dayIn(year: number, on: Rule['on']): Day {
  if (typeof on === 'string') return `${year}-${on}`;
  const first = `${year}-${two(on.month)}-01`;
  return addDays(first, ((8 - weekday(first)) % 7) + (on.monday - 1) * 7);
}

/** 春分 and 秋分 as the observatory's formula gives them for these years. */
function equinoxes(year: number): Day[] {
  const late = year >= 1980;
  const drift = 0.242194 * (year - 1980) - Math.trunc((year - (late ? 1980 : 1983)) / 4);
  const spring = Math.floor((late ? 20.8431 : 20.8357) + drift);
  const autumn = Math.floor((late ? 23.2488 : 23.2588) + drift);
  return [`${year}-03-${two(spring)}`, `${year}-09-${two(autumn)}`];
}

function named(year: number): Set<Day> {
  const ruled = RULES.filter(
    ({ from, until, except }) => from <= year && year <= until && !except?.includes(year),
  );
  return new Set([
    ...ruled.map(({ on }) => dayIn(year, on)),
    ...equinoxes(year),
    ...SPECIAL.filter((day) => day.startsWith(`${year}-`)),
  ]);
}

/** 振替休日: for one on a Sunday the next day, since 2007 the next that is none. */
function substitutes(days: ReadonlySet<Day>, year: number): Day[] {
  return [...days].flatMap((day) => {
    if (weekday(day) !== SUNDAY || day < '1973-04-12') return [];
    let next = addDays(day, 1);
    if (year < 2007) return days.has(next) ? [] : [next];
    while (days.has(next)) next = addDays(next, 1);
    return [next];
  });
}

/** 国民の休日 (since 1986): a weekday between two holidays. */
function between(days: ReadonlySet<Day>, year: number): Day[] {
  if (year < 1986) return [];
  return [...days]
    .map((day) => addDays(day, 1))
    .filter((day) => !days.has(day) && days.has(addDays(day, 1)) && weekday(day) !== SUNDAY);
}

/** All holidays of a year in order; none known outside 1973–2050. */
export function nationalHolidays(year: number): Day[] {
  if (year < FIRST || year > LAST) return [];
  const days = named(year);
  return [...new Set([...days, ...substitutes(days, year), ...between(days, year)])].sort();
}
