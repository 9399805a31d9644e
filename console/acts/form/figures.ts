// Figures and days as they are typed in a dialog, by the readers of every door: what the check takes is what is sent.
// Null where it is none.
import { readFiscalYear } from '../../../machines/values/calendar/fiscal-year.ts';
import { readCosts, readYen, type YearCost } from '../../../machines/values/money.ts';
import { readDay } from '../../../machines/values/read-day.ts';
import type { Reading } from '../../../machines/values/reading.ts';
import { readCount, readScore } from '../../../machines/values/score.ts';
import type { QuestionView } from '../../../server/contract/migrations/explanation.ts';
import { unreadText } from '../../../texts/values.ts';
import type { Sentence } from '../../words/sentence.ts';

/** One width, no blanks around. */
export const plain = (typed: string): string => typed.normalize('NFKC').trim();

const figureIn = <T>(reading: Reading<T>): T | null => (reading.status === 'read' ? reading.value : null);

const vagueDayIn = (typed: string) => readDay(typed, { within: 'planned' });

/** By which a value of a kind is read, for why one is none. */
const readers: Partial<Record<QuestionView['kind'], (typed: string) => Reading<unknown>>> = {
  yen: readYen,
  score: readScore,
  count: readCount,
  number: readCount,
  ordinal: readCount,
  fiscalYear: readFiscalYear,
  day: vagueDayIn,
  vagueDay: vagueDayIn,
};

/** In words; null where it is one, and of kinds that have no reader of their own. */
export function unreadAs(kind: QuestionView['kind'], typed: string): Sentence | null {
  const reading = readers[kind]?.(typed);
  return reading?.status === 'refused' ? unreadText(plain(typed), reading.reason) : null;
}

/** `164,115,710`, `1億6411万5710円` */
export const yenOf = (typed: string): number | null => figureIn(readYen(typed));
export const countOf = (typed: string): number | null => figureIn(readCount(typed));
export const scoreOf = (typed: string): string | null => figureIn(readScore(typed));
/** `2023`, `令和5年度`, `R5` */
export const fiscalYearOf = (typed: string): number | null => figureIn(readFiscalYear(typed));
/** `2024-04`, `令和6年4月`, `R6.4.30` */
export const vagueDayOf = (typed: string): string | null => figureIn(vagueDayIn(typed));

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

/** As they would be typed: `2025=12000000/3400000`. */
export const costsTyped = (costs: readonly YearCost[]): string =>
  costs
    .map(({ fiscalYear, migrationYen, operationYen }) => `${fiscalYear}=${migrationYen}/${operationYen}`)
    .join('\n');

export function fiscalYearsOf(typed: string): number[] | null {
  const years = plain(typed)
    .split(/[,、\s]+/)
    .filter((part) => part !== '')
    .map(fiscalYearOf);
  return years.every((year) => year !== null) ? years : null;
}
