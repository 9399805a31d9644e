// Whether those who are appointed to score are people of the programme, by the names under which it knows them, and hold a post that scores
// or have been given it from a later day. Pure.

import { periodOf, reaches } from '../../programme/powers/lock.ts';
import { type Acquaintance, nearTo } from '../../programme/powers/named.ts';
import { type Refusal, refusal } from '../../record/refusal.ts';
import type { Day } from '../../values/date.ts';

/** `grants`: everything ever given for these posts. */
export interface Scoring extends Acquaintance {
  system: string;
  posts: readonly string[];
  today: Day;
}

export const evaluatorObjections = (
  scoring: Scoring,
  evaluators: readonly { account: string; name: string }[],
): Refusal[] =>
  evaluators.flatMap(({ account, name }): Refusal[] => {
    const { people, posts } = scoring;
    const known = Object.hasOwn(people, account) ? people[account] : undefined;
    if (!known)
      return [refusal('rfp.evaluatorUnknown', { account, near: nearTo(people, { account, name }) })];
    if (known.name !== name) return [refusal('rfp.evaluatorOtherName', { account, name, known: known.name })];
    return mayScore(scoring, account)
      ? []
      : [refusal('rfp.evaluatorNoPost', { account, name, posts: [...posts] })];
  });

const mayScore = ({ grants, posts, system, today }: Scoring, account: string): boolean =>
  grants.some((grant) => {
    const period = periodOf(grant);
    const isOver = period === null || period.until < today;
    return grant.account === account && posts.includes(grant.post) && reaches(grant, system) && !isOver;
  });
