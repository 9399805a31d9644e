// Where a migration stands now or stood on a day, as views need it: definition, snapshot and the entry they rest on.
import type { Ledger } from '../../ledger/open.ts';
import type { AsOf } from '../../ledger/past/by.ts';
import type { MigrationState } from '../../ledger/past/past.ts';
import { chainOf } from '../../machines/record/chain.ts';

import { ProblemError } from '../http/problem/problem.ts';

export type State = MigrationState;

/** @throws ProblemError notFound, or notYet where nothing was there on that day */
export async function stateOf(ledger: Ledger, code: string, system: string, asOf: AsOf): Promise<State> {
  const chain = chainOf(code, system);
  if (asOf === null) {
    const now = await ledger.state(chain);
    if (!now) throw new ProblemError('notFound');
    return now;
  }
  const past = await ledger.stateOn(chain, asOf.day, asOf.by);
  if (!past) throw new ProblemError('notYet');
  const { definition, snapshot, head } = past;
  return { definition, snapshot, head };
}
