// The period that a report tells of: what happened within it, of days and of months.
import { earliestDay, fiscalYearOf, latestDay } from '../../../machines/values/date.ts';

export interface Period {
  from: string;
  to: string;
}

/** Whether something of it lies within: of a month any of its days. */
export const isWithin = (period: Period | null, on: string, endedOn: string | null = null): boolean =>
  period === null || (earliestDay(on) <= period.to && latestDay(endedOn ?? on) >= period.from);

export const hasYear = (period: Period | null, year: number): boolean =>
  period === null || (fiscalYearOf(period.from) <= year && year <= fiscalYearOf(period.to));
