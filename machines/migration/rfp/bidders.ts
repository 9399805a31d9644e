// Who of the bidders counts: accepted, not withdrawn, with a proposal that came in time and within the ceiling.
import { type Refusal, refusal } from '../../record/refusal.ts';
import type { Bidder, Rfp } from './memory.ts';

/** Why a bidder is not scored; null where they are. */
export type Uncounted =
  | 'notDecided'
  | 'rejected'
  | 'withdrew'
  | 'noProposal'
  | 'late'
  | 'overCeiling'
  | 'out';

export function uncounted(
  { accepted, withdrew, proposal, out }: Bidder,
  { ceilingYen }: { ceilingYen?: number | undefined },
): Uncounted | null {
  if (withdrew) return 'withdrew';
  if (out) return 'out';
  if (accepted === null) return 'notDecided';
  if (!accepted) return 'rejected';
  if (!proposal) return 'noProposal';
  if (proposal.late) return 'late';
  return ceilingYen !== undefined && (proposal.priceYen ?? 0) > ceilingYen ? 'overCeiling' : null;
}

/** By id, in the order in which they applied. */
export const countedIn = ({ bidders, terms }: Pick<Rfp, 'bidders' | 'terms'>): string[] =>
  Object.entries(bidders).flatMap(([id, bidder]) => (uncounted(bidder, terms) === null ? [id] : []));

/** How many applied, as a selection says it. */
export const applicantsIn = ({ bidders }: Pick<Rfp, 'bidders'>): number =>
  Math.max(1, Object.keys(bidders).length);

/** Rules of a bidder that there is. */
export function ofBidder(open: Rfp, id: string, rules: (bidder: Bidder) => Refusal[]): Refusal[] {
  const bidder = Object.hasOwn(open.bidders, id) ? open.bidders[id] : undefined;
  if (bidder) return rules(bidder);
  return [refusal('rfp.unknown', { what: 'bidder', id, known: Object.keys(open.bidders) })];
}

export const goneObjections = ({ name, withdrew }: Bidder): Refusal[] =>
  withdrew ? [refusal('rfp.bidderWithdrew', { name, on: withdrew.on })] : [];

export const withBidder = (open: Rfp, id: string, over: Partial<Bidder>): Rfp => {
  const bidder = open.bidders[id];
  return bidder ? { ...open, bidders: { ...open.bidders, [id]: { ...bidder, ...over } } } : open;
};
