// What decides is itself decided: another edition of the programme is proposed, approved by two at least who did not propose it,
// returned or withdrawn; and adopted when its day has come.
import * as z from 'zod';
import { day } from '../../definition/definition.ts';
import { digestOf } from '../../definition/parts.ts';
import { ADOPTED } from '../../migration/adoption/acts.ts';
import { answersFor, isSameVoice } from '../../record/deputy.ts';
import { FOLLOWING, LENGTH } from '../../record/limits.ts';
import { same } from '../../record/same.ts';
import { compareInstants, type Day, dayOf, type Instant, instantOf, latestDay } from '../../values/date.ts';
import { maybeWritten, written } from '../../values/text.ts';
import { act, type ProgrammeCase } from '../act.ts';
import type { ProgrammeDefinition } from '../definition.ts';
import type { Said } from '../powers/changes.ts';
import { withPowers } from '../powers/saying.ts';
import { type ProgrammeRefusal, programmeRefusal } from '../refusal.ts';
import type { ProgrammeContext } from '../state.ts';
import { type AdoptedEdition, adoptedEdition } from './edition.ts';
import {
  type Followed,
  type Following,
  following,
  postsFollowing,
  saidByFollowing,
} from './posts/following.ts';
import { type Amendment, waits } from './state.ts';

const seq = z.number().int().min(1);
const reason = written(LENGTH.paragraph);

/** Who proposes and who approves; where a programme says nothing of it, those who have its control. */
export const amendersOf = ({ amend, control }: Pick<ProgrammeDefinition, 'amend' | 'control'>) =>
  amend ?? { propose: control, approve: control, quorum: 2 };

export const amendmentsOf = ({ amendments = [] }: Pick<ProgrammeContext, 'amendments'>): Amendment[] =>
  amendments;

export const amendmentAt = (
  context: Pick<ProgrammeContext, 'amendments'>,
  wanted: number,
): Amendment | undefined => amendmentsOf(context).find((one) => one.seq === wanted);

/** The entry whose edition is in force; 0 for the one that was loaded. */
export const editionInForce = ({ edition }: Pick<ProgrammeContext, 'edition'>): number => edition?.seq ?? 0;

/** The amendment that is adopted next, and when. */
export function nextAdoption(context: ProgrammeContext): { amendment: Amendment; at: Instant } | null {
  const approved = amendmentsOf(context).flatMap((amendment) => {
    const { status, approvedAt, fromOn } = amendment;
    if (status !== 'approved' || approvedAt === undefined) return [];
    const from = fromOn === null ? approvedAt : instantOf(fromOn, '00:00');
    return [{ amendment, at: compareInstants(from, approvedAt) > 0 ? from : approvedAt }];
  });
  return approved.sort((a, b) => compareInstants(a.at, b.at) || a.amendment.seq - b.amendment.seq)[0] ?? null;
}

/** The posts that go on by it on that day, of what is held then. */
export const postsGoingOn = (
  { powers }: Pick<ProgrammeContext, 'powers'>,
  { posts = [] }: { posts?: readonly Following[] | undefined },
  on: Day,
): Followed[] => (powers === undefined ? [] : postsFollowing(powers, posts, on));

type About = { amendment: number };

function openObjections({ context, fact }: ProgrammeCase<About>): ProgrammeRefusal[] {
  const { amendment } = fact;
  const found = amendmentAt(context, amendment);
  if (!found) {
    const open = amendmentsOf(context).flatMap((one) => (one.status === 'open' ? [one.seq] : []));
    return [programmeRefusal('amendment.unknown', { amendment, open })];
  }
  return found.status === 'open'
    ? []
    : [programmeRefusal('amendment.notOpen', { amendment, status: found.status })];
}

function voiceObjections(given: ProgrammeCase<About>): ProgrammeRefusal[] {
  const { context, event, fact } = given;
  const found = amendmentAt(context, fact.amendment);
  const { account } = event.actor;
  if (found && answersFor(event.actor).includes(found.by.account))
    return [programmeRefusal('amendment.own', { account })];
  return found?.votes.some((vote) => isSameVoice(vote, event.actor))
    ? [programmeRefusal('amendment.alreadyApproved', { account })]
    : [];
}

const isLastVoice = ({ definition, context, fact }: ProgrammeCase<About>): boolean =>
  (amendmentAt(context, fact.amendment)?.votes.length ?? 0) + 1 >= amendersOf(definition).quorum;

const amender = ({ event: { actor } }: Pick<ProgrammeCase, 'event'>) => ({
  account: actor.account,
  name: actor.name,
  post: actor.post,
  ...(actor.deputy ? { deputy: actor.deputy } : {}),
});

const altered = (
  context: ProgrammeContext,
  wanted: number,
  alter: (one: Amendment) => Amendment,
): ProgrammeContext => ({
  ...context,
  amendments: amendmentsOf(context).map((one) => (one.seq === wanted ? alter(one) : one)),
});

/** Ended without having been adopted. */
const ended =
  (status: 'returned' | 'withdrawn') =>
  (given: ProgrammeCase<About & { reason: string }>): ProgrammeContext => {
    const { context, event, fact } = given;
    const why = { by: amender(given), reason: fact.reason, on: latestDay(event.occurredOn) };
    return altered(context, fact.amendment, (one) => ({ ...one, status, ended: why }));
  };

const approvers = ({ definition }: ProgrammeCase): string[] => amendersOf(definition).approve;
const asksWhich = { name: 'amendment', kind: 'count' } as const;
const asksWhy = { name: 'reason', kind: 'paragraph' } as const;

/** As many open at once as anyone can look through. */
const MOST_OPEN = 20;

function proposalObjections({
  context,
  event,
  fact,
}: ProgrammeCase<{ base: number; fromOn?: string | undefined; posts?: Following[] | undefined }>) {
  const inForce = editionInForce(context);
  const open = amendmentsOf(context).filter(({ status }) => status === 'open').length;
  const today = latestDay(event.occurredOn);
  const would = postsGoingOn(context, fact, today).length;
  return [
    ...(would <= FOLLOWING.posts ? [] : [programmeRefusal('limit.posts', { would, most: FOLLOWING.posts })]),
    ...(fact.base === inForce ? [] : [programmeRefusal('amendment.stale', { base: fact.base, inForce })]),
    ...(open < MOST_OPEN ? [] : [programmeRefusal('limit.amendments', { most: MOST_OPEN })]),
    ...(fact.fromOn !== undefined && fact.fromOn < today
      ? [programmeRefusal('amendment.past', { fromOn: fact.fromOn, today })]
      : []),
  ];
}

function adoptionObjections({ context, event, fact }: ProgrammeCase<AdoptedEdition>): ProgrammeRefusal[] {
  const next = nextAdoption(context);
  const isNext = next?.amendment.seq === fact.amendment && compareInstants(next.at, event.at) <= 0;
  const posts = next ? postsGoingOn(context, next.amendment, dayOf(next.at)) : [];
  const isWhole = same(fact.posts ?? [], posts);
  return isNext && isWhole ? [] : [programmeRefusal('amendment.notApproved', { amendment: fact.amendment })];
}

const saysPosts = ({ posts }: Pick<AdoptedEdition, 'posts'>, said: Said) => saidByFollowing(posts, said);

/** What rested on the edition before is overtaken; posts go on. */
function adopt(given: ProgrammeCase<AdoptedEdition>): ProgrammeContext {
  const { context, fact } = given;
  const settled = amendmentsOf(context).map((one): Amendment => {
    if (one.seq === fact.amendment) return { ...one, status: 'adopted' };
    return waits(one) ? { ...one, status: 'overtaken' } : one;
  });
  // Its own entry is the next one.
  const inForce = { seq: context.version + 1, digest: fact.edition };
  return { ...(fact.posts ? withPowers(given, saysPosts) : context), amendments: settled, edition: inForce };
}

export const amendmentActs = {
  'amendment.proposed': act({
    schema: z.strictObject({
      type: z.literal('amendment.proposed'),
      edition: digestOf,
      adopts: adoptedEdition.shape.adopts,
      base: z.number().int().min(0),
      fromOn: day.optional(),
      posts: following.optional(),
      reason,
    }),
    from: ['person'],
    ownDoor: true,
    asks: [],
    who: ({ definition }) => amendersOf(definition).propose,
    objections: proposalObjections,
    change(given) {
      const { context, event, fact } = given;
      const { edition, adopts, base, fromOn = null, posts, reason: why } = fact;
      const on = latestDay(event.occurredOn);
      const said = { edition, adopts, base, fromOn, ...(posts ? { posts } : {}), reason: why };
      const made = { ...said, by: amender(given), on, votes: [] };
      const amendment: Amendment = { seq: context.version + 1, status: 'open', ...made };
      return { ...context, amendments: [...amendmentsOf(context), amendment] };
    },
  }),
  'amendment.approved': act({
    schema: z.strictObject({
      type: z.literal('amendment.approved'),
      amendment: seq,
      note: maybeWritten(LENGTH.paragraph),
    }),
    from: ['person'],
    asks: [asksWhich],
    who: approvers,
    objections: (given) => [...openObjections(given), ...voiceObjections(given)],
    change(given) {
      const { context, event, fact } = given;
      const { note } = fact;
      const vote = { ...amender(given), on: latestDay(event.occurredOn), ...(note ? { note } : {}) };
      const done = isLastVoice(given) ? { status: 'approved' as const, approvedAt: event.at } : {};
      return altered(context, fact.amendment, (one) => ({ ...one, votes: [...one.votes, vote], ...done }));
    },
  }),
  'amendment.returned': act({
    schema: z.strictObject({ type: z.literal('amendment.returned'), amendment: seq, reason }),
    from: ['person'],
    asks: [asksWhich, asksWhy],
    who: approvers,
    objections: (given) => [...openObjections(given), ...ownReturn(given)],
    change: ended('returned'),
  }),
  'amendment.withdrawn': act({
    schema: z.strictObject({ type: z.literal('amendment.withdrawn'), amendment: seq, reason }),
    from: ['person'],
    asks: [asksWhich, asksWhy],
    who: ({ definition }) => amendersOf(definition).propose,
    objections: (given) => [...openObjections(given), ...othersProposal(given)],
    change: ended('withdrawn'),
  }),
  [ADOPTED]: act({
    schema: adoptedEdition,
    from: ['programme'],
    ownDoor: true,
    asks: [],
    who: () => [],
    objections: adoptionObjections,
    change: adopt,
    says: saysPosts,
  }),
};

/** Who proposed it withdraws it; others return it. */
function ownReturn({ context, event, fact }: ProgrammeCase<About>): ProgrammeRefusal[] {
  const { account } = event.actor;
  const isOwn = amendmentAt(context, fact.amendment)?.by.account === account;
  return isOwn ? [programmeRefusal('amendment.own', { account })] : [];
}

function othersProposal({ context, event, fact }: ProgrammeCase<About>): ProgrammeRefusal[] {
  const found = amendmentAt(context, fact.amendment);
  const { account } = event.actor;
  return found && found.by.account !== account
    ? [programmeRefusal('amendment.notOwn', { account, by: found.by.name })]
    : [];
}
