// The one reader of dates: everything that stands for a day or a month on paper and in forms, whoever typed it where.
// What it takes and refuses is listed in docs/written-values.md.
import {
  type Day,
  EARLIEST_DAY,
  earliestDay,
  existsInCalendar,
  fiscalYearOf,
  isMonth,
  isPlannable,
  isVagueDay,
  LATEST_DAY,
  latestDay,
  PLANNED_FROM,
  PLANNED_UNTIL,
  two,
  type VagueDay,
  weekday,
} from './date.ts';
import { ERA_YEAR, type Era, eraNamed, eraOf, yearInEra, yearOf } from './era.ts';
import { oneWidth, plainYears, withoutLooseBlanks } from './figures.ts';
import { andThen, type Reading, readAs, refused } from './reading.ts';

export interface DayAsked {
  /** Gives the year of `10月末日` and `年度末`: the fiscal year that runs on this day. */
  today?: Day;
  /** `planned` allows 1990–2150 only; otherwise any day since 明治6年. */
  within?: 'recorded' | 'planned';
}

const WEEKDAYS = '日月火水木金土';
/** （木）, （木曜日）, （木・祝）, （祝） */
const NOTE = /^(?:([日月火水木金土])(?:曜日?)?)?[・、,]?(?:祝日?|休日?|振替休日|振休)?$/u;

/** 未定: said in words where a day may be left open. */
export const isLeftOpen = (written: string): boolean =>
  /^(?:未定|undecided)$/iu.test(withoutLooseBlanks(oneWidth(written)));

/** A day, or the month where no more is said: `令和5年11月16日（木）`, `R5.11.16`, `令和7年度末`, `2023-10`. */
export function readDay(written: string, asked: DayAsked = {}): Reading<VagueDay> {
  const whole = withoutLooseBlanks(oneWidth(written));
  if (whole === '') return refused('empty', {});
  const [, date = whole, note] = /^(.*?)\(([^()]*)\)$/u.exec(whole) ?? [];
  const stated = note === undefined ? null : NOTE.exec(note);
  if (note === '' || (note !== undefined && !stated)) return refused('day.form', {});
  return andThen(readPlain(plainYears(date), asked), (found) =>
    andThen(inRange(found, asked.within ?? 'recorded'), () => onWeekday(found, stated?.[1])),
  );
}

/** A whole day: a month alone is refused. */
export function readWholeDay(written: string, asked: DayAsked = {}): Reading<Day> {
  return andThen(readDay(written, asked), (found) =>
    isMonth(found) ? refused('day.monthOnly', { month: found }) : readAs(found),
  );
}

function onWeekday(found: VagueDay, stated: string | undefined): Reading<VagueDay> {
  if (stated === undefined) return readAs(found);
  if (isMonth(found)) return refused('day.form', {});
  const is = WEEKDAYS[weekday(found)] ?? '';
  return is === stated ? readAs(found) : refused('day.weekdayDiffers', { on: found, stated, is });
}

function inRange(found: VagueDay, within: 'recorded' | 'planned'): Reading<VagueDay> {
  const [from, until] = within === 'planned' ? [PLANNED_FROM, PLANNED_UNTIL] : [EARLIEST_DAY, LATEST_DAY];
  const lies = within === 'planned' ? isPlannable(found) : isVagueDay(found);
  return lies ? readAs(found) : refused('day.outOfRange', { from, until });
}

const YEAR = `(?:${ERA_YEAR}|(\\d{4}))`;
const form = (rest: string): RegExp => new RegExp(`^${YEAR}${rest}$`, 'u');
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/u;
const WHOLE = form('(?:年|[./-])(\\d{1,2})(?:月|[./-])(\\d{1,2})日?');
const MONTH = form('(?:年|[./-])(\\d{1,2})(?:月(末日?|[上中下]旬|頃|ごろ)?)?');
const YEAR_END = form('年(度?)末日?');
const SHORT_FISCAL_END = form('年?度末日?');
const FISCAL_YEAR = form('年?度');
const YEAR_ALONE = form('年?');
const NO_SEPARATOR = form('(?:(?:年|[./-])?[\\d ]{2,}|\\d{1,2}(?:月|[./-])\\d{1,2})日?');
const NO_YEAR = /^(\d{1,2})(?:月|[./-])(?:(末日?)|(\d{1,2})日?)$/u;
const NO_ERA = /^(\d{1,2})(?:年|[./-])\d{1,2}(?:月|[./-])\d{1,2}日?$/u;
const THIS_FISCAL_END = /^(?:今|本)?年度末日?$/u;

function readPlain(plain: string, { today }: DayAsked): Reading<VagueDay> {
  const compact = COMPACT.exec(plain);
  if (compact) return existing(Number(compact[1]), Number(compact[2]), Number(compact[3]));
  const whole = WHOLE.exec(plain);
  if (whole) return dated(whole, (year) => existing(year, Number(whole[4]), Number(whole[5])));
  const month = MONTH.exec(plain);
  if (month) return dated(month, (year) => monthOf(year, Number(month[4]), month[5]));
  return readEnd(plain) ?? readYearless(plain, today) ?? whyNot(plain);
}

/** 令和7年度末, 令和7年末 */
function readEnd(plain: string): Reading<VagueDay> | null {
  const end = YEAR_END.exec(plain) ?? SHORT_FISCAL_END.exec(plain);
  if (!end) return null;
  const isFiscal = plain.includes('度');
  return dated(end, (year) => existing(isFiscal ? year + 1 : year, isFiscal ? 3 : 12, 31), isFiscal);
}

/** 10月末日, 11/16, 年度末: of the fiscal year that runs today, where that is known. */
function readYearless(plain: string, today: Day | undefined): Reading<VagueDay> | null {
  const yearless = NO_YEAR.exec(plain);
  if (!yearless && !THIS_FISCAL_END.test(plain)) return null;
  const month = yearless ? Number(yearless[1]) : 3;
  if (today === undefined) return refused('day.yearMissing', { month });
  const year = fiscalYearOf(today) + (month < 4 ? 1 : 0);
  const found =
    yearless?.[3] === undefined ? monthOf(year, month, '末') : existing(year, month, Number(yearless[3]));
  return andThen(found, (on) => readAs(on, { code: 'day.yearAssumed', facts: { on } }));
}

function whyNot(plain: string): Reading<never> {
  const year = (match: RegExpExecArray): number => calendarYear(match)?.year ?? 0;
  const fiscal = FISCAL_YEAR.exec(plain);
  if (fiscal) return refused('day.fiscalYear', { fiscalYear: year(fiscal) });
  const alone = YEAR_ALONE.exec(plain);
  if (alone) return refused('day.yearOnly', { year: year(alone) });
  const noEra = NO_ERA.exec(plain);
  if (noEra) return refused('day.eraMissing', { year: Number(noEra[1]) });
  const runTogether = NO_SEPARATOR.test(plain) || /\d \d/u.test(plain);
  return runTogether ? refused('day.separatorMissing', {}) : refused('day.form', {});
}

function calendarYear(match: RegExpExecArray): { year: number; era: Era | null } | null {
  const era = eraNamed(match[1]);
  if (!era) return { year: Number(match[3]), era: null };
  const inEra = yearInEra(match[2]);
  return inEra < 1 ? null : { year: yearOf(era, inEra), era };
}

function dated(
  match: RegExpExecArray,
  day: (year: number) => Reading<VagueDay>,
  isFiscal = false,
): Reading<VagueDay> {
  const meant = calendarYear(match);
  if (!meant) return refused('day.form', {});
  const { year, era } = meant;
  return andThen(day(year), (found) => (era ? ofEra(found, era, isFiscal) : readAs(found)));
}

/** A year past an era's end is read on (平成32年 is 2020): documents written before a change say so. */
function ofEra(found: VagueDay, era: Era, isFiscal: boolean): Reading<VagueDay> {
  if (earliestDay(found) < EARLIEST_DAY) return refused('day.lunar', {});
  if (latestDay(found) < era.from) return refused('day.beforeEra', { era: era.name, from: era.from });
  const was = eraOf(isFiscal ? `${Number(found.slice(0, 4)) - 1}-04-01` : earliestDay(found));
  const past = was !== null && was.from > era.from;
  return past ? readAs(found, { code: 'day.eraPast', facts: { era: era.name, on: found } }) : readAs(found);
}

function monthOf(year: number, month: number, part: string | undefined): Reading<VagueDay> {
  const vague = `${String(year).padStart(4, '0')}-${two(month)}`;
  if (month < 1 || month > 12) return refused('day.notExisting', { year, month, day: null });
  if (part === undefined) return readAs(vague);
  if (part.startsWith('末')) return readAs(latestDay(isMonth(vague) ? vague : `${vague}-31`));
  return readAs(vague, { code: 'day.partOfMonth', facts: { month: vague } });
}

function existing(year: number, month: number, day: number): Reading<Day> {
  const found = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
  return existsInCalendar(found) ? readAs(found) : refused('day.notExisting', { year, month, day });
}

const MONTH_DAY = /^(\d{1,2})(?:月|[./-])(\d{1,2})日?$/u;

/** A day of every year: `12-29`, `12/29`, `12月29日`. */
export function readMonthDay(written: string): Reading<string> {
  const plain = plainYears(withoutLooseBlanks(oneWidth(written)));
  if (plain === '') return refused('empty', {});
  const found = MONTH_DAY.exec(plain);
  if (!found) return refused('monthDay.form', {});
  const [month, day] = [Number(found[1]), Number(found[2])];
  const name = `${two(month)}-${two(day)}`;
  // 2024 has every day that any year has.
  return existsInCalendar(`2024-${name}`) ? readAs(name) : refused('monthDay.notExisting', { month, day });
}
