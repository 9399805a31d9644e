// What of a contract would stand without money or vote if a budget, a 債務負担行為 or a vote were not as recorded: each version by the day
// of its own 決裁. Only what was covered can lose its cover.
import type { Case } from '../act.ts';
import { coverObjections } from '../budget/cover.ts';
import { NOTED } from '../noted/noted.ts';
import { CONTRACT_MADE } from '../procurement/shapes.ts';
import type { MigrationContext } from '../state.ts';
import { changeObjections, voteObjections } from './council.ts';
import { contractVersions } from './now.ts';

function uncovered(given: Case, context: MigrationContext): string[] {
  const { contract } = context;
  return contractVersions(context).flatMap(({ no, on, decidedOn, amounts, totalYen }) => {
    const known = { ...given, context, event: { ...given.event, occurredOn: on } };
    const by = { ...known.event, occurredOn: decidedOn ?? on };
    const lacks = [
      ...coverObjections(known, amounts, by),
      ...(no === 0 ? voteObjections : changeObjections)(known, contract?.contractType, totalYen),
    ];
    return lacks.length === 0 ? [] : [no === 0 ? CONTRACT_MADE : NOTED.amendment];
  });
}

/** Kinds of fact that `without` lacks money or a vote for, and that had them. */
export function moneyLost(given: Case, now: MigrationContext, without: MigrationContext): string[] {
  const before = uncovered(given, now);
  return [...new Set(uncovered(given, without).filter((type) => !before.includes(type)))];
}
