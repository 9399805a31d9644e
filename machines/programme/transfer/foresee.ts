// What would no longer go on from a day: gates that nobody could pass, four eyes that a move breaks, work that would lie with nobody,
// people left without a post. The same is asked where nothing changes but the calendar. Pure.
import { firstImpossible, type Pair } from '../../decision/apart.ts';
import { duties as allDuties, type Duty } from '../../definition/decisions.ts';
import { addDays, type Day } from '../../values/date.ts';
import { isOwnPost } from '../deputies/covering.ts';
import { ADMINISTRATOR } from '../people/offices.ts';
import { isShut } from '../powers/changes.ts';
import type { Grant, Powers } from '../powers/grant.ts';
import { covers, periodOf, reaches } from '../powers/lock.ts';

/** One migration, as far as people matter to it. */
export interface Work {
  system: string;
  /** Its phase now, and who works in it. */
  phase: string;
  owners: readonly string[];
  /** Of the gates that lie ahead. */
  approvals: readonly {
    phase: string;
    body: string;
    quorum: number;
    /** Members that take no part there (除斥). */
    without?: readonly string[];
  }[];
  /** Who has supplied what a gate rests on: none of them approves. */
  drafters: readonly string[];
  /** Duties that are apart, as far as they lie ahead; left out where none are but the two that always are. */
  apart?: {
    pairs: readonly Pair[];
    needs: readonly { duty: Duty; posts: readonly string[]; count: number }[];
    had: Partial<Record<Duty, readonly string[]>>;
  };
}

/**
 * vacant: a body that a gate asks has nobody. quorum: fewer than it takes. separation: enough, but for those who drafted.
 * drafted: somebody comes into a body whose gates they may not decide. work: nobody works in the phase. postless: without any
 * post from that day. administrator: who leaves administers here, which ends by itself. past: the day lies behind.
 */
export type Foreseen =
  | {
      code: 'vacant' | 'quorum' | 'separation';
      body: string;
      systems: string[];
      have: number;
      quorum: number;
    }
  /** Two duties that one person may not both have would be left to the same. */
  | { code: 'duties'; duties: Duty[]; posts: string[]; systems: string[] }
  | { code: 'drafted'; account: string; body: string; systems: string[] }
  | { code: 'work'; post: string; systems: string[] }
  | { code: 'postless' | 'administrator'; account: string }
  | { code: 'past'; on: Day };

export interface Outlook {
  works: readonly Work[];
  before: Powers;
  after: Powers;
  on: Day;
  today: Day;
  /** Accounts that leave, and are to have no post. */
  leaving: readonly string[];
}

/** Who holds a post on a day, for a system. */
export function holders(powers: Powers, post: string, system: string, on: Day): string[] {
  const held = powers.grants.filter(
    (grant) => grant.post === post && reaches(grant, system) && covers(periodOf(grant), on),
  );
  const open = held.map(({ account }) => account).filter((one) => !isShut(powers.people[one]?.shut));
  return [...new Set(open)];
}

export function foresee(outlook: Outlook): Foreseen[] {
  const { before, after, on, today, leaving } = outlook;
  const administrators = leaving.filter((account) =>
    after.grants.some(
      (grant) => grant.account === account && grant.post === ADMINISTRATOR && covers(periodOf(grant), on),
    ),
  );
  return [
    ...(on < today ? [{ code: 'past' as const, on }] : []),
    ...gates(outlook),
    ...duties(outlook),
    ...newcomers(outlook),
    ...idle(outlook),
    ...postless(before, after, on)
      .filter((account) => !leaving.includes(account))
      .map((account) => ({ code: 'postless' as const, account })),
    ...administrators.map((account) => ({ code: 'administrator' as const, account })),
  ];
}

type Short = Extract<Foreseen, { code: 'vacant' | 'quorum' | 'separation' }>;

/** Each body once for each way in which it falls short, with the systems where it does. */
function gates({ works, after, on }: Outlook): Short[] {
  const found = new Map<string, Short>();
  for (const { system, approvals, drafters } of works) {
    for (const { body, quorum, without = [] } of approvals) {
      const all = holders(after, body, system, on);
      const free = all.filter((account) => !drafters.includes(account) && !without.includes(account));
      if (free.length >= quorum) continue;
      const code = all.length === 0 ? 'vacant' : all.length < quorum ? 'quorum' : 'separation';
      const have = code === 'separation' ? free.length : all.length;
      const key = `${code}/${body}/${have}/${quorum}`;
      const systems = found.get(key)?.systems ?? [];
      found.set(key, { code, body, have, quorum, systems: [...new Set([...systems, system])] });
    }
  }
  return [...found.values()];
}

/** Each pair once, with the systems where nobody is left for one of the two. Whom there are too few of anyway is told of the gate. */
function duties({ works, after, on }: Outlook): Foreseen[] {
  const found = new Map<string, Extract<Foreseen, { code: 'duties' }>>();
  for (const { system, apart } of works) {
    if (!apart) continue;
    const needs = apart.needs
      .map((need) => ({ ...need, people: holdersOfAny(after, need.posts, system, on) }))
      .filter(({ people, count }) => people.length >= count);
    const pair = firstImpossible(needs, apart.pairs, heldBy(apart.had));
    if (!pair) continue;
    const systems = [...(found.get(pair.join())?.systems ?? []), system];
    const posts = needs.filter(({ duty }) => pair.includes(duty)).flatMap((need) => need.posts);
    found.set(pair.join(), { code: 'duties', duties: [...pair], posts: [...new Set(posts)], systems });
  }
  return [...found.values()];
}

const holdersOfAny = (powers: Powers, posts: readonly string[], system: string, on: Day): string[] => [
  ...new Set(posts.flatMap((post) => holders(powers, post, system, on))),
];

function heldBy(had: Partial<Record<Duty, readonly string[]>>): Map<string, Set<Duty>> {
  const held = new Map<string, Set<Duty>>();
  for (const duty of allDuties)
    for (const account of had[duty] ?? []) held.set(account, new Set([...(held.get(account) ?? []), duty]));
  return held;
}

/** Whoever drafted and now comes to approve: a seat that counts for nothing there. */
function newcomers({ works, before, after, on }: Outlook): Foreseen[] {
  const known = new Set(before.grants.map(({ id }) => id));
  const given = after.grants.filter(({ id }) => !known.has(id));
  const pairs = new Map(given.map(({ account, post }) => [`${account} ${post}`, { account, post }]));
  return [...pairs.values()].flatMap(({ account, post }) => {
    const systems = works.filter(
      ({ system, approvals, drafters }) =>
        approvals.some(({ body }) => body === post) &&
        drafters.includes(account) &&
        holders(after, post, system, on).includes(account) &&
        !holders(before, post, system, addDays(on, -1)).includes(account),
    );
    return systems.length === 0
      ? []
      : [{ code: 'drafted' as const, account, body: post, systems: systems.map(({ system }) => system) }];
  });
}

function idle({ works, after, on }: Outlook): Foreseen[] {
  const posts = [...new Set(works.flatMap(({ owners }) => owners))];
  return posts.flatMap((post) => {
    const systems = works
      .filter(({ owners }) => owners.includes(post))
      .filter(({ system, owners }) => owners.every((one) => holders(after, one, system, on).length === 0))
      .map(({ system }) => system);
    return systems.length === 0 ? [] : [{ code: 'work' as const, post, systems }];
  });
}

/** Who has a post on the day before, and none on the day. */
export function postless(before: Powers, after: Powers, on: Day): string[] {
  const holds = ({ grants }: Powers, day: Day) => {
    const own = (grant: Grant) => isOwnPost(grant) && covers(periodOf(grant), day);
    return new Set(grants.filter(own).map(({ account }) => account));
  };
  const later = holds(after, on);
  return [...holds(before, addDays(on, -1))].filter((account) => !later.has(account));
}
