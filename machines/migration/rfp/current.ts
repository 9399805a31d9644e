// With whom a contract is negotiated now: the first in the order who has neither failed nor withdrawn. For whoever makes a contract.
import type { MigrationContext } from '../state.ts';
import type { Rfp } from './memory.ts';

/** The bidder whose turn it is, by id; null before the candidate is named, and when nobody is left. */
export function currentCandidate({ outcome, bidders }: Rfp): string | null {
  if (!outcome) return null;
  const isGone = (bidder: string) =>
    bidders[bidder]?.withdrew !== undefined || outcome.failed.some((failed) => failed.bidder === bidder);
  return outcome.order.find((bidder) => !isGone(bidder)) ?? null;
}

/** The next in the order, who comes up where a negotiation fails (次点). */
export function runnerUp(open: Rfp): string | null {
  const candidate = currentCandidate(open);
  if (candidate === null || !open.outcome) return null;
  const failed = [...open.outcome.failed, { bidder: candidate, reason: '', on: '' }];
  return currentCandidate({ ...open, outcome: { ...open.outcome, failed } });
}

/** One that asks for information selects nobody. */
export const selectingIn = ({ rfp }: Pick<MigrationContext, 'rfp'>): Rfp | null =>
  rfp?.open && rfp.open.terms.form !== 'rfi' ? rfp.open : null;
