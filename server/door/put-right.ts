// What proposes to put an entry right is refused in words where its kind cannot be, before its facts are looked at: no shape fits them.
import * as z from 'zod';
import { PROPOSAL } from '../../ledger/chain/corrections.ts';
import { notPutRight } from '../../machines/migration/acts.ts';
import { refusedBy } from '../http/problem/refused-by.ts';

const proposed = z.looseObject({
  type: z.literal(PROPOSAL),
  was: z.looseObject({ fact: z.looseObject({ type: z.string() }) }),
});

/** @throws ProblemError refused, with what to do instead */
export function canBeProposed(fact: unknown): void {
  const read = proposed.safeParse(fact);
  const why = read.success ? notPutRight(read.data.was.fact.type) : null;
  if (why) throw refusedBy(why);
}
