// No entry of a programme's own chain is corrected: who asks for it, or proposes to, is told by which act of its own it is put right.
import type { Ledger } from '../../ledger/open.ts';
import { bodyOf } from '../../machines/record/reader.ts';
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
