// What reading a written value gives: the value with what had to be interpreted, or the reason why it is none. Codes
// and facts only; the sentences stand in texts/values.ts.

/** Why a text is not the value asked for. */
export interface UnreadFacts {
  empty: Record<string, never>;
  'day.form': Record<string, never>;
  /** Two figures stand side by side with nothing, or a blank alone, between them. */
  'day.separatorMissing': Record<string, never>;
  'day.notExisting': { year: number; month: number; day: number | null };
  'day.weekdayDiffers': { on: string; stated: string; is: string };
  'day.beforeEra': { era: string; from: string };
  'day.lunar': Record<string, never>;
  'day.outOfRange': { from: string; until: string };
  'day.yearOnly': { year: number };
  'day.yearMissing': { month: number };
  'day.eraMissing': { year: number };
  'day.fiscalYear': { fiscalYear: number };
  'day.monthOnly': { month: string };
  'instant.form': Record<string, never>;
  'instant.time': { time: string };
  'timeOfDay.form': Record<string, never>;
  'monthDay.form': Record<string, never>;
  'monthDay.notExisting': { month: number; day: number };
  'year.form': Record<string, never>;
  'year.eraMissing': { year: number };
  'fiscalYear.form': Record<string, never>;
  'fiscalYear.eraMissing': { year: number };
  'fiscalYear.beforeEra': { era: string };
  'fiscalYear.outOfRange': { from: number; until: number };
  'fiscalYear.aDate': { fiscalYear: number };
  'yen.form': Record<string, never>;
  'yen.grouping': Record<string, never>;
  'yen.fraction': Record<string, never>;
  'yen.negative': Record<string, never>;
  'yen.tooLarge': { most: number };
  'amount.form': Record<string, never>;
  'cost.form': Record<string, never>;
  'amounts.yearTwice': { fiscalYear: number };
  'count.form': Record<string, never>;
  'count.tooLarge': { most: number };
  'distance.form': Record<string, never>;
  'nthWeekday.form': Record<string, never>;
  'score.form': Record<string, never>;
  'score.tooFine': { decimals: number };
  'step.form': Record<string, never>;
  'step.unknown': { item: string; known: string[] };
  'business.unknown': { nearest: string | null };
  'status.unknown': Record<string, never>;
}

/** What a reader took a text to mean where it could have meant something else. */
export interface RemarkFacts {
  /** A year past its era's end, read on: 平成32年 is 2020, 昭和100年 2025. */
  'day.eraPast': { era: string; on: string };
  'day.yearAssumed': { on: string };
  /** 上旬, 中旬, 下旬, 頃: the record knows the month. */
  'day.partOfMonth': { month: string };
  'instant.japanAssumed': { at: string };
  'fiscalYear.eraPast': { era: string; fiscalYear: number };
  'year.eraPast': { era: string; year: number };
}

export type UnreadCode = keyof UnreadFacts;
export type RemarkCode = keyof RemarkFacts;
export type Unread = { [C in UnreadCode]: { code: C; facts: UnreadFacts[C] } }[UnreadCode];
export type Remark = { [C in RemarkCode]: { code: C; facts: RemarkFacts[C] } }[RemarkCode];

export type Reading<T> =
  | { status: 'read'; value: T; remarks: Remark[] }
  | { status: 'refused'; reason: Unread };

export const readAs = <T>(value: T, ...remarks: Remark[]): Reading<T> => ({ status: 'read', value, remarks });

export function refused<C extends UnreadCode>(code: C, facts: UnreadFacts[C]): Reading<never> {
  // TypeScript cannot follow a mapped union back from its generic key.
  return { status: 'refused', reason: { code, facts } as Unread };
}

/** Goes on with what was read; a refusal and the remarks so far stay. */
export function andThen<A, B>(reading: Reading<A>, next: (value: A) => Reading<B>): Reading<B> {
  if (reading.status === 'refused') return reading;
  const after = next(reading.value);
  return after.status === 'refused' ? after : { ...after, remarks: [...reading.remarks, ...after.remarks] };
}
