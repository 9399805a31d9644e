// A correction that leaves a contract without the money or the vote that it was made on is none: what rests on it is named.
import { type Refusal, refusal } from '../../record/refusal.ts';
import type { Case, Corrects, PutRight } from '../act.ts';
import { moneyLost } from '../contract/rests.ts';
import { reviewObjections } from '../correction/rests.ts';
import type { MigrationContext } from '../state.ts';

/** Of an act that money or a vote for a contract comes from. */
export const keepsMoney = <F extends { type: string }>(
  change: (given: Case<F>) => MigrationContext,
): Pick<Corrects<F>, 'carries' | 'objections'> => ({
  carries: (before) => moneyLost(before, change(before), before.context),
  objections(put) {
    const { before, should } = put;
    const given = caseOf(put);
    const facts = should ? moneyLost(given, put.now.context, change(should)) : [];
    const lost: Refusal[] =
      facts.length > 0 ? [refusal('correction.restedOn', { ...nothing, facts, voids: false })] : [];
    return [...reviewObjections(given, { before }), ...lost];
  },
});

const nothing = { gates: [], conditions: [], deadlines: [], beyond: [] };

const caseOf = <F>({ before, now }: PutRight<F>): Case<F> => ({ ...before, ...now });
