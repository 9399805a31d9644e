// 年度替わり: who leaves, comes and changes posts from one day, in one act. Every grant that ends and every one that begins is named: an
// entry says the whole of it, or nothing is done.
import * as z from 'zod';
import { day, id, paragraph } from '../../definition/definition.ts';
import { grantId, idOfGrant } from '../../record/grant-id.ts';
import { ITEMS } from '../../record/limits.ts';
import { dayOf } from '../../values/date.ts';
import { act, type ProgrammeCase } from '../act.ts';
import { leftInTheAir } from '../deputies/covering.ts';
import { ADMINISTRATOR, AUDITOR } from '../people/offices.ts';
import { type PowersChange, powersAfter, type Said } from '../powers/changes.ts';
import type { Grant, Powers } from '../powers/grant.ts';
import { periodOf } from '../powers/lock.ts';
import { saying } from '../powers/saying.ts';
import { account, personFacts } from '../powers/shapes.ts';
import { type ProgrammeRefusal, programmeRefusal } from '../refusal.ts';

const held = { account, post: id, system: id.nullable() };

const transferred = z.strictObject({
  type: z.literal('post.transferred'),
  /** The first day of what begins. */
  on: day,
  /** Whom the chain did not know yet. */
  people: z.array(z.strictObject(personFacts)).max(ITEMS.powers),
  /** Without `lastOn` it ends at once: it had not begun. */
  ends: z.array(z.strictObject({ grant: grantId, ...held, lastOn: day.optional() })).max(ITEMS.powers),
  gives: z.array(z.strictObject({ ...held, fromOn: day, untilOn: day })).max(ITEMS.powers),
  reason: paragraph,
});
export type Transferred = z.infer<typeof transferred>;
export type Ending = Transferred['ends'][number];
export type Giving = Transferred['gives'][number];

/** What a transfer says, as far as powers are concerned. */
export function saidByTransfer(
  { people, ends, gives }: Pick<Transferred, 'people' | 'ends' | 'gives'>,
  { seq, at, by }: Said,
): PowersChange[] {
  return [
    ...people.map((person) => ({ kind: 'person' as const, ...person })),
    ...ends.map(({ grant, lastOn }) => ({
      kind: 'ended' as const,
      id: grant,
      ended: { ...(lastOn === undefined ? {} : { on: lastOn }), at, by },
    })),
    ...gives.map((given, place) => ({ kind: 'given' as const, id: idOfGrant(seq, place), ...given, at, by })),
  ];
}

/** Of the same post in the same place, on some same day. */
export function meets(grant: Grant, given: Giving): boolean {
  const period = periodOf(grant);
  const isSame =
    grant.deputy === undefined &&
    grant.account === given.account &&
    grant.post === given.post &&
    (grant.system === null || grant.system === given.system);
  return isSame && period !== null && period.from <= given.untilOn && given.fromOn <= period.until;
}

function objections({ context, definition, event, fact }: ProgrammeCase<Transferred>): ProgrammeRefusal[] {
  const { powers } = context;
  const { ends, gives } = fact;
  if (ends.length + gives.length === 0) return [programmeRefusal('transfer.nothing', {})];
  if (powers === undefined) return [];
  const strange = ends.find(({ grant, account: whose, post }) => !isHeldNow(powers, grant, whose, post));
  if (strange) return [programmeRefusal('grant.unknown', { account: strange.account, post: strange.post })];
  const wrong = gives.flatMap((given) => givingObjections(given, definition));
  if (wrong.length > 0) return wrong;
  const said = { seq: context.version + 1, at: event.at, by: event.actor.account };
  const ended = powersAfter(powers, saidByTransfer({ ...fact, gives: [] }, said)) ?? powers;
  const after = powersAfter(powers, saidByTransfer(fact, said)) ?? powers;
  return [
    ...gives.flatMap((given, place) => twice(given, ended, gives.slice(0, place))),
    ...gives.flatMap(({ account: whose }) =>
      after.people[whose] === undefined ? [programmeRefusal('transfer.stranger', { account: whose })] : [],
    ),
    ...leftInTheAir(powers, after, dayOf(event.at)).map(({ grant, at }) =>
      programmeRefusal('deputy.rests', { account: grant.account, post: grant.post, on: at.on }),
    ),
  ];
}

const isHeldNow = ({ grants }: Powers, wanted: string, whose: string, post: string): boolean =>
  grants.some(
    (grant) =>
      grant.id === wanted &&
      grant.account === whose &&
      grant.post === post &&
      grant.overAll === undefined &&
      periodOf(grant) !== null,
  );

function givingObjections(
  { post, system, fromOn, untilOn }: Giving,
  { bodies, systems }: ProgrammeCase['definition'],
): ProgrammeRefusal[] {
  const known = [...bodies.map((body) => body.id), AUDITOR];
  return [
    ...(known.includes(post) ? [] : [programmeRefusal('grant.unknownPost', { post, known })]),
    ...(system === null || systems.includes(system)
      ? []
      : [programmeRefusal('grant.unknownSystem', { system, known: systems })]),
    ...(untilOn < fromOn ? [programmeRefusal('grant.reversed', { fromOn, untilOn })] : []),
  ];
}

function twice(given: Giving, ended: Powers, before: readonly Giving[]): ProgrammeRefusal[] {
  const { account: whose, post } = given;
  const isAlike = (one: Giving) =>
    one.account === whose && one.post === post && (one.system === null || one.system === given.system);
  return ended.grants.some((grant) => meets(grant, given)) || before.some(isAlike)
    ? [programmeRefusal('transfer.twice', { account: whose, post })]
    : [];
}

export const transferActs = {
  'post.transferred': act({
    schema: transferred,
    ...saying<Transferred>({
      from: ['person'],
      who: () => [ADMINISTRATOR],
      objections,
      says: saidByTransfer,
    }),
  }),
};
