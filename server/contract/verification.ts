// The proof of the record as it is asked for and answered: heads that were kept elsewhere, checks, and what they found.
import { z } from '@hono/zod-openapi';
import { signedCheckpoint } from '../../machines/record/checkpoint.ts';
import { instant, setting, text } from './values.ts';

/** A programme has far fewer chains; each is sent once. */
export const HEADS_AT_MOST = 5000;

/** The end of one chain as it was seen once. */
export const head = z
  .object({
    chain: z.string().min(1).max(200),
    seq: z.number().int().min(1).max(2_147_483_647),
    hash: z.string().regex(/^[0-9a-f]{64}$/),
    at: instant.optional(),
  })
  .openapi('Head');
export type Head = z.infer<typeof head>;

/** The ends of all chains at one moment, signed by the server: to be kept elsewhere. */
export const checkpoint = z.strictObject(signedCheckpoint.shape).openapi('Checkpoint');
export type CheckpointView = z.infer<typeof checkpoint>;

export const verifyBody = z
  .object({
    /** Heads kept elsewhere. */
    anchors: z.array(head).max(HEADS_AT_MOST).optional(),
    /** A signed checkpoint that was kept elsewhere; it is refused where it was altered. */
    checkpoint: checkpoint.optional(),
    /** Heads that the one who asks has seen before. */
    remembered: z.array(head).max(HEADS_AT_MOST).optional(),
    /** Decide every event again; left out, where the programme has at most 20,000 entries. */
    decide: z.boolean().optional(),
  })
  .openapi('Verify');

export const wrongView = z
  .object({
    /** The chain it is about; a table's, function's or role's name where it is about no chain. */
    chain: z.string(),
    /** 0 where it is about no entry. */
    seq: z.number().int(),
    what: z.string(),
    recordedAt: instant.nullable(),
    /** Which row, column or guard; since when a head is known. */
    detail: z.string().nullable(),
    message: text,
  })
  .openapi('Wrong');
export type WrongView = z.infer<typeof wrongView>;

export const checkedView = z
  .object({
    check: z.string(),
    name: text,
    /** What this check can and cannot show. */
    shows: text,
    /** How much it looked at. */
    looked: z.number().int(),
    /** How many faults there are; the first of them are listed. */
    faults: z.number().int(),
    wrong: z.array(wrongView),
    /** Worth a look, and no proof of anything: they have an honest cause too. */
    remarks: z.array(wrongView),
  })
  .openapi('Checked');
export type CheckedView = z.infer<typeof checkedView>;

export const verification = z
  .object({
    setting,
    /** No check that was made found a fault. What was not looked at is not proven. */
    ok: z.boolean(),
    chains: z.number().int(),
    entries: z.number().int(),
    redecided: z.number().int().nullable(),
    firstWrong: wrongView.nullable(),
    checks: z.array(checkedView),
    heads: z.array(head),
    milliseconds: z.number().int(),
  })
  .openapi('Verification');
export type Verification = z.infer<typeof verification>;
