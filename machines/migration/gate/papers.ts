// Documents as evidence: their shape, and what keeps one from being taken.
import * as z from 'zod';
import { day, id, type Phase } from '../../definition/definition.ts';
import { LENGTH, PAPERS } from '../../record/limits.ts';
import { type Refusal, refusal } from '../../record/refusal.ts';
import type { Stamp } from '../../record/submission.ts';
import { dayOf } from '../../values/date.ts';
import { writtenLine } from '../../values/text.ts';
import { reachOf } from '../reach.ts';
import { evidenceAsked, OTHER_EVIDENCE } from './asked-papers.ts';

/** A document fixed by its digest, with the number and decision day of the official record. */
export const evidence = z.strictObject({
  kind: id,
  title: writtenLine(LENGTH.line),
  sha256: z.string().regex(/^[0-9a-f]{64}$/, { message: 'sha256' }),
  documentNo: writtenLine(LENGTH.documentNo),
  decidedOn: day,
});
export type Evidence = z.infer<typeof evidence>;

/** A document of a misspelt kind would be kept and count for nothing. */
export function kindObjections(papers: readonly Evidence[], here: Phase): Refusal[] {
  const known = evidenceAsked(here);
  return papers
    .filter(({ kind }) => kind !== OTHER_EVIDENCE && !known.some((asked) => asked.kind === kind))
    .map(({ kind }) => refusal('evidence.unknownKind', { kind, known }));
}

/** A run carries every paper that is kept. */
export function countObjections(
  kept: Readonly<Record<string, readonly Evidence[]>>,
  here: Phase,
  added: number,
): Refusal[] {
  if (added === 0) return [];
  const inPhase = added + (kept[here.id]?.length ?? 0);
  const inAll = added + Object.values(kept).reduce((sum, papers) => sum + papers.length, 0);
  return [
    ...(inPhase > PAPERS.phase
      ? [refusal('limit.papers', { within: 'phase', would: inPhase, most: PAPERS.phase })]
      : []),
    ...(inAll > PAPERS.migration
      ? [refusal('limit.papers', { within: 'migration', would: inAll, most: PAPERS.migration })]
      : []),
  ];
}

/** A paper is decided by today. */
export const futureObjections = (papers: readonly Evidence[], today: string): Refusal[] =>
  papers
    .filter(({ decidedOn }) => decidedOn > today)
    .map(({ title, decidedOn }) => refusal('evidence.future', { title, decidedOn, today }));

/** A paper is decided before the act that shows it: by the last day that the act can mean. */
export function decidedObjections(
  papers: readonly Evidence[],
  event: Pick<Stamp, 'occurredOn' | 'at'>,
): Refusal[] {
  const [today, until, { occurredOn }] = [dayOf(event.at), reachOf(event), event];
  const late = papers.filter(({ decidedOn }) => until < decidedOn && decidedOn <= today);
  return [
    ...futureObjections(papers, today),
    ...late.map(({ title, decidedOn }) => refusal('evidence.afterAct', { title, decidedOn, occurredOn })),
  ];
}
