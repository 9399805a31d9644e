// A proposal put right: its price, the instant at which it came, whose it is; or it never came. Until sheets are opened, since the points of
// all rest on the prices of all.
import { type Refusal, refusal } from '../../../record/refusal.ts';
import type { Case, Corrects } from '../../act.ts';
import type { MigrationContext } from '../../state.ts';
import { withBidder } from '../bidders.ts';
import type { Bidder, Rfp } from '../memory.ts';
import { openIn, staffWith, withOpen } from '../room.ts';

export interface Proposed {
  type: string;
  rfp: number;
  bidder: string;
  receivedAt: string;
  priceYen?: number | undefined;
}
type Proposal = NonNullable<Bidder['proposal']>;
type There = Pick<Case<Proposed>, 'context' | 'fact' | 'event'>;

export const proposalOf = ({ receivedAt, priceYen }: Proposed, isLate: boolean): Proposal => ({
  receivedAt,
  ...(priceYen === undefined ? {} : { priceYen }),
  ...(isLate ? { late: true as const } : {}),
});

/** The procurement that is open, where the proposal stands in it as the entry says; null where it does not. */
function standsIn({ context, fact }: There, isLate: boolean): Rfp | null {
  const open = openIn(context);
  const there = open?.number === fact.rfp ? open.bidders[fact.bidder]?.proposal : undefined;
  const said = proposalOf(fact, isLate);
  const isSaid =
    there?.receivedAt === said.receivedAt && there.priceYen === said.priceYen && there.late === said.late;
  return open && isSaid ? open : null;
}

function without({ bidders, ...open }: Rfp, id: string): Rfp {
  const { proposal: _gone, ...bidder } = bidders[id] ?? {};
  return { ...open, bidders: { ...bidders, [id]: bidder as Bidder } };
}

/** Once the sheets of a round are opened, results stand on it. */
function openedObjections({ closedOn, over }: Pick<Rfp, 'closedOn' | 'over'>): Refusal[] {
  const on = over?.[0]?.closedOn ?? closedOn;
  return on === null ? [] : [refusal('rfp.scoringClosed', { on })];
}

export const proposalCorrects = <F extends Proposed>(isLate: boolean): Corrects<F> => ({
  before(given) {
    const open = standsIn(given, isLate);
    return open && { ...given, context: withOpen(given.context, without(open, given.fact.bidder)) };
  },
  among(now: MigrationContext, before, told) {
    const open = openIn(now);
    if (!open) return now;
    const rest = without(open, before.fact.bidder);
    if (!told) return withOpen(now, rest);
    const put = withBidder(rest, told.fact.bidder, { proposal: proposalOf(told.fact, isLate) });
    return withOpen(now, { ...put, staff: staffWith(told, put.staff) });
  },
  objections({ now }) {
    const open = openIn(now.context);
    return open ? openedObjections(open) : [];
  },
});
