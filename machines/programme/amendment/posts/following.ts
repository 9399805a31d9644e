// The posts of a system that is split or merged go on to whoever goes on with it, where the amendment says so: each grant of that system
// alone begins anew on the heir, from the day of adoption to its own last day. A post over the programme reaches the heir anyhow. Pure.
import * as z from 'zod';
import { day, id, type MigrationDefinition } from '../../../definition/definition.ts';
import { deputy, isSameDeputy } from '../../../record/deputy.ts';
import { grantId, idOfGrant } from '../../../record/grant-id.ts';
import { FOLLOWING } from '../../../record/limits.ts';
import type { Day } from '../../../values/date.ts';
import type { PowersChange, Said } from '../../powers/changes.ts';
import type { Grant, Powers } from '../../powers/grant.ts';
import { periodOf } from '../../powers/lock.ts';
import { account } from '../../powers/shapes.ts';

/** To which heir the posts of which systems go on. An amendment made before there was this says nothing of it: none go on. */
export const following = z
  .array(z.strictObject({ system: id, from: z.array(id).min(1).max(FOLLOWING.systems) }))
  .max(FOLLOWING.systems);
export type Following = z.infer<typeof following>[number];

/** A grant that goes on: `of` names the one that it goes on with. */
export const followed = z.strictObject({
  of: grantId,
  account,
  post: id,
  system: id,
  fromOn: day,
  untilOn: day,
  deputy: deputy.optional(),
});
export type Followed = z.infer<typeof followed>;

/** Each system that goes on with others by what is wanted, and with which: of one that walks already those that are new. */
export function heirsIn(
  before: readonly MigrationDefinition[],
  wanted: readonly MigrationDefinition[],
): Following[] {
  const known = new Map(before.map(({ system }) => [system.id, system.continues?.from ?? []]));
  return wanted.flatMap(({ system }) => {
    const from = system.continues?.from.filter((one) => !known.get(system.id)?.includes(one)) ?? [];
    return from.length > 0 ? [{ system: system.id, from }] : [];
  });
}

/** What goes on from that day, of what is known to be held then or later; a post that the heir has from the same person is not given twice. */
export function postsFollowing({ grants }: Powers, heirs: readonly Following[], on: Day): Followed[] {
  return heirs.flatMap(({ system, from }) => {
    const there = grants.filter((grant) => grant.system === system).flatMap(heldBy);
    const gone = grants
      .filter((grant) => grant.system !== null && from.includes(grant.system))
      .flatMap((grant) => goingOn(grant, system, on))
      .sort(lengthFirst);
    const given: Followed[] = [];
    for (const one of gone) {
      const isHeld = [...there, ...given].some((held) => isWithin(one, held));
      if (!isHeld) given.push(one);
    }
    return given;
  });
}

export const saidByFollowing = (
  posts: readonly Followed[] = [],
  { seq, at, by }: Pick<Said, 'seq' | 'at' | 'by'>,
): PowersChange[] =>
  posts.map(({ of: _of, ...given }, place) => ({
    kind: 'given',
    id: idOfGrant(seq, place),
    ...given,
    at,
    by,
  }));

type Held = Omit<Followed, 'of'>;

function heldBy(grant: Grant): Held[] {
  const { account: whose, post, system, deputy: as } = grant;
  const period = periodOf(grant);
  if (period === null || system === null) return [];
  const days = { fromOn: period.from, untilOn: period.until };
  return [{ account: whose, post, system, ...days, ...(as ? { deputy: as } : {}) }];
}

function goingOn(grant: Grant, system: string, on: Day): Followed[] {
  return heldBy(grant)
    .filter(({ untilOn }) => untilOn >= on)
    .map((held) => ({ ...held, of: grant.id, system, fromOn: held.fromOn > on ? held.fromOn : on }));
}

/** What lasts longest comes first, so that what lies within it is not given beside it; else in the order in which they were given. */
const lengthFirst = (a: Held, b: Held): number => inTime(a.fromOn, b.fromOn) || inTime(b.untilOn, a.untilOn);
const inTime = (a: Day, b: Day): number => Number(a > b) - Number(a < b);

const isWithin = (one: Held, other: Held): boolean =>
  one.account === other.account &&
  one.post === other.post &&
  isSameDeputy(one.deputy, other.deputy) &&
  other.fromOn <= one.fromOn &&
  one.untilOn <= other.untilOn;
