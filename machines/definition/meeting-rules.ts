// How a body meets, as data: who presides, how many must be there, by how many votes something is carried, what a tie comes to, and
// whether it may decide by circulation (書面開催). A body without these rules decides one voice after the other.
import * as z from 'zod';
import { readers } from '../values/schemas.ts';
import { readShare } from '../values/score.ts';
import { id } from './words.ts';

/** A number, more than half of the members (過半数), or half of them (半数). */
export const share = z
  .union([z.enum(['majority', 'half']), z.number().int().min(1)])
  .register(readers, { read: readShare });
export type Share = z.infer<typeof share>;

/** How many that are of a body. */
export function shareOf(share: Share, members: number): number {
  if (share === 'majority') return Math.floor(members / 2) + 1;
  return share === 'half' ? Math.ceil(members / 2) : share;
}

/** Whoever of the members also holds a post, or one account. */
export const chairSeat = z.union([z.strictObject({ post: id }), z.strictObject({ account: id })]);
export type ChairSeat = z.infer<typeof chairSeat>;

/** voting: more than half of those who vote for or against; present: of all who are there and may vote. */
export const carriedBy = ['voting', 'present'] as const;
/**
 * What becomes of a tie. chair: whoever presides does not vote, and decides it; second: votes like any member, and decides it
 * besides; lost: it is not carried.
 */
export const ties = ['chair', 'second', 'lost'] as const;

export const meetingRules = z.strictObject({
  chair: chairSeat,
  /** Presides where the chair is away or recused; after that whoever the members choose. */
  deputyChair: chairSeat.optional(),
  /** How many are there at least, of all members. */
  quorum: share,
  carriedBy: z.enum(carriedBy).default('voting'),
  tie: z.enum(ties).default('chair'),
  /** Left out where it never decides by circulation; how many answer at least. */
  circulation: z.strictObject({ quorum: share }).optional(),
  /** A deputy may take a member's seat (代理出席). */
  deputies: z.boolean().default(false),
  /** A meeting is closed with its minutes only. */
  minutes: z.boolean().default(false),
  /** Posts that convene it and record what it decides (事務局). */
  secretariat: z.array(id).min(1),
});
export type MeetingRules = z.infer<typeof meetingRules>;
