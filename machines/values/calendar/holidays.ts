// The national holidays that the law gives (国民の祝日に関する法律, with the special laws of 2019–2021), 1973 to 2050: what a
// calendar is made from and compared with, never what decides. After the year of ANNOUNCED_UNTIL they are the law's rule, not yet the 暦要項.
import { addDays, type Day, two, weekday } from '../date.ts';
import { nthWeekdayIn } from './nth-weekday.ts';

const FIRST = 1973;
const LAST = 2050;
const SUNDAY = 0;
/** The last day of which the Cabinet Office has told the holidays (seeds/national/syukujitsu.csv). */
export const ANNOUNCED_UNTIL: Day = '2027-12-31';

/** `from` and `until` are years; `on` is a month and day, or the n-th Monday of a month. */
interface Rule {
  name: string;
  from: number;
  until: number;
  on: string | { month: number; monday: 2 | 3 };
  except?: readonly number[];
}
export interface Holiday {
  on: Day;
  name: string;
}
const always = { from: FIRST, until: LAST };
const MOVED = [2020, 2021];

const RULES: readonly Rule[] = [
  { ...always, name: '元日', on: '01-01' },
  { name: '成人の日', from: FIRST, until: 1999, on: '01-15' },
  { name: '成人の日', from: 2000, until: LAST, on: { month: 1, monday: 2 } },
  { ...always, name: '建国記念の日', on: '02-11' },
  { name: '天皇誕生日', from: 2020, until: LAST, on: '02-23' },
  { name: '天皇誕生日', from: FIRST, until: 1988, on: '04-29' },
  { name: 'みどりの日', from: 1989, until: 2006, on: '04-29' },
  { name: '昭和の日', from: 2007, until: LAST, on: '04-29' },
  { ...always, name: '憲法記念日', on: '05-03' },
  { name: 'みどりの日', from: 2007, until: LAST, on: '05-04' },
  { ...always, name: 'こどもの日', on: '05-05' },
  { name: '海の日', from: 1996, until: 2002, on: '07-20' },
  { name: '海の日', from: 2003, until: LAST, on: { month: 7, monday: 3 }, except: MOVED },
  { name: '山の日', from: 2016, until: LAST, on: '08-11', except: MOVED },
  { name: '敬老の日', from: FIRST, until: 2002, on: '09-15' },
  { name: '敬老の日', from: 2003, until: LAST, on: { month: 9, monday: 3 } },
  { name: '体育の日', from: FIRST, until: 1999, on: '10-10' },
  { name: '体育の日', from: 2000, until: 2019, on: { month: 10, monday: 2 } },
  { name: 'スポーツの日', from: 2020, until: LAST, on: { month: 10, monday: 2 }, except: MOVED },
  { ...always, name: '文化の日', on: '11-03' },
  { ...always, name: '勤労感謝の日', on: '11-23' },
  { name: '天皇誕生日', from: 1989, until: 2018, on: '12-23' },
];

/** By laws of their own: imperial ceremonies, and the Olympic years. */
const SPECIAL: readonly Holiday[] = [
  { on: '1989-02-24', name: '大喪の礼' },
  { on: '1990-11-12', name: '即位礼正殿の儀' },
  { on: '1993-06-09', name: '結婚の儀' },
  { on: '2019-05-01', name: '天皇の即位の日' },
  { on: '2019-10-22', name: '即位礼正殿の儀の行われる日' },
  { on: '2020-07-23', name: '海の日' },
  { on: '2020-07-24', name: 'スポーツの日' },
  { on: '2020-08-10', name: '山の日' },
  { on: '2021-07-22', name: '海の日' },
  { on: '2021-07-23', name: 'スポーツの日' },
  { on: '2021-08-08', name: '山の日' },
];

function dayIn(year: number, on: Rule['on']): Day {
  if (typeof on === 'string') return `${year}-${on}`;
  // Every month has a second and a third Monday.
  return nthWeekdayIn(year, on.month, `${on.monday}-monday`) as Day;
}

/** 春分 and 秋分 as the observatory's formula gives them for these years. */
function equinoxes(year: number): Holiday[] {
  const late = year >= 1980;
  const drift = 0.242194 * (year - 1980) - Math.trunc((year - (late ? 1980 : 1983)) / 4);
  const spring = Math.floor((late ? 20.8431 : 20.8357) + drift);
  const autumn = Math.floor((late ? 23.2488 : 23.2588) + drift);
  return [
    { on: `${year}-03-${two(spring)}`, name: '春分の日' },
    { on: `${year}-09-${two(autumn)}`, name: '秋分の日' },
  ];
}

function named(year: number): Map<Day, string> {
  const ruled = RULES.filter(
    ({ from, until, except }) => from <= year && year <= until && !except?.includes(year),
  ).map(({ name, on }) => ({ name, on: dayIn(year, on) }));
  const special = SPECIAL.filter(({ on }) => on.startsWith(`${year}-`));
  return new Map([...ruled, ...equinoxes(year), ...special].map(({ on, name }) => [on, name]));
}

/** For one on a Sunday the next day, since 2007 the next that is none. */
function substitutes(days: ReadonlyMap<Day, string>, year: number): Holiday[] {
  const name = '振替休日';
  return [...days.keys()].flatMap((day) => {
    if (weekday(day) !== SUNDAY || day < '1973-04-12') return [];
    let next = addDays(day, 1);
    if (year < 2007) return days.has(next) ? [] : [{ on: next, name }];
    while (days.has(next)) next = addDays(next, 1);
    return [{ on: next, name }];
  });
}

/** Since 1986: a weekday between two holidays. */
function between(days: ReadonlyMap<Day, string>, year: number): Holiday[] {
  if (year < 1986) return [];
  return [...days.keys()]
    .map((day) => addDays(day, 1))
    .filter((day) => !days.has(day) && days.has(addDays(day, 1)) && weekday(day) !== SUNDAY)
    .map((on) => ({ on, name: '国民の休日' }));
}

/** Asked for day by day: worked out once. The law's years are few, and what it said of one does not change. */
const workedOut = new Map<number, readonly Holiday[]>();

/** All holidays of a year in order, with their names; none known outside 1973–2050. */
export function namedHolidays(year: number): readonly Holiday[] {
  if (year < FIRST || year > LAST) return [];
  const known = workedOut.get(year) ?? inLaw(year);
  workedOut.set(year, known);
  return known;
}

function inLaw(year: number): Holiday[] {
  const days = named(year);
  // What is a 振替休日 is no 国民の休日 besides.
  const all = new Map(between(days, year).map(({ on, name }) => [on, name]));
  for (const { on, name } of substitutes(days, year)) all.set(on, name);
  for (const [on, name] of days) all.set(on, name);
  return [...all].map(([on, name]) => ({ on, name })).sort((a, b) => (a.on < b.on ? -1 : 1));
}

export const nationalHolidays = (year: number): Day[] => namedHolidays(year).map(({ on }) => on);
