// What an act asks of its sender, as the server's explanation says it: the console keeps no list of acts.
import type { ActView, QuestionView } from '../../server/contract/migrations/explanation.ts';

export type { ActView };
export type Question = QuestionView;

export const asksFor = ({ asks }: ActView, kind: Question['kind']): boolean =>
  asks.some((question) => question.kind === kind);

/** An act that is allowed, or lacks nothing but documents that its own dialog asks for. */
export function canBegin(act: ActView): boolean {
  if (act.allowed) return true;
  return asksFor(act, 'papers') && act.refusals.every(({ code }) => code === 'condition.evidenceMissing');
}

/** The way onward: an act on the path that wants no reason of its sender. */
export const leadsOnward = ({ moves, asks }: ActView): boolean =>
  moves && !asks.some(({ kind, optional }) => kind === 'paragraph' && !optional);

/** Wanted day by day: acts on the path, papers for it, and the national steps. */
export const isDaily = (act: ActView): boolean =>
  act.moves || asksFor(act, 'paper') || asksFor(act, 'papers') || asksFor(act, 'steps');

/** Whatever else may be said with it, it is about national steps. */
export const isAboutSteps = ({ asks }: ActView): boolean =>
  asks.some(({ kind, optional }) => kind === 'steps' && !optional);

/** A score sheet is filled in on the page of its procurement, which has a door of its own for it. */
export const isScoreSheet = ({ type }: ActView): boolean => type === 'rfp.sheetSigned';

/** The entry whose correction an act decides on: what stood and what is right are shown beside each other on a page of its own. */
export const correctedBy = ({ type, given }: ActView): number | null =>
  type.startsWith('correction.') && typeof given.entry === 'number' ? given.entry : null;

/** The phase that stands in the fact before anyone is asked: the act is about it. */
export const isAboutPhase = ({ given, phase }: ActView): boolean => Object.values(given).includes(phase);
