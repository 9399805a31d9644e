// A deputy is appointed for a post, and the deputyship ends before its time: 職務代理, and 代決 which its holder looks at afterwards.
import * as z from 'zod';
import { day, id, paragraph } from '../../definition/definition.ts';
import { type Deputy, deputyKinds } from '../../record/deputy.ts';
import { grantId, idOfGrant } from '../../record/grant-id.ts';
import { ITEMS } from '../../record/limits.ts';
import { type Day, dayOf } from '../../values/date.ts';
import { act, type ProgrammeCase } from '../act.ts';
import { ADMINISTRATOR } from '../people/offices.ts';
import type { Powers } from '../powers/grant.ts';
import { periodOf } from '../powers/lock.ts';
import { saying } from '../powers/saying.ts';
import { account, personFacts } from '../powers/shapes.ts';
import { type ProgrammeRefusal, programmeRefusal } from '../refusal.ts';
import { uncovered } from './covering.ts';

const appointed = z.strictObject({
  type: z.literal('post.deputyAppointed'),
  ...personFacts,
  post: id,
  /** Some systems; the whole programme where null. */
  systems: z.array(id).min(1).max(ITEMS.deputySystems).nullable(),
  fromOn: day,
  untilOn: day,
  kind: z.enum(deputyKinds),
  holder: account.optional(),
  seenBy: day.optional(),
  reason: paragraph,
});
export type DeputyAppointed = z.infer<typeof appointed>;

const ended = z.strictObject({
  type: z.literal('post.deputyEnded'),
  ...personFacts,
  post: id,
  /** All that the appointment gave. */
  grants: z.array(grantId).min(1).max(ITEMS.deputySystems),
  /** The last day; at once where left out. */
  lastOn: day.optional(),
  reason: paragraph,
});
export type DeputyEnded = z.infer<typeof ended>;

const who = () => [ADMINISTRATOR];

export const deputyOf = ({ kind, holder, seenBy }: DeputyAppointed): Deputy => ({
  kind,
  ...(holder === undefined ? {} : { holder }),
  ...(seenBy === undefined ? {} : { seenBy }),
});

const scopes = ({ systems }: Pick<DeputyAppointed, 'systems'>): (string | null)[] => systems ?? [null];

function appointing({ context, definition, event, fact }: ProgrammeCase<DeputyAppointed>) {
  const { post, systems, fromOn, untilOn } = fact;
  const known = definition.bodies.map((body) => body.id);
  const strange = (systems ?? []).find((system) => !definition.systems.includes(system));
  const shape = [
    ...(known.includes(post) ? [] : [programmeRefusal('grant.unknownPost', { post, known })]),
    ...(strange === undefined
      ? []
      : [programmeRefusal('grant.unknownSystem', { system: strange, known: definition.systems })]),
    ...(untilOn < fromOn ? [programmeRefusal('grant.reversed', { fromOn, untilOn })] : []),
    ...kindObjections(fact),
  ];
  if (shape.length > 0 || context.powers === undefined) return shape;
  return restingObjections(context.powers, fact, dayOf(event.at));
}

/** A 代決 is in somebody's name and looked at afterwards; a 職務代理 decides by itself. */
function kindObjections(fact: DeputyAppointed): ProgrammeRefusal[] {
  const { kind, account: deputy, holder, seenBy, fromOn } = fact;
  if (holder === deputy) return [programmeRefusal('deputy.self', { account: deputy })];
  if (kind === 'forAbsent' && holder === undefined) return [programmeRefusal('deputy.needsHolder', {})];
  const isWrong = seenBy !== undefined && (kind === 'acting' || seenBy < fromOn);
  return isWrong ? [programmeRefusal('deputy.seenBy', { fromOn })] : [];
}

function restingObjections(powers: Powers, fact: DeputyAppointed, today: Day): ProgrammeRefusal[] {
  const { account: deputy, post, holder, fromOn: from, untilOn: until } = fact;
  if (powers.people[deputy] === undefined) return [programmeRefusal('deputy.unknown', { account: deputy })];
  return scopes(fact).flatMap((system): ProgrammeRefusal[] => {
    const held = powers.grants.find((grant) => {
      const period = periodOf(grant);
      const meets = period !== null && period.from <= until && from <= period.until;
      const isThere = grant.system === null || system === null || grant.system === system;
      return grant.account === deputy && grant.post === post && meets && isThere;
    });
    if (held) return [programmeRefusal('deputy.holdsAlready', { account: deputy, post })];
    const gap = uncovered(powers, { account: deputy, post, system, holder, from, until }, today);
    if (!gap) return [];
    const { why, on } = gap;
    return why === 'own'
      ? [programmeRefusal('deputy.ownPost', { account: deputy, on })]
      : [programmeRefusal('deputy.notHeld', { account: holder ?? '', post, on })];
  });
}

function ending({ context, fact }: ProgrammeCase<DeputyEnded>): ProgrammeRefusal[] {
  if (context.powers === undefined) return [];
  const { account: deputy, post, grants, lastOn } = fact;
  const theirs = context.powers.grants.filter(
    (grant) => grant.deputy !== undefined && grant.account === deputy && grant.post === post,
  );
  const isKnown = grants.every((wanted) => theirs.some((grant) => grant.id === wanted));
  if (!isKnown) return [programmeRefusal('grant.unknown', { account: deputy, post })];
  const late = theirs.find(
    ({ id: given, until }) => grants.includes(given) && lastOn !== undefined && lastOn > until,
  );
  return late ? [programmeRefusal('grant.longer', { untilOn: late.until })] : [];
}

export const deputyActs = {
  'post.deputyAppointed': act({
    schema: appointed,
    ...saying<DeputyAppointed>({
      from: ['person'],
      who,
      objections: appointing,
      says: (fact, { seq, at, by }) => [
        { kind: 'person', account: fact.account, name: fact.name, rehearsal: fact.rehearsal },
        ...scopes(fact).map((system, place) => ({
          kind: 'given' as const,
          id: idOfGrant(seq, place),
          account: fact.account,
          post: fact.post,
          system,
          fromOn: fact.fromOn,
          untilOn: fact.untilOn,
          deputy: deputyOf(fact),
          at,
          by,
        })),
      ],
    }),
  }),
  'post.deputyEnded': act({
    schema: ended,
    ...saying<DeputyEnded>({
      from: ['person'],
      who,
      objections: ending,
      says: ({ grants, lastOn }, { at, by }) =>
        grants.map((given) => ({
          kind: 'ended' as const,
          id: given,
          ended: { ...(lastOn === undefined ? {} : { on: lastOn }), at, by },
        })),
    }),
  }),
};
