// Selection and contract put right: each taken out of the memory by itself, and what would stand without it.
import type { Corrects } from '../act.ts';
import { NOTED, notesOf } from '../noted/noted.ts';
import { phaseOf } from '../phases.ts';
import { CONTRACT_MADE, type ContractFacts, type SelectionFacts } from './shapes.ts';

export const selectionCorrects: Corrects<SelectionFacts> = {
  before(given) {
    const { selection } = given.context;
    if (!selection) return null;
    const here = phaseOf(given.definition, selection.phase);
    return { ...given, here, context: { ...given.context, selection: null } };
  },
  carries: ({ context: { contract } }) => (contract ? [CONTRACT_MADE] : []),
};

export const contractCorrects: Corrects<ContractFacts> = {
  before(given) {
    const { contract } = given.context;
    if (!contract) return null;
    const here = phaseOf(given.definition, contract.phase);
    return { ...given, here, context: { ...given.context, contract: null } };
  },
  /** Amendments and an end are of a contract that was made. */
  carries: ({ context }) =>
    ([NOTED.amendment, NOTED.termination] as const).filter((type) => notesOf(context, type).length > 0),
};
