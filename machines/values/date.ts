// Civil dates and instants as plain strings. Japan has one offset and no summer time, so an instant of this
// domain is always written with +09:00. Knows no clock and no holiday.

/** A day, `YYYY-MM-DD`. */
export type Day = string;
/** A day, or a month where no more is known: `YYYY-MM-DD` or `YYYY-MM`. */
export type VagueDay = string;
/** ISO 8601 with offset, e.g. `2026-03-31T17:15:00+09:00`. */
export type Instant = string;

/** The first day of the Gregorian calendar in Japan (明治6年1月1日). */
export const EARLIEST_DAY: Day = '1873-01-01';
/** A later day is a slip of the pen, not a date of any record or plan. */
export const LATEST_DAY: Day = '2199-12-31';
/** Days of a plan: nothing that is still to be done lies outside. */
export const PLANNED_FROM: Day = '1990-01-01';
export const PLANNED_UNTIL: Day = '2150-12-31';

const DAY_MS = 86_400_000;
const JST_MS = 9 * 3_600_000;

/** `07`: as a month, a day, an hour is written. */
export const two = (n: number): string => String(n).padStart(2, '0');

const dayNumber = (day: Day): number => Date.parse(`${day}T00:00:00Z`) / DAY_MS;

const fromDayNumber = (n: number): Day => new Date(n * DAY_MS).toISOString().slice(0, 10);

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

const daysIn = (year: number, month: number): number =>
  month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;

/** Whether a day of the calendar, of whatever year: `2023-02-29` is none. */
export function existsInCalendar(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const [year, month, day] = [text.slice(0, 4), text.slice(5, 7), text.slice(8)].map(Number);
  if (year === undefined || month === undefined || day === undefined) return false;
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

/** True for a day that exists and can be meant: `2023-02-29` and `9999-12-31` are none. */
export function isDay(text: string): boolean {
  return existsInCalendar(text) && EARLIEST_DAY <= text && text <= LATEST_DAY;
}

/** True for a month that exists and can be meant, `YYYY-MM`. */
export function isMonth(text: string): boolean {
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(text) && isDay(`${text}-01`);
}

export const isVagueDay = (text: string): boolean => isDay(text) || isMonth(text);

/** A day or month that a plan may name. */
export const isPlannable = (text: string): boolean =>
  isVagueDay(text) && PLANNED_FROM <= earliestDay(text) && earliestDay(text) <= PLANNED_UNTIL;

export function addDays(day: Day, days: number): Day {
  return fromDayNumber(dayNumber(day) + days);
}

/** Whole days from `from` to `to`; negative when `to` lies before. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}

/** The day with the same number `months` later, or that month's last day where it has no such number (民法143条2項). */
export function addMonths(day: Day, months: number): Day {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const index = year * 12 + (month - 1) + months;
  const y = Math.floor(index / 12);
  const m = (index % 12) + 1;
  return `${String(y).padStart(4, '0')}-${two(m)}-${two(Math.min(date, lengthOfMonth(y, m)))}`;
}

export function lengthOfMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** 0 Sunday … 6 Saturday. */
export function weekday(day: Day): number {
  return (((dayNumber(day) + 4) % 7) + 7) % 7;
}

/** The first day that a vague day can mean. */
export function earliestDay(vague: VagueDay): Day {
  return isMonth(vague) ? `${vague}-01` : vague;
}

/** The last day that a vague day can mean: the month's end where only the month is known. */
export function latestDay(vague: VagueDay): Day {
  if (!isMonth(vague)) return vague;
  const [year, month] = vague.split('-').map(Number) as [number, number];
  return `${vague}-${two(lengthOfMonth(year, month))}`;
}

/**
 * The last day that a vague day can mean in what was recorded at an instant: what is recorded within a month had happened
 * by then. The record's columns say the same (`reach_of`).
 */
export function reachOn(vague: VagueDay, recordedAt: Instant): Day {
  if (!isMonth(vague)) return vague;
  const recorded = dayOf(recordedAt);
  return recorded.startsWith(vague) ? recorded : latestDay(vague);
}

/** The instant of a day's `time` (`HH:MM` or `HH:MM:SS`) in Japan. */
export function instantOf(day: Day, time: string): Instant {
  return `${day}T${time.length === 5 ? `${time}:00` : time}+09:00`;
}

/** The day in Japan on which an instant falls. */
export function dayOf(instant: Instant): Day {
  return fromDayNumber(Math.floor((Date.parse(instant) + JST_MS) / DAY_MS));
}

/** The time of day in Japan, `HH:MM`. */
export function timeOf(instant: Instant): string {
  return new Date(Date.parse(instant) + JST_MS).toISOString().slice(11, 16);
}

/** Milliseconds since the epoch, written as an instant in Japan; the fraction only where there is one. */
export function instantFromMs(ms: number): Instant {
  const local = new Date(ms + JST_MS).toISOString();
  return `${local.endsWith('.000Z') ? local.slice(0, 19) : local.slice(0, 23)}+09:00`;
}

/** Order of two instants, whatever their offsets: negative, zero, positive. */
export function compareInstants(a: Instant, b: Instant): number {
  return Date.parse(a) - Date.parse(b);
}

/** The fiscal year (会計年度, 1 April to 31 March; 地方自治法208条) that a day belongs to, by its first year. */
export function fiscalYearOf(day: Day): number {
  const [year, month] = day.split('-').map(Number) as [number, number, number];
  return month >= 4 ? year : year - 1;
}

/** The last day of that year. */
export const fiscalYearEnd = (day: Day): Day => `${fiscalYearOf(day) + 1}-03-31`;

/** In March the first day of the year that begins next, which is what is prepared then; null in any other month. */
export const fiscalYearAhead = (day: Day): Day | null =>
  day.slice(5, 7) === '03' ? `${fiscalYearOf(day) + 1}-04-01` : null;
