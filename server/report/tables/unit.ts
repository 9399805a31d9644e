// How amounts are written in a unit. The sum of what was rounded is not the rounded sum: sums are rounded from the exact ones.
import type { Cell, Language, Unit } from '../section.ts';

/** In thousands half a thousand goes up, of what is negative down (四捨五入). */
export function inUnit(yen: number, unit: Unit): number {
  if (unit === 'yen') return yen;
  const thousands = Math.floor((Math.abs(yen) + 500) / 1000);
  return yen < 0 && thousands > 0 ? -thousands : thousands;
}

/** As a person reads it, with its unit beside: 円 and ¥ by its language. */
export function amountWritten(yen: number, unit: Unit, language: Language): string {
  const grouped = inUnit(yen, unit).toLocaleString('en-US');
  if (unit === 'thousandYen') return language === 'ja' ? `${grouped}千円` : `¥${grouped}k`;
  return language === 'ja' ? `${grouped}円` : `¥${grouped}`;
}

/** The same where a table says its unit once. */
export const cellWritten = (cell: Cell, unit: Unit): string =>
  typeof cell === 'string' ? cell : inUnit(cell, unit).toLocaleString('en-US');
