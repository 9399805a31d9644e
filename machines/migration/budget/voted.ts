// Which years' budgets are voted, and since when: said with amounts or without. A year counts from its first vote on.
import { earliestDay, type VagueDay } from '../../values/date.ts';
import { NOTED, type Note, notesOf } from '../noted/noted.ts';
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

type Voted = Pick<Note<typeof NOTED.budgetVoted>, 'migrationYen' | 'operationYen' | 'direction'>;

/** By how much a vote changes the year's budget, both costs apart: a 減額補正 makes it less. */
export const changeOf = ({ migrationYen, operationYen, direction }: Voted) =>
  direction === 'decrease'
    ? { migrationYen: -migrationYen, operationYen: -operationYen }
    : { migrationYen, operationYen };

export function changeYen(vote: Voted): number {
  const { migrationYen, operationYen } = changeOf(vote);
  return migrationYen + operationYen;
}
