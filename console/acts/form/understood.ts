// How a value is written, and how what is typed is understood: money as people write it, days and fiscal years by their era.
import { type Speech, useSpeech } from '../../words/language.tsx';
import type { Word } from '../../words/words.ts';
import type { Question } from '../questions.ts';
import { costsOf, fiscalYearOf, fiscalYearsOf, vagueDayOf, yenOf } from './figures.ts';

const hints: Partial<Record<Question['kind'], Word>> = {
  costs: 'act.costsNote',
  vagueDay: 'act.vagueNote',
  yen: 'act.yenNote',
  fiscalYear: 'act.fiscalYearNote',
  fiscalYears: 'act.fiscalYearsNote',
};

export function useHint(kind: Question['kind']): string | null {
  const { t } = useSpeech();
  const hint = hints[kind];
  return hint ? t(hint) : null;
}

export const useUnderstood = (kind: Question['kind'], typed: string): string | null =>
  understoodAs(kind, typed, useSpeech());

export type Understanding = Pick<Speech, 't' | 'era' | 'money' | 'fiscalYear'>;

/** Null where nothing is typed, where it is not understood, and where it says what it says. */
export function understoodAs(
  kind: Question['kind'],
  typed: string,
  { t, era, money, fiscalYear }: Understanding,
): string | null {
  if (typed.trim() === '') return null;
  const of = <T>(value: T | null, said: (value: T) => string | null) => (value === null ? null : said(value));
  switch (kind) {
    case 'costs':
      return of(costsOf(typed), (costs) =>
        costs
          .map(({ fiscalYear: year, migrationYen, operationYen }) =>
            t('act.costsUnderstood', {
              year: fiscalYear(year),
              migration: money(migrationYen),
              operation: money(operationYen),
            }),
          )
          .join(t('mark.and')),
      );
    case 'day':
    case 'exactDay':
      return /^\d{4}-\d{2}-\d{2}$/.test(typed) ? era(typed) : null;
    case 'vagueDay':
      return of(vagueDayOf(typed), era);
    case 'yen':
      return of(yenOf(typed), money);
    case 'fiscalYear':
      return of(fiscalYearOf(typed), fiscalYear);
    case 'fiscalYears':
      return of(fiscalYearsOf(typed), (years) => years.map(fiscalYear).join(t('mark.and')));
    default:
      return null;
  }
}
