// What a decision on a system is about in yen, for whoever decides by amounts (専決): the contract as it is now, else what is asked for
// it, else the newest estimate, else what was voted. Null where nothing is said.
import { contractNow } from '../contract/now.ts';
import { sumsOf } from '../estimates/rules.ts';
import { lastNote, NOTED, notesOf } from '../noted/noted.ts';
import type { MigrationContext } from '../state.ts';

export function amountOfMatter(context: Pick<MigrationContext, 'contract' | 'noted'>): number | null {
  const contract = contractNow(context);
  if (contract) return contract.totalYen;
  const request = lastNote(context, NOTED.request);
  if (request) return request.plannedYen;
  const estimate = lastNote(context, NOTED.estimate);
  if (estimate) return sumsOf(estimate.costs).totalYen;
  const votes = notesOf(context, NOTED.budgetVoted);
  return votes.length === 0
    ? null
    : votes.reduce((sum, { migrationYen, operationYen }) => sum + migrationYen + operationYen, 0);
}
