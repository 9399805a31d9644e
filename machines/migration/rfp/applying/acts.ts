// Who takes part: 参加表明, 参加資格 with its reason, 辞退; and the proposals, each with the instant at which it came. One that came late
// is recorded as late and never counts.
import * as z from 'zod';
import { id } from '../../../definition/words.ts';
import type { Caution } from '../../../record/caution.ts';
import { type Refusal, refusal } from '../../../record/refusal.ts';
import { compareInstants, type Instant } from '../../../values/date.ts';
import { sameFirm } from '../../../values/names/name.ts';
import { yen } from '../../../values/schemas.ts';
import { act, asksReason, type Case, line, note, people, reason, WORDS } from '../../act.ts';
import { goneObjections, ofBidder, withBidder } from '../bidders.ts';
import { currentCandidate } from '../current.ts';
import type { Bidder, Rfp } from '../memory.ts';
import { answersObjections } from '../questions.ts';
import { inRoom, offered, openIn, posts, rfp, running } from '../room.ts';
import { notThen } from '../stages.ts';
import { instant, MOST } from '../terms.ts';
import { proposalCorrects, proposalOf } from './proposal-put-right.ts';
import { applicationCorrects } from './put-right.ts';

const DOCUMENTS = 20;

const applied = z.strictObject({
  type: z.literal('rfp.bidderApplied'),
  rfp,
  bidder: id,
  name: line,
  receivedAt: instant.optional(),
});
const qualified = z.strictObject({
  type: z.literal('rfp.bidderQualified'),
  rfp,
  bidder: id,
  accepted: z.boolean(),
  reason: reason.optional(),
});
const withdrew = z.strictObject({ type: z.literal('rfp.bidderWithdrew'), rfp, bidder: id, reason });
const received = {
  rfp,
  bidder: id,
  receivedAt: instant,
  priceYen: yen.optional(),
  /** By their digests; the papers themselves lie with the office. */
  documents: z
    .array(z.strictObject({ title: line, sha256: z.string().regex(/^[0-9a-f]{64}$/, { message: 'sha256' }) }))
    .max(DOCUMENTS)
    .optional(),
  note,
};
const inTime = z.strictObject({ type: z.literal('rfp.proposalReceived'), ...received });
const late = z.strictObject({ type: z.literal('rfp.proposalLate'), ...received });
type Received = z.infer<typeof inTime> | z.infer<typeof late>;

/** A firm has one application: another of its own, under another spelling, would be scored twice. */
function firmThere({ name }: z.infer<typeof applied>, { bidders }: Pick<Rfp, 'bidders'>): Refusal[] {
  const there = Object.values(bidders).find((one) => !one.withdrew && sameFirm(one.name, name));
  return there ? [refusal('rfp.firmTwice', { name, there: there.name })] : [];
}

const ownName = ({ fact }: Case<z.infer<typeof applied>>, { bidders }: Rfp): Refusal[] => [
  ...(Object.hasOwn(bidders, fact.bidder)
    ? [refusal('rfp.twice', { what: 'bidder', id: fact.bidder })]
    : firmThere(fact, { bidders })),
  ...(Object.keys(bidders).length >= MOST.bidders
    ? [refusal('rfp.limit', { what: 'bidders', most: MOST.bidders })]
    : []),
];

function applyingObjections(given: Case<z.infer<typeof applied>>, open: Rfp): Refusal[] {
  const { event, fact } = given;
  const until = open.stages.applicationsUntil ?? open.stages.proposalsUntil ?? '';
  const at = fact.receivedAt ?? event.at;
  return [
    ...ownName(given, open),
    ...(compareInstants(at, until) > 0 ? [refusal('rfp.late', { what: 'application', until })] : []),
    ...notThen(at, open, event.at),
  ];
}

/** Accepted once; who was accepted can be rejected later, until the sheets are opened (失格). */
function qualifyingObjections({ fact }: Case<z.infer<typeof qualified>>, open: Rfp): Refusal[] {
  if (open.closedOn !== null) return [refusal('rfp.scoringClosed', { on: open.closedOn })];
  return ofBidder(open, fact.bidder, (bidder) => {
    const { name, accepted } = bidder;
    const again = accepted === false || (accepted === true && fact.accepted);
    return [
      ...goneObjections(bidder),
      ...(again ? [refusal('rfp.bidderDecided', { name, accepted: accepted === true })] : []),
      ...(fact.accepted || fact.reason ? [] : [refusal('rfp.reasonMissing', { name })]),
    ];
  });
}

/** Whose turn it is to negotiate does not simply go: that is a failed negotiation, which a body decides. */
function withdrawingObjections({ fact }: Case<z.infer<typeof withdrew>>, open: Rfp): Refusal[] {
  return ofBidder(open, fact.bidder, (bidder) =>
    currentCandidate(open) === fact.bidder
      ? [refusal('rfp.outcomeThere', { candidate: bidder.name })]
      : goneObjections(bidder),
  );
}

function proposalObjections({ event, fact }: Case<Received>, open: Rfp, isLate: boolean): Refusal[] {
  const { receivedAt } = fact;
  if (open.closedOn !== null) return [refusal('rfp.scoringClosed', { on: open.closedOn })];
  return ofBidder(open, fact.bidder, (bidder) => [
    ...takingPart(bidder),
    ...answersObjections(open),
    ...notThen(receivedAt, open, event.at),
    ...byInstant(bidder, receivedAt, open, isLate),
  ]);
}

function takingPart(bidder: Bidder): Refusal[] {
  const { name, accepted, proposal } = bidder;
  const there = proposal && { name, receivedAt: proposal.receivedAt, late: proposal.late === true };
  return [
    ...goneObjections(bidder),
    ...(accepted ? [] : [refusal('rfp.bidderNotAccepted', { name, accepted })]),
    ...(there ? [refusal('rfp.proposalThere', there)] : []),
  ];
}

function byInstant({ name }: Bidder, receivedAt: Instant, { stages }: Rfp, isLate: boolean): Refusal[] {
  const until = stages.proposalsUntil ?? receivedAt;
  const came = compareInstants(receivedAt, until) > 0;
  if (came === isLate) return [];
  return [refusal(came ? 'rfp.proposalLate' : 'rfp.proposalNotLate', { name, receivedAt, until })];
}

/** What was told of a bidder since they applied; whom an RFI accepts, it accepts unasked. */
const toldSince = ({ accepted, proposal, withdrew }: Bidder, { terms }: Rfp): string[] => [
  ...(accepted !== null && terms.form !== 'rfi' ? ['rfp.bidderQualified'] : []),
  ...(proposal ? [proposal.late ? 'rfp.proposalLate' : 'rfp.proposalReceived'] : []),
  ...(withdrew ? ['rfp.bidderWithdrew'] : []),
];

/** Above the ceiling it is received all the same, and not scored (失格): a typing error is told before. It is nobody's but theirs who run it. */
function ceilingCautions({ definition, context, event, fact }: Case<Received>): Caution[] {
  const { bidders, terms } = openIn(context) ?? {};
  const { ceilingYen } = terms ?? {};
  const { priceYen = 0, bidder } = fact;
  const isTheirs = posts('runs')({ definition }).includes(event.actor.post);
  if (!isTheirs || ceilingYen === undefined || priceYen <= ceilingYen) return [];
  return [{ code: 'rfp.overCeiling', name: bidders?.[bidder]?.name ?? bidder, priceYen, ceilingYen }];
}

const withProposal = (isLate: boolean) =>
  running(({ fact }: Case<Received>, open) =>
    withBidder(open, fact.bidder, { proposal: proposalOf(fact, isLate) }),
  );

const asksPrice = [{ name: 'priceYen', kind: 'yen', optional: true }] as const;

export const applyingActs = {
  'rfp.bidderApplied': act({
    inside: true,
    schema: applied,
    from: people,
    taken: 'anywhere',
    asks: [
      { name: 'bidder', kind: 'line' },
      { name: 'name', kind: 'line' },
    ],
    sample: (outlook) =>
      offered('runs', outlook, ({ bidders, closedOn }) => {
        const next = `b${Object.keys(bidders).length + 1}`;
        return closedOn === null ? { bidder: next, name: WORDS } : null;
      }),
    who: posts('runs'),
    objections: inRoom('runs', applyingObjections),
    corrects: applicationCorrects(toldSince),
    change: running(({ event, fact }, open) => {
      const { bidder, name } = fact;
      const accepted = open.terms.form === 'rfi' ? true : null;
      const made = { name, appliedOn: event.occurredOn, accepted };
      return { ...open, bidders: { ...open.bidders, [bidder]: made } };
    }),
  }),
  'rfp.bidderQualified': act({
    inside: true,
    schema: qualified,
    from: people,
    taken: 'anywhere',
    asks: [{ name: 'reason', kind: 'paragraph', optional: true }],
    who: posts('runs'),
    objections: inRoom('runs', qualifyingObjections),
    change: running(({ fact }, open) =>
      withBidder(open, fact.bidder, {
        accepted: fact.accepted,
        ...(fact.reason ? { reason: fact.reason } : {}),
      }),
    ),
  }),
  'rfp.bidderWithdrew': act({
    inside: true,
    schema: withdrew,
    from: people,
    taken: 'anywhere',
    asks: [asksReason],
    who: posts('runs'),
    objections: inRoom('runs', withdrawingObjections),
    change: running(({ event, fact }, open) =>
      withBidder(open, fact.bidder, { withdrew: { on: event.occurredOn, reason: fact.reason } }),
    ),
  }),
  'rfp.proposalReceived': act({
    inside: true,
    schema: inTime,
    from: people,
    taken: 'anywhere',
    asks: [...asksPrice],
    corrects: proposalCorrects(false),
    who: posts('runs'),
    objections: inRoom<z.infer<typeof inTime>>('runs', (given, open) =>
      proposalObjections(given, open, false),
    ),
    cautions: ceilingCautions,
    change: withProposal(false),
  }),
  'rfp.proposalLate': act({
    inside: true,
    schema: late,
    from: people,
    taken: 'anywhere',
    asks: [...asksPrice],
    corrects: proposalCorrects(true),
    who: posts('runs'),
    objections: inRoom<z.infer<typeof late>>('runs', (given, open) => proposalObjections(given, open, true)),
    change: withProposal(true),
  }),
};
