// What a decision on a system is about in yen, for whoever decides by amounts (専決): the contract as it is now; else what is asked for
// it, or the newest estimate; else what was voted.
import { amountOf, type Recorded } from '../../decision/authority.ts';
import { changeYen } from '../budget/voted.ts';
import { contractNow } from '../contract/now.ts';
import { sumsOf } from '../estimates/rules.ts';
import { lastNote, NOTED, notesOf } from '../noted/noted.ts';
import type { MigrationContext } from '../state.ts';

type Known = Pick<MigrationContext, 'contract' | 'noted'>;

/** What the record says of each; what it does not say is undefined. */
export function amountsIn(context: Known): Recorded {
  const estimate = lastNote(context, NOTED.estimate);
  const voted = notesOf(context, NOTED.budgetVoted).map(changeYen);
  return {
    contractYen: contractNow(context)?.totalYen,
    estimateYen:
      lastNote(context, NOTED.request)?.plannedYen ?? (estimate && sumsOf(estimate.costs).totalYen),
    budgetYen: voted.length === 0 ? undefined : voted.reduce((sum, yen) => sum + yen, 0),
  };
}

/** Null where nothing is said. */
export const amountOfMatter = (context: Known): number | null => amountOf(amountsIn(context))?.yen ?? null;
