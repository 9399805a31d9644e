// Which documents an act still lacks, and what that makes of a draft: one that another has attached meanwhile is asked for
// no longer, and one that has come to be lacking is.
import type { Sentence } from '../../words/sentence.ts';
import { type ActView, asksFor } from '../questions.ts';
import { type Draft, type EvidenceDraft, emptyEvidence } from './draft.ts';

const missing = 'condition.evidenceMissing';

interface WantedPaper {
  kind: string;
  label: Sentence;
}

/** The documents of hard conditions that are missing, from the refusals that name them. */
export function wantedOf(refusals: ActView['refusals']): WantedPaper[] {
  return refusals
    .filter(({ code }) => code === missing)
    .map(({ facts }) => ({ kind: String(facts.evidence), label: facts.label as Sentence }));
}

export const wantedPaper = ({ kind, label }: WantedPaper) => emptyEvidence(kind, label, label.ja);

/** Whether the act cannot be done without this document. */
export const isWanted = ({ kind, label }: EvidenceDraft, { refusals }: Pick<ActView, 'refusals'>): boolean =>
  label !== null && wantedOf(refusals).some((paper) => paper.kind === kind);

const isBegun = ({ sha256, documentNo, decidedOn }: EvidenceDraft): boolean =>
  [sha256, documentNo, decidedOn].some((typed) => typed !== '');

/** The documents as the act asks for them now; null where they are so already. What was typed is never taken away. */
export function broughtUpToDate(draft: Draft, act: ActView): EvidenceDraft[] | null {
  if (!asksFor(act, 'papers')) return null;
  const kept = draft.evidence.filter(
    (paper) => paper.label === null || isWanted(paper, act) || isBegun(paper),
  );
  const lacking = wantedOf(act.refusals).filter(({ kind }) => !kept.some((paper) => paper.kind === kind));
  if (kept.length === draft.evidence.length && lacking.length === 0) return null;
  return [...kept, ...lacking.map(wantedPaper)];
}
