// What is not put right by a correction: no entry of a programme's own chain, and of a system's those of some kinds. Who asks for it, or
// proposes to, is told what the way is, before the facts are looked at: no shape fits them.
import * as z from 'zod';
import type { Ledger } from '../../ledger/open.ts';
import { notPutRight } from '../../machines/migration/acts.ts';
import { bodyOf } from '../../machines/record/reader.ts';
import { programmeNames } from '../../texts/names.ts';
import { refusalView } from '../../texts/refusals/refusal-texts.ts';
import { wayToPutRight } from '../../texts/refusals/ways-to-put-right.ts';
import { ProblemError } from '../http/problem/problem.ts';

/** `notCorrectedSo` with the way for the entry's kind, or `noSuchEntry`. */
export async function otherWay(
  ledger: Pick<Ledger, 'entries' | 'headSeq'>,
  code: string,
  seq: number,
): Promise<ProblemError> {
  const [entry] = await ledger.entries(code, seq - 1, 1);
  if (!entry) return new ProblemError('noSuchEntry', { facts: { seq, last: await ledger.headSeq(code) } });
  const { type } = bodyOf(entry).fact;
  const refusal = { code: 'correction.otherWay', facts: { entry: seq, type }, message: wayToPutRight(type) };
  return new ProblemError('notCorrectedSo', { refusals: [refusal] });
}

/** Whatever of the corrections says what stood. */
const proposed = z.looseObject({
  type: z.string().startsWith('correction.'),
  was: z.looseObject({ fact: z.looseObject({ type: z.string() }) }),
});

/** @throws ProblemError refused, with what to do instead */
export function canBeProposed(fact: unknown): void {
  const read = proposed.safeParse(fact);
  const why = read.success ? notPutRight(read.data.was.fact.type) : null;
  if (why) throw new ProblemError('refused', { refusals: [refusalView(why, programmeNames([], new Map()))] });
}
