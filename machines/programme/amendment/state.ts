// What a programme remembers of its amendments.
import type { Deputy } from '../../record/deputy.ts';
import type { Day, Instant } from '../../values/date.ts';
import type { Following } from './posts/following.ts';

export interface Amender {
  account: string;
  name: string;
  post: string;
  deputy?: Deputy;
}

/** open: to be decided; approved: adopted when its day has come; overtaken: another was adopted first. */
export const amendmentStatuses = [
  'open',
  'approved',
  'adopted',
  'returned',
  'withdrawn',
  'overtaken',
] as const;
export type AmendmentStatus = (typeof amendmentStatuses)[number];

export interface Amendment {
  /** The entry that proposed it, by which it is called. */
  seq: number;
  status: AmendmentStatus;
  edition: string;
  adopts: { version: number; digest: string };
  /** The entry whose edition was in force when it was made; 0 for the one that was loaded. */
  base: number;
  /** From that day on; at once where nothing is said. */
  fromOn: Day | null;
  /** To which heirs posts go on; left out of one that has none, and of those made before there was this. */
  posts?: Following[];
  reason: string;
  by: Amender;
  on: Day;
  votes: (Amender & { on: Day; note?: string })[];
  /** Since when it may be adopted. */
  approvedAt?: Instant;
  /** Why it was returned or withdrawn, and by whom. */
  ended?: { by: Amender; reason: string; on: Day };
}

/** Neither adopted nor ended: what is adopted before it overtakes it. */
export const waits = ({ status }: Pick<Amendment, 'status'>): boolean =>
  status === 'open' || status === 'approved';
