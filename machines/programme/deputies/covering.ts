// Whether a deputyship rests on something each day: its deputy holds a post of their own, and whoever they stand in for holds theirs.
// No deputy has a deputy. Pure.
import { addDays, type Day } from '../../values/date.ts';
import { ADMINISTRATOR, AUDITOR } from '../people/offices.ts';
import type { Grant, Powers } from '../powers/grant.ts';
import { type Period, periodOf, reaches } from '../powers/lock.ts';

/** What a deputyship rests on. */
export interface Deputyship {
  account: string;
  post: string;
  system: string | null;
  holder?: string | undefined;
  /** Both days count. */
  from: Day;
  until: Day;
}

/** own: its deputy holds no post of their own on that day; holder: nobody is there to stand in for. */
export interface Uncovered {
  why: 'own' | 'holder';
  on: Day;
}

const OFFICES: ReadonlySet<string> = new Set([ADMINISTRATOR, AUDITOR]);

/** A post in its own right: no deputyship, and neither administration nor audit. */
export const isOwnPost = ({ deputy, post }: Grant): boolean => deputy === undefined && !OFFICES.has(post);

/** The first day from which nothing covers it; null where all of them are. */
function firstGap(periods: readonly Period[], from: Day, until: Day): Day | null {
  let on = from;
  while (on <= until) {
    const covering = periods.find((period) => period.from <= on && on <= period.until);
    if (!covering) return on;
    on = addDays(covering.until, 1);
  }
  return null;
}

const periodsOf = (powers: Powers, is: (grant: Grant) => boolean): Period[] =>
  powers.grants.filter(is).flatMap((grant) => periodOf(grant) ?? []);

/** @param today what is over is not looked at */
export function uncovered(powers: Powers, asked: Deputyship, today: Day): Uncovered | null {
  const { account, holder, post, system, from, until } = asked;
  const first = from > today ? from : today;
  const own = firstGap(
    periodsOf(powers, (grant) => grant.account === account && isOwnPost(grant)),
    first,
    until,
  );
  if (own !== null) return { why: 'own', on: own };
  if (holder === undefined) return null;
  const holds = (grant: Grant) =>
    grant.account === holder && grant.post === post && isOwnPost(grant) && reaches(grant, system);
  const on = firstGap(periodsOf(powers, holds), first, until);
  return on === null ? null : { why: 'holder', on };
}

/** Deputyships that are not over, with the days on which they are held. */
export function deputyships(powers: Powers, today: Day): { grant: Grant; asked: Deputyship }[] {
  return powers.grants.flatMap((grant) => {
    const period = grant.deputy === undefined ? null : periodOf(grant);
    if (period === null || period.until < today) return [];
    const { account, post, system, deputy } = grant;
    return [{ grant, asked: { account, post, system, holder: deputy?.holder, ...period } }];
  });
}

/** Those that rest on nothing after what is said now, and did before. */
export function leftInTheAir(before: Powers, after: Powers, today: Day): { grant: Grant; at: Uncovered }[] {
  return deputyships(after, today).flatMap(({ grant, asked }) => {
    const at = uncovered(after, asked, today);
    return at !== null && uncovered(before, asked, today) === null ? [{ grant, at }] : [];
  });
}
