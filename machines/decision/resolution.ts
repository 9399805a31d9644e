// What a body has resolved on one item of a meeting's agenda, as the programme's chain works it out and the migration's chain takes it.
import * as z from 'zod';
import { day, id } from '../definition/definition.ts';
import { deputy } from '../record/deputy.ts';
import { LENGTH, MEETING, RFP } from '../record/limits.ts';
import { written, writtenLine } from '../values/text.ts';
import { forms, voices } from './ballot.ts';
import { provisosAsked } from './proviso.ts';

const account = writtenLine(LENGTH.line);
const digest = z.string().regex(/^[0-9a-f]{64}$/, { message: 'sha256' });

/** Which procurement of the system: they are counted from 1. */
export const rfp = z.number().int().min(1).max(RFP.procurements);
/** How bidders who are equal are put in an order. */
export const tieHows = ['lot', 'committee'] as const;
export type TieHow = (typeof tieHows)[number];

/** What an item decides in its system's migration. */
export const decides = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('gate'), phase: id }),
  z.strictObject({ kind: z.literal('goingBack'), to: id }),
  z.strictObject({ kind: z.literal('cancellation') }),
  /** Going on without a milestone that cannot come any more. */
  z.strictObject({ kind: z.literal('waiver'), system: id, milestone: id }),
  /** The extension of a deadline that somebody has asked for. */
  z.strictObject({ kind: z.literal('extension'), deadline: id }),
  /** Of a procurement, once its sheets are opened: the order of bidders who are equal, and whose turn it is. */
  z.strictObject({
    kind: z.literal('tie'),
    rfp,
    order: z.array(id).min(2).max(RFP.bidders),
    how: z.enum(tieHows),
  }),
  z.strictObject({ kind: z.literal('candidate'), rfp, bidder: id }),
  /** Whether the negotiation has failed, as somebody says. */
  z.strictObject({ kind: z.literal('failure'), rfp }),
  /** That it goes on with a single bidder, and that it ends without a candidate: each with a reason. */
  z.strictObject({ kind: z.literal('single'), rfp }),
  z.strictObject({ kind: z.literal('end'), rfp }),
]);
export type Decides = z.infer<typeof decides>;

/** What was looked at: the version of the migration, and the digest of what the decision rests on there. */
export const lookedAt = z.strictObject({
  version: z.number().int().min(0),
  bundle: digest,
  /** Of a gate whose bundle grows by what others do: what of it stays, its submission with it. */
  rests: digest.optional(),
});
export type LookedAt = z.infer<typeof lookedAt>;

/** The record of a meeting (議事録), as a document. */
export const minutes = z.strictObject({
  title: writtenLine(LENGTH.line),
  sha256: digest,
  documentNo: writtenLine(LENGTH.documentNo),
  decidedOn: day,
});
export type Minutes = z.infer<typeof minutes>;

/**
 * approved, returned (差戻し): so it was moved, and carried. rejected (否決): to approve was moved, and not carried. carriedOver: 継続審議.
 */
export const outcomes = ['approved', 'returned', 'rejected', 'carriedOver'] as const;
export type Outcome = (typeof outcomes)[number];

const seated = z.strictObject({
  account,
  name: writtenLine(LENGTH.name),
  deputy: deputy.optional(),
});

export const resolution = z.strictObject({
  /** The entry that convened it, by which a meeting is called, and the item's number on its agenda. */
  meeting: z.number().int().min(1),
  item: z.number().int().min(1),
  body: id,
  form: z.enum(forms),
  /** The day on which it was decided. */
  on: day,
  decides,
  outcome: z.enum(outcomes),
  reason: written(LENGTH.paragraph).optional(),
  /** 条件付承認: what is asked besides, where it is approved. */
  conditions: provisosAsked,
  of: lookedAt,
  /** By account; null where nobody did. */
  presider: account.nullable(),
  /** Whoever presided without a vote has no voice. */
  present: z.array(seated.extend({ voice: z.enum(voices).optional() })).max(MEETING.seats),
  away: z.array(seated.extend({ reason: written(LENGTH.line).optional() })).max(MEETING.seats),
  recused: z.array(seated.extend({ reason: written(LENGTH.paragraph) })).max(MEETING.seats),
  /** What whoever presided made of a tie. */
  casting: z.enum(['for', 'against']).optional(),
  minutes: minutes.optional(),
});
export type Resolution = z.infer<typeof resolution>;

export const itemKey = ({ meeting, item }: Pick<Resolution, 'meeting' | 'item'>): string =>
  `${meeting}/${item}`;
