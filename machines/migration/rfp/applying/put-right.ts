// An application put right: what the firm is called, the day and the hour. All that was told of it since goes by its id and stays; the
// selection says the name and follows it, a contract said it for itself.
import { type Refusal, refusal } from '../../../record/refusal.ts';
import { sameFirm } from '../../../values/names/name.ts';
import type { Case, Corrects } from '../../act.ts';
import { restsRefused } from '../../correction/rests.ts';
import type { MigrationContext, Selection } from '../../state.ts';
import { applicantsIn } from '../bidders.ts';
import { currentCandidate } from '../current.ts';
import type { Bidder, Rfp } from '../memory.ts';
import { openIn, staffWith, withOpen } from '../room.ts';

export interface Applied {
  type: string;
  rfp: number;
  bidder: string;
  name: string;
  receivedAt?: string | undefined;
}
type There = Pick<Case<Applied>, 'context' | 'fact' | 'event'>;

/** The application as the entry made it, in the procurement that is open; null where that is over, or it was put right since. */
function standsIn({ context, fact, event }: There): { open: Rfp; bidder: Bidder } | null {
  const open = openIn(context);
  const isThere = open?.number === fact.rfp && Object.hasOwn(open.bidders, fact.bidder);
  const bidder = isThere ? open.bidders[fact.bidder] : undefined;
  const isSaid = bidder?.name === fact.name && bidder.appliedOn === event.occurredOn;
  return open && bidder && isSaid ? { open, bidder } : null;
}

function without({ bidders, ...open }: Rfp, id: string): Rfp {
  const { [id]: _gone, ...rest } = bidders;
  return { ...open, bidders: rest };
}

/** In the place that it has among the others: who is equal to whom is told in the order in which they applied. */
function renamed(open: Rfp, id: string, told: There): Rfp {
  const { bidder, name } = told.fact;
  const bidders = Object.entries(open.bidders).map(([one, there]) =>
    one === id ? [bidder, { ...there, name, appliedOn: told.event.occurredOn }] : [one, there],
  );
  return { ...open, bidders: Object.fromEntries(bidders), staff: staffWith(told, open.staff) };
}

const selectionAs = (selection: Selection | null, open: Rfp, { fact }: There): Selection | null =>
  selection && currentCandidate(open) === fact.bidder ? { ...selection, candidate: fact.name } : selection;

/** Who never applied is none of its applicants. */
const selectionOfFewer = (selection: Selection | null, open: Rfp): Selection | null =>
  selection && currentCandidate(open) !== null ? { ...selection, applicants: applicantsIn(open) } : selection;

function among(now: MigrationContext, before: There, told: There | null): MigrationContext {
  const open = openIn(now);
  if (!open) return now;
  const { bidder } = before.fact;
  if (!told) {
    const rest = without(open, bidder);
    return { ...withOpen(now, rest), selection: selectionOfFewer(now.selection, rest) };
  }
  const put = renamed(open, bidder, told);
  return { ...withOpen(now, put), selection: selectionAs(now.selection, put, told) };
}

/** A contract is with whom it says, so it is put right first. */
function inContract({ contract }: MigrationContext, name: string, should: string): Refusal[] {
  const isNamed = contract && sameFirm(contract.vendor, name) && !sameFirm(contract.vendor, should);
  return isNamed ? [refusal('rfp.nameInContract', { name, vendor: contract.vendor })] : [];
}

/** @param toldSince kinds of fact on record that are of a bidder, after its application */
export function applicationCorrects<F extends Applied>(
  toldSince: (bidder: Bidder, open: Rfp) => string[],
): Corrects<F> {
  return {
    before(given) {
      const there = standsIn(given);
      if (!there) return null;
      const { open } = there;
      return { ...given, context: withOpen(given.context, without(open, given.fact.bidder)) };
    },
    among,
    objections({ now, before, should }) {
      const there = standsIn({ ...before, context: now.context });
      if (!there) return [];
      const stays = should?.fact.bidder === before.fact.bidder;
      const facts = stays ? [] : toldSince(there.bidder, there.open);
      return [
        ...restsRefused({ facts }, should === null),
        ...(should ? inContract(now.context, before.fact.name, should.fact.name) : []),
      ];
    },
  };
}
