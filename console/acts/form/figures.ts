// Figures and days as they are typed in a dialog, read once: what the check takes is what is sent. Null where it is none.
import { parseJapaneseDate } from '../../../server/contract/dates.ts';

/** Full-width digits and separators are the same figures. */
export const plain = (typed: string): string => typed.normalize('NFKC').trim();

const grouped = /^\d{1,3}(,\d{3})+$/;

/** `164,115,710` or `164115710`; a separator out of its place is a slip and not a figure. */
export function yenOf(typed: string): number | null {
  const figure = plain(typed)
    .replace(/円$/, '')
    .replace(/^[¥￥]/, '');
  if (!/^\d+$/.test(figure) && !grouped.test(figure)) return null;
  const value = Number(figure.replaceAll(',', ''));
  return Number.isSafeInteger(value) ? value : null;
}

export function countOf(typed: string): number | null {
  const figure = plain(typed);
  return /^\d{1,6}$/.test(figure) ? Number(figure) : null;
}

const era = /^(?:令和|R)(元|\d{1,2})(?:年度?)?$/i;

/** `2023`, `令和5年度`, `R5`: the calendar year in which the fiscal year begins. */
export function fiscalYearOf(typed: string): number | null {
  const figure = plain(typed);
  const [, inEra] = era.exec(figure) ?? [];
  if (inEra !== undefined) return 2018 + (inEra === '元' ? 1 : Number(inEra));
  const [, year] = /^(\d{4})(?:年度?)?$/.exec(figure) ?? [];
  return year !== undefined && Number(year) >= 1989 && Number(year) <= 2150 ? Number(year) : null;
}

export function fiscalYearsOf(typed: string): number[] | null {
  const years = plain(typed)
    .split(/[,、\s]+/)
    .filter((part) => part !== '')
    .map(fiscalYearOf);
  return years.every((year) => year !== null) ? years : null;
}

/** `2024-04`, `2024-04-30`, `令和6年4月`, `R6.4.30`. */
export const vagueDayOf = (typed: string): string | null => parseJapaneseDate(typed);
