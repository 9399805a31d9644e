// Figures and days as they are typed in a dialog, by the readers of every door: what the check takes is what is sent.
// Null where it is none.
import { readFiscalYear } from '../../../machines/values/calendar/fiscal-year.ts';
import { readCosts, readYen } from '../../../machines/values/money.ts';
import { readDay } from '../../../machines/values/read-day.ts';
import type { Reading } from '../../../machines/values/reading.ts';
import { readCount, readScore } from '../../../machines/values/score.ts';

/** One width, no blanks around. */
export const plain = (typed: string): string => typed.normalize('NFKC').trim();

const figureIn = <T>(reading: Reading<T>): T | null => (reading.status === 'read' ? reading.value : null);

/** `164,115,710`, `1億6411万5710円` */
export const yenOf = (typed: string): number | null => figureIn(readYen(typed));
export const countOf = (typed: string): number | null => figureIn(readCount(typed));
export const scoreOf = (typed: string): string | null => figureIn(readScore(typed));
/** `2023`, `令和5年度`, `R5` */
export const fiscalYearOf = (typed: string): number | null => figureIn(readFiscalYear(typed));
/** `2024-04`, `令和6年4月`, `R6.4.30` */
export const vagueDayOf = (typed: string): string | null => figureIn(readDay(typed, { within: 'planned' }));

/** A line each: `R7=12000000/3400000`. */
export const costsOf = (typed: string) =>
  figureIn(
    readCosts(
      plain(typed)
        .split(/\n|;/)
        .map((line) => line.trim())
        .filter((line) => line !== ''),
    ),
  );

export function fiscalYearsOf(typed: string): number[] | null {
  const years = plain(typed)
    .split(/[,、\s]+/)
    .filter((part) => part !== '')
    .map(fiscalYearOf);
  return years.every((year) => year !== null) ? years : null;
}
