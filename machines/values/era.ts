// Japanese era dates (和暦), read as officials write them and printed as reports do. Pure; knows no clock. Days before
// 明治6年 are refused: until then the months were those of the lunar calendar.
import { type Day, earliestDay, isDay, isMonth, latestDay, type VagueDay, weekday } from './date.ts';

interface Era {
  name: string;
  letter: string;
  romanized: string;
  /** The era's first day; the day before still belongs to the previous one. */
  from: Day;
}

const eras: readonly Era[] = [
  { name: '令和', letter: 'R', romanized: 'Reiwa', from: '2019-05-01' },
  { name: '平成', letter: 'H', romanized: 'Heisei', from: '1989-01-08' },
  { name: '昭和', letter: 'S', romanized: 'Showa', from: '1926-12-25' },
  { name: '大正', letter: 'T', romanized: 'Taisho', from: '1912-07-30' },
  { name: '明治', letter: 'M', romanized: 'Meiji', from: '1868-01-25' },
];
const GREGORIAN_FROM: Day = '1873-01-01';
const WEEKDAYS = '日月火水木金土';

const two = (n: number): string => String(n).padStart(2, '0');
const firstYear = (era: Era): number => Number(era.from.slice(0, 4));

/** The era of a day and the year in it, 元年 being 1; null before 明治6年. */
export function eraYearOf(day: Day): { era: string; letter: string; romanized: string; year: number } | null {
  if (day < GREGORIAN_FROM) return null;
  const era = eras.find((candidate) => candidate.from <= day);
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

/** `令和5年度` of the fiscal year that begins in April of `year`; the year of an era's beginning is its 元年度. */
export function formatFiscalYear(year: number): string {
  const found = eraYearOf(`${year + 1}-03-31`);
  const inApril = eraYearOf(`${year}-04-01`);
  if (!found || !inApril) return `${year}年度`;
  const inEra = found.era === inApril.era ? inApril.year : found.year - 1;
  // 昭和64年1月–3月 is still 昭和63年度: an era that began after the new year does not name the running fiscal year.
  const named = inEra >= 1 ? { era: found.era, year: inEra } : inApril;
  return `${named.era}${yearWord(named.year)}年度`;
}

const digits: Record<string, string> = Object.fromEntries(
  [...'〇一二三四五六七八九'].map((kanji, value) => [kanji, String(value)]),
);

/** Kanji numerals below 100 as digits: 十一 → 11, 二十 → 20, 三十一 → 31. */
function arabic(text: string): string {
  return text
    .replace(/([一二三四五六七八九]?)十([一二三四五六七八九]?)/gu, (_, tens: string, ones: string) =>
      String((tens ? Number(digits[tens]) : 1) * 10 + (ones ? Number(digits[ones]) : 0)),
    )
    .replace(/[〇一二三四五六七八九]/gu, (kanji) => digits[kanji] ?? kanji);
}

const ERA_DATE =
  /^(令和|平成|昭和|大正|明治|[RHSTM])(元|\d{1,2})(?:年|[./-])(\d{1,2})(?:月(末)?|[./-])?(?:(\d{1,2})日?)?$/u;
const WESTERN_DATE = /^(\d{4})(?:年|[./-])(\d{1,2})(?:月(末)?|[./-])?(?:(\d{1,2})日?)?$/u;
const COMPACT_DATE = /^(\d{4})(\d{2})(\d{2})$/;

/**
 * Reads a date as it stands in a document: `令和５年１１月１６日（木）`, `R5.11.16`, `令和5年10月末`, `2023/11/16`,
 * `2023-11-16`, `令和5年10月` (a month). Null where it is no date, or where its weekday is another.
 * A year past an era's end is read on (平成32年 is 2020): documents written before a change say so.
 */
export function parseJapaneseDate(written: string): VagueDay | null {
  const plain = written.normalize('NFKC').replace(/\s+/gu, '');
  const [, date = '', stated] = /^(.*?)(?:\(([日月火水木金土])(?:曜日?)?\))?$/u.exec(plain) ?? [];
  const found = parsePlain(stated === undefined ? plain : date);
  if (found === null || stated === undefined) return found;
  return isDay(found) && WEEKDAYS[weekday(found)] === stated ? found : null;
}

function parsePlain(plain: string): VagueDay | null {
  const compact = COMPACT_DATE.exec(plain);
  if (compact) return existing(Number(compact[1]), Number(compact[2]), Number(compact[3]));
  const western = WESTERN_DATE.exec(arabic(plain));
  if (western) return fromParts(Number(western[1]), western[2], western[3], western[4]);
  const match = ERA_DATE.exec(arabic(plain).replace(/^[rhstm]/, (letter) => letter.toUpperCase()));
  const era = eras.find(({ name, letter }) => name === match?.[1] || letter === match?.[1]);
  if (!match || !era) return null;
  const year = match[2] === '元' ? 1 : Number(match[2]);
  if (year < 1) return null;
  const found = fromParts(firstYear(era) + year - 1, match[3], match[4], match[5]);
  if (found === null || latestDay(found) < era.from || earliestDay(found) < GREGORIAN_FROM) return null;
  return found;
}

function fromParts(
  year: number,
  month: string | undefined,
  end: string | undefined,
  date: string | undefined,
): VagueDay | null {
  if (end !== undefined && date !== undefined) return null;
  const vague = `${year}-${two(Number(month))}`;
  if (date === undefined && !isMonth(vague)) return null;
  if (end !== undefined) return latestDay(vague);
  return date === undefined ? vague : existing(year, Number(month), Number(date));
}

function existing(year: number, month: number, date: number): Day | null {
  const day = `${year}-${two(month)}-${two(date)}`;
  return isDay(day) ? day : null;
}
