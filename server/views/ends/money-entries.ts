// Which entry each figure of a system's money stands in: by what the entry says, or what its correction made of it. Pure.
import { NOTED } from '../../../machines/migration/noted/noted.ts';
import { CONTRACT_MADE } from '../../../machines/migration/procurement/shapes.ts';
import type { MadeCorrection } from '../../../machines/migration/state.ts';
import type { EntryBody } from '../../../machines/record/entry.ts';
import type { MoneyEntry } from '../../contract/ends/money.ts';

export const moneyTypes: readonly string[] = [
  NOTED.budgetRequested,
  NOTED.budgetAssessed,
  NOTED.budgetVoted,
  NOTED.obligation,
  NOTED.estimate,
  NOTED.request,
  NOTED.councilVote,
  NOTED.amendment,
  NOTED.termination,
  CONTRACT_MADE,
];

const numberIn = (value: unknown): number | null => (typeof value === 'number' ? value : null);

/**
 * @param newestFirst of those kinds; where one was recorded again, the later says what stands. One that was voided says nothing.
 */
export function moneyEntriesOf(
  newestFirst: readonly EntryBody[],
  made: Readonly<Record<string, MadeCorrection>>,
): MoneyEntry[] {
  const found = new Map<string, MoneyEntry>();
  for (const { seq, fact } of newestFirst) {
    const put = made[seq];
    if (put?.as === null) continue;
    const { no, fiscalYear, supplement }: Record<string, unknown> = { ...(put?.as?.fact ?? fact) };
    const figure = {
      type: fact.type,
      no: numberIn(no),
      fiscalYear: numberIn(fiscalYear),
      supplement: numberIn(supplement),
    };
    const key = JSON.stringify(figure);
    if (!found.has(key)) found.set(key, { ...figure, entry: seq, corrected: put !== undefined });
  }
  return [...found.values()];
}
