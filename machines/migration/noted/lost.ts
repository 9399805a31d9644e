// A correction that leaves a contract without the money or the vote that it was made on is none: what rests on it is named.
import type { Case, Corrects, PutRight } from '../act.ts';
import { moneyLost } from '../contract/rests.ts';
import { restsRefused, reviewObjections } from '../correction/rests.ts';
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
    return [...reviewObjections(given, { before }), ...restsRefused({ facts }, false)];
  },
});

const caseOf = <F>({ before, now }: PutRight<F>): Case<F> => ({ ...before, ...now });
