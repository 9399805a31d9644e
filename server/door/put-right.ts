// What proposes to put an entry right is refused in words where its kind cannot be, before its facts are looked at: no shape fits them.
import * as z from 'zod';
import { APPROVAL, PROPOSAL } from '../../ledger/chain/corrections.ts';
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

/** An approval tells what it changes to whoever sees such files; those of before it did not, and are decided again as they were. */
export const tellingNow = <Sent extends { type: string }>(fact: Sent): Sent =>
  fact.type === APPROVAL ? { ...fact, tellsFacts: true } : fact;
