// How a report's tables write days and years, in one of its languages. Knows no table.
import { isDay } from '../../../machines/values/date.ts';
import { formatEra, formatFiscalYear } from '../../../machines/values/era.ts';
import type { Cell, Language, Typed } from '../section.ts';

export const pick = (language: Language, ja: string, en: string): string => (language === 'ja' ? ja : en);

export const dayIn = (day: string, language: Language): string => (language === 'ja' ? formatEra(day) : day);
export const yearIn = (year: number, language: Language): string =>
  language === 'ja' ? formatFiscalYear(year) : `FY${year}`;

/** A day as a cell: where no more than a month is known it is a text. */
export const dayCell = (day: string | null, language: Language): Cell | Typed => {
  if (day === null) return '－';
  return isDay(day) ? { text: dayIn(day, language), on: day } : dayIn(day, language);
};

/** A whole number or a score, and what it counts. */
export const countCell = (number: number | string, suffix = ''): Typed => ({
  text: `${number}${suffix}`,
  number: String(number),
  suffix,
});
