// How the dates of many deadlines come about, or who must set them: the systems they are of, read once, and each derived from definition and state.
import type { Ledger } from '../../ledger/open.ts';
import { chainOf } from '../../machines/record/chain.ts';
import { type Explained, explained } from '../views/deadline-view.ts';
import type { SystemNames } from './naming/system-names.ts';

export interface OfSystem {
  programme: string;
  system: string;
  deadline: string;
}

/** As each deadline's migration stands now. */
export async function derivedNow(
  ledger: Ledger,
  names: SystemNames,
  deadlines: readonly OfSystem[],
): Promise<(one: OfSystem) => Explained> {
  const chains = [...new Set(deadlines.map(({ programme, system }) => chainOf(programme, system)))];
  const found = chains.length === 0 ? [] : await ledger.statesOn(chains, null);
  const states = new Map(found.map((state) => [state.chain, state]));
  return ({ programme, system, deadline }) => {
    const state = states.get(chainOf(programme, system));
    return state ? explained(state, deadline, names) : { derivation: [], undecided: null };
  };
}
