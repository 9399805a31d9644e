// Who held what on a day, of what the programme's chain said then. Pure.
import type { Deputy } from '../../record/deputy.ts';
import type { Powers } from './grant.ts';
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

/** Whose account was shut by then holds nothing. In the order of posts, then of accounts. */
export function heldOn({ people, grants }: Powers, day: string): Held[] {
  return grants
    .flatMap((grant): Held[] => {
      const { account, post, system, deputy = null } = grant;
      const period = periodOf(grant);
      const person = people[account];
      if (!period || !covers(period, day) || person?.shut?.some(({ until }) => until === null)) return [];
      return [{ account, name: person?.name ?? account, post, system, deputy, ...period }];
    })
    .sort((a, b) => compare(a.post, b.post) || compare(a.account, b.account) || compare(a.system, b.system));
}

const compare = (a: string | null, b: string | null): number =>
  (a ?? '') < (b ?? '') ? -1 : (a ?? '') > (b ?? '') ? 1 : 0;
