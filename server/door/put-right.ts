// What proposes to put an entry right is refused in words where its kind cannot be, before its facts are looked at: no shape fits them.
import * as z from 'zod';
import { PROPOSAL } from '../../ledger/chain/corrections.ts';
import { notPutRight } from '../../machines/migration/acts.ts';
import { programmeNames } from '../../texts/names.ts';
import { refusalView } from '../../texts/refusals/refusal-texts.ts';
import { ProblemError } from '../http/problem/problem.ts';

const proposed = z.looseObject({
  type: z.literal(PROPOSAL),
  was: z.looseObject({ fact: z.looseObject({ type: z.string() }) }),
});

/** @throws ProblemError refused, with what to do instead */
export function canBeProposed(fact: unknown): void {
  const read = proposed.safeParse(fact);
  const why = read.success ? notPutRight(read.data.was.fact.type) : null;
  if (why) throw new ProblemError('refused', { refusals: [refusalView(why, programmeNames([], new Map()))] });
}
