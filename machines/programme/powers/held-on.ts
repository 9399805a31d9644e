// Who held what on a day, of what the programme's chain said then. Pure.
import type { Deputy } from '../../record/deputy.ts';
import { isShut } from './changes.ts';
import type { Grant, Powers } from './grant.ts';
import { covers, periodOf } from './lock.ts';

export interface Held {
  account: string;
  name: string;
  post: string;
  /** Null: every system of the programme. */
  system: string | null;
  /** In whose stead; null of a post of one's own. */
  deputy: Deputy | null;
  from: string;
  /** Its last day, as it stood. */
  until: string;
}

/** What was held on a day: whose account was shut by then holds nothing. */
export const grantsOn = ({ people, grants }: Powers, day: string): Grant[] =>
  grants.filter((grant) => covers(periodOf(grant), day) && !isShut(people[grant.account]?.shut));

/** In the order of posts, then of accounts. */
export function heldOn(powers: Powers, day: string): Held[] {
  return grantsOn(powers, day)
    .flatMap((grant): Held[] => {
      const { account, post, system, deputy = null } = grant;
      const period = periodOf(grant);
      const name = powers.people[account]?.name ?? account;
      return period ? [{ account, name, post, system, deputy, ...period }] : [];
    })
    .sort((a, b) => compare(a.post, b.post) || compare(a.account, b.account) || compare(a.system, b.system));
}

const compare = (a: string | null, b: string | null): number =>
  (a ?? '') < (b ?? '') ? -1 : (a ?? '') > (b ?? '') ? 1 : 0;
