// Japanese eras (和暦): which one a day belongs to, and days and fiscal years printed by them. Pure; knows no clock.
// Days before 明治6年 have none here: until then the months were those of the lunar calendar.
import { type Day, EARLIEST_DAY, latestDay, type VagueDay } from './date.ts';

export interface Era {
  name: string;
  letter: string;
  romanized: string;
  /** The era's first day; the day before still belongs to the previous one. */
  from: Day;
}

/** Newest first. */
export const eras: readonly Era[] = [
  { name: '令和', letter: 'R', romanized: 'Reiwa', from: '2019-05-01' },
  { name: '平成', letter: 'H', romanized: 'Heisei', from: '1989-01-08' },
  { name: '昭和', letter: 'S', romanized: 'Showa', from: '1926-12-25' },
  { name: '大正', letter: 'T', romanized: 'Taisho', from: '1912-07-30' },
  { name: '明治', letter: 'M', romanized: 'Meiji', from: '1868-01-25' },
];

const firstYear = (era: Era): number => Number(era.from.slice(0, 4));

/** A year written by an era, as the source of a pattern: the era's name or letter, then 元 or a number. */
export const ERA_YEAR = '(令和|平成|昭和|大正|明治|[RHSTM])(元|\\d{1,3})';

/** 元 is the first. */
export const yearInEra = (word: string | undefined): number => (word === '元' ? 1 : Number(word));

/** By its name or its letter. */
export const eraNamed = (word: string | undefined): Era | undefined =>
  eras.find(({ name, letter }) => name === word || letter === word);

/** The calendar year of an era's year, 元年 being 1. */
export const yearOf = (era: Era, year: number): number => firstYear(era) + year - 1;

export function eraOf(day: Day): Era | null {
  return day < EARLIEST_DAY ? null : (eras.find((candidate) => candidate.from <= day) ?? null);
}

/** The era of a day and the year in it, 元年 being 1; null before 明治6年. */
export function eraYearOf(day: Day): { era: string; letter: string; romanized: string; year: number } | null {
  const era = eraOf(day);
  if (!era) return null;
  const { name, letter, romanized } = era;
  return { era: name, letter, romanized, year: Number(day.slice(0, 4)) - firstYear(era) + 1 };
}

const yearWord = (year: number): string => (year === 1 ? '元' : String(year));

/** `令和5年11月16日`, or `令和5年10月` where only the month is known; a day without an era stays as it is. */
export function formatEra(vague: VagueDay): string {
  const found = eraYearOf(latestDay(vague));
  if (!found) return vague;
  const [, month, date] = vague.split('-').map(Number) as [number, number, number | undefined];
  const head = `${found.era}${yearWord(found.year)}年${month}月`;
  return date === undefined ? head : `${head}${date}日`;
}

/** `R5.11.16`, or `R5.10` where only the month is known. */
export function formatEraShort(vague: VagueDay): string {
  const found = eraYearOf(latestDay(vague));
  if (!found) return vague;
  const [, month, date] = vague.split('-').map(Number) as [number, number, number | undefined];
  return [`${found.letter}${found.year}`, month, date].filter((part) => part !== undefined).join('.');
}

/**
 * `令和5年度` of the fiscal year that begins in April of `year`. A year is named by the era of its last day when that
 * era was proclaimed by its first months (令和元年度); 昭和64年1月–3月 is still 昭和63年度.
 */
export function formatFiscalYear(year: number): string {
  const { era, year: inEra } = fiscalYearInEra(year) ?? {};
  return era === undefined || inEra === undefined ? `${year}年度` : `${era}${yearWord(inEra)}年度`;
}

function fiscalYearInEra(year: number): { era: string; letter: string; year: number } | null {
  const atEnd = eraYearOf(`${year + 1}-03-31`);
  const inApril = eraYearOf(`${year}-04-01`);
  if (!atEnd || !inApril) return null;
  const inEra = atEnd.era === inApril.era ? inApril.year : atEnd.year - 1;
  return inEra >= 1 ? { ...atEnd, year: inEra } : inApril;
}
