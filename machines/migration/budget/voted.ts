// Which years' budgets are voted, and since when: said with amounts or without. A year counts from its first vote on.
import { earliestDay, type VagueDay } from '../../values/date.ts';
import { NOTED, notesOf } from '../noted/noted.ts';
import type { MigrationContext } from '../state.ts';

type Known = Pick<MigrationContext, 'budgets' | 'noted'>;

export function votedDays(context: Known): Record<string, VagueDay> {
  const days: Record<string, VagueDay> = { ...context.budgets };
  for (const { fiscalYear, on } of notesOf(context, NOTED.budgetVoted)) {
    const before = days[String(fiscalYear)];
    days[String(fiscalYear)] = before !== undefined && earliestDay(before) <= earliestDay(on) ? before : on;
  }
  return days;
}

export const firstVoted = (context: Known): VagueDay | undefined =>
  Object.values(votedDays(context)).sort()[0];
