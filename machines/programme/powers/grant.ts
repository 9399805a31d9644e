// A grant: an account's post, for a programme or one of its systems, from a day to a day; by which entry it was given, and ended
// before its time. With the people who hold them: what a programme's chain says of both.

import type { Deputy } from '../../record/deputy.ts';

export interface Ended {
  /** The last day on which it is held; left out where it ended at once. */
  on?: string;
  at: string;
  by: string;
}

export interface Grant {
  id: string;
  account: string;
  /** A body's id, or `administrator` or `auditor`. */
  post: string;
  /** Null: every system of the programme. */
  system: string | null;
  /** Over the whole installation: every programme's chain says so. */
  overAll?: true;
  /** It makes a deputy, and gives no post of one's own. */
  deputy?: Deputy;
  /** Both days count. */
  from: string;
  until: string;
  at: string;
  by: string;
  ended?: Ended;
}

export interface KnownPerson {
  name: string;
  /** Brought by this rehearsal: no account of any other programme. */
  rehearsal?: true;
  /** When the account was shut, and opened again; `until` null while it is shut. */
  shut?: { from: string; until: string | null }[];
}

/** What a programme's chain says of people and what they hold. */
export interface Powers {
  people: Record<string, KnownPerson>;
  grants: Grant[];
  /** More of what stood before is to come. */
  incomplete?: true;
}
