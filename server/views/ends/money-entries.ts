// Which entry each figure of a system's money stands in: by what the entry says, or what its correction made of it. Pure.
import { NOTED } from '../../../machines/migration/noted/noted.ts';
import { CONTRACT_MADE } from '../../../machines/migration/procurement/shapes.ts';
import type { MadeCorrection } from '../../../machines/migration/state.ts';
import type { EntryBody } from '../../../machines/record/entry.ts';
import type { MoneyEntry } from '../../contract/ends/money.ts';

/** What a figure is called by the kind of its entry. */
const KINDS: ReadonlyMap<string, string> = new Map([
  [NOTED.budgetRequested, 'requested'],
  [NOTED.budgetAssessed, 'assessed'],
  [NOTED.budgetVoted, 'voted'],
  [NOTED.obligation, 'obligation'],
  [NOTED.estimate, 'estimate'],
  [NOTED.request, 'request'],
  [NOTED.councilVote, 'vote'],
  [NOTED.amendment, 'version'],
  [CONTRACT_MADE, 'version'],
]);
export const moneyTypes: readonly string[] = [...KINDS.keys()];

/** By its number, 0 of a contract as made; a budget is named by its year and supplement. */
function figureOf(fact: { type: string; [name: string]: unknown }): string {
  const { no = 0, fiscalYear, supplement = 0 } = fact;
  const named = fiscalYear === undefined ? [no] : [fiscalYear, supplement];
  return [KINDS.get(fact.type), ...named].join('/');
}

/**
 * @param newestFirst of those kinds; where one was recorded again, the later says what stands. One that was voided says nothing.
 */
export function moneyEntriesOf(
  newestFirst: readonly Pick<EntryBody, 'seq' | 'fact'>[],
  made: Readonly<Record<string, MadeCorrection>>,
): MoneyEntry[] {
  const found = new Map<string, MoneyEntry>();
  for (const { seq, fact } of newestFirst) {
    const put = made[seq];
    if (put?.as === null) continue;
    const figure = figureOf({ ...(put?.as?.fact ?? fact) });
    if (!found.has(figure)) found.set(figure, { figure, entry: seq, corrected: put !== undefined });
  }
  return [...found.values()];
}
