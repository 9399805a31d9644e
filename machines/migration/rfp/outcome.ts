// From points to a candidate: ties that no written rule parts are decided with a reason, then the first is named, or another with a
// reason. The selection that gates, report and figures rest on follows from the points.
import * as z from 'zod';
import { type TieHow, tieHows } from '../../decision/resolution.ts';
import { id } from '../../definition/words.ts';
import type { Effect } from '../../record/effect.ts';
import { type Refusal, refusal } from '../../record/refusal.ts';
import type { VagueDay } from '../../values/date.ts';
import { act, asksReason, type Case, people, reason, type Told, tell } from '../act.ts';
import { suppliedBy, supplyObjections } from '../gate/basis.ts';
import type { MigrationContext, Selection } from '../state.ts';
import { applicantsIn, goneObjections, ofBidder } from './bidders.ts';
import { currentCandidate } from './current.ts';
import type { Rfp } from './memory.ts';
import { changing, controlOf, inRoom, openIn, posts, rfp, scored, withOpen } from './room.ts';
import { mostIn, nextRound, roundNow, scoringIn, tiesToPart, wholeOf } from './rounds/rounds.ts';
import { printed } from './scores/points.ts';
import { rankedNow } from './scores/ranking.ts';
import { type Form, MOST, type Scoring } from './terms.ts';

const METHODS: Record<Form, string> = {
  publicProposal: '公募型プロポーザル',
  invitedProposal: '指名型プロポーザル',
  overallEvaluation: '総合評価落札方式',
  lowestPrice: '最低価格',
  rfi: 'RFI',
};

const tie = z.strictObject({
  type: z.literal('rfp.tieDecided'),
  rfp,
  order: z.array(id).min(2).max(MOST.bidders),
  how: z.enum(tieHows),
  reason,
});
const named = z.strictObject({
  type: z.literal('rfp.candidateNamed'),
  rfp,
  bidder: id,
  /** Why it is not the first by the scores. */
  reason: reason.optional(),
});
export type Named = z.infer<typeof named>;
export type TieDecided = z.infer<typeof tie>;

const nameIn = ({ bidders }: Rfp, bidder: string): string => bidders[bidder]?.name ?? bidder;

const undecided = (open: Rfp): Refusal[] =>
  open.closedOn === null ? [refusal('rfp.scoringNotClosed', {})] : decidedAlready(open);

function decidedAlready({ outcome, ...open }: Pick<Rfp, 'outcome' | 'bidders'>): Refusal[] {
  const [first = ''] = outcome?.order ?? [];
  return outcome ? [refusal('rfp.outcomeThere', { candidate: open.bidders[first]?.name ?? first })] : [];
}

/** The candidate comes of the last round alone. */
function roundsLeft(open: Rfp): Refusal[] {
  const [now, next] = [roundNow(open), nextRound(open)];
  return now && next ? [refusal('rfp.roundsLeft', { round: now.label, next: next.label })] : [];
}

/** How a tie may be parted where no written rule parts it by itself: as the terms say, and by the committee where they say nothing. */
export function tieHowsIn({ ties }: Pick<Scoring, 'ties'>): TieHow[] {
  const asked = ties.filter((rule) => rule === 'lot' || rule === 'committee');
  return asked.length > 0 ? asked : ['committee'];
}

export const tieObjections = ({ fact }: Pick<Case<TieDecided>, 'fact'>, open: Rfp): Refusal[] =>
  scored(open, (scoring) => {
    const already = undecided(open);
    if (already.length > 0) return already;
    const groups = tiesToPart(open, scoring);
    const isOne = groups.some(
      (group) => group.length === fact.order.length && group.every((bidder) => fact.order.includes(bidder)),
    );
    const rules = tieHowsIn(scoring);
    return [
      ...(isOne ? [] : [refusal('rfp.noSuchTie', { groups })]),
      ...(rules.includes(fact.how) ? [] : [refusal('rfp.tieRule', { how: fact.how, rules })]),
    ];
  });

export const withTie = (open: Rfp, { order, how, reason: why }: Omit<TieDecided, 'type' | 'rfp'>): Rfp => ({
  ...open,
  ties: [...open.ties, { order, how, reason: why }],
});

/** Who cannot be named, whatever else is decided first: another is named already, they are not there any more, the points rank them nowhere. */
export const candidateObjections = (bidder: string, open: Rfp): Refusal[] =>
  scored(open, (scoring) => {
    const already = decidedAlready(open);
    const gone = already.length > 0 ? already : ofBidder(open, bidder, goneObjections);
    if (gone.length > 0 || open.closedOn === null) return gone;
    const isRanked = rankedNow(open, scoring).order.includes(bidder);
    return isRanked ? [] : [refusal('rfp.notRanked', { name: nameIn(open, bidder) })];
  });

export const namingObjections = (given: Case<Named>, open: Rfp): Refusal[] =>
  scored(open, (scoring) => {
    const already = [...roundsLeft(open), ...undecided(open)];
    if (already.length > 0) return already;
    const { fact, context, definition } = given;
    const { order, open: groups } = rankedNow(open, scoring);
    const [first] = order;
    if (groups.length > 0)
      return [refusal('rfp.tieOpen', { groups, who: [...controlOf(definition).decides] })];
    const name = nameIn(open, fact.bidder);
    const gone = ofBidder(open, fact.bidder, goneObjections);
    if (gone.length > 0) return gone;
    return [
      ...candidateObjections(fact.bidder, open),
      ...(first !== undefined && first !== fact.bidder && !fact.reason
        ? [refusal('rfp.notFirst', { name, first: nameIn(open, first) })]
        : []),
      ...(context.contract ? [refusal('rfp.contractStands', { vendor: context.contract.vendor })] : []),
      ...supplyObjections(given, 'selectionRecorded'),
    ];
  });

/** The selection by the points of whoever's turn it is; null where nobody is left. */
export function selectionOf(open: Rfp, phase: string, on: VagueDay): Selection | null {
  const { form } = open.terms;
  const scoring = scoringIn(open);
  const bidder = currentCandidate(open);
  const result = bidder === null ? undefined : open.results[bidder];
  if (!scoring || bidder === null || !result) return null;
  return {
    candidate: nameIn(open, bidder),
    ...wholeOf(result),
    printedTotal: printed(result.total, scoring),
    outOf: mostIn(open, scoring),
    method: METHODS[form],
    applicants: applicantsIn(open),
    total: result.total,
    on,
    phase,
  };
}

export function nameCandidate(given: Case<Named>): MigrationContext {
  const { context, event, fact } = given;
  const open = openIn(context);
  const scoring = open && scoringIn(open);
  if (!open || !scoring) return context;
  const others = rankedNow(open, scoring).order.filter((bidder) => bidder !== fact.bidder);
  const why = fact.reason ? { reason: fact.reason } : {};
  const outcome = { on: event.occurredOn, order: [fact.bidder, ...others], failed: [], ...why };
  const decided = { ...open, outcome };
  return {
    ...withOpen(context, decided),
    drafters: suppliedBy(given, 'selectionRecorded'),
    selection: selectionOf(decided, given.here.id, event.occurredOn),
  };
}

export function toldOfCandidate(
  { definition, context, fact, here }: Pick<Told<Named>, 'definition' | 'context' | 'fact' | 'here'>,
  by: string,
): Effect[] {
  const { runs, decides } = controlOf(definition);
  const open = openIn(context);
  const candidate = open ? nameIn(open, fact.bidder) : fact.bidder;
  return tell([...runs, ...decides, ...here.owners], { code: 'rfp.candidateNamed', candidate, by });
}

export const outcomeActs = {
  'rfp.tieDecided': act({
    inside: true,
    schema: tie,
    from: people,
    taken: 'anywhere',
    asks: [asksReason],
    who: posts('decides'),
    objections: inRoom('decides', tieObjections),
    voice: true,
    change: changing(({ fact }, open) => withTie(open, fact)),
  }),
  'rfp.candidateNamed': act({
    schema: named,
    from: people,
    taken: 'anywhere',
    asks: [{ name: 'reason', kind: 'paragraph', optional: true }],
    who: posts('decides'),
    objections: inRoom('decides', namingObjections),
    voice: true,
    change: nameCandidate,
    tells: (told) => toldOfCandidate(told, told.event.actor.name),
  }),
};
