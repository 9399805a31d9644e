// Budget, selection and contract put right: each taken out of the memory by itself, and what would stand without it.
import { latestDay } from '../../values/date.ts';
import type { Corrects } from '../act.ts';
import { phaseOf } from '../phases.ts';
import { liesBefore } from '../reach.ts';
import { firstVoted } from './rules.ts';
import type { ContractFacts, SelectionFacts } from './shapes.ts';

export const budgetCorrects: Corrects<{ fiscalYear: number }> = {
  before(given) {
    const { [String(given.fact.fiscalYear)]: voted, ...budgets } = given.context.budgets;
    return voted === undefined ? null : { ...given, context: { ...given.context, budgets } };
  },
  /** A contract follows the first budget of all. */
  carries({ context: { budgets, contract }, event }) {
    if (!contract) return [];
    const first = firstVoted(budgets);
    const after = first !== undefined && liesBefore({ ...event, occurredOn: latestDay(contract.on) }, first);
    return first === undefined || after ? ['contract.recorded'] : [];
  },
};

export const selectionCorrects: Corrects<SelectionFacts> = {
  before(given) {
    const { selection } = given.context;
    if (!selection) return null;
    const here = phaseOf(given.definition, selection.phase);
    return { ...given, here, context: { ...given.context, selection: null } };
  },
  carries: ({ context: { contract } }) => (contract ? ['contract.recorded'] : []),
};

export const contractCorrects: Corrects<ContractFacts> = {
  before(given) {
    const { contract } = given.context;
    if (!contract) return null;
    const here = phaseOf(given.definition, contract.phase);
    return { ...given, here, context: { ...given.context, contract: null } };
  },
};
