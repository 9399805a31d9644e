// Corrections as pairs: what stood wrongly beside what is right, by whom it was proposed and decided, and when.
import { z } from '@hono/zod-openapi';
import { instant, pageOf, setting, text, vagueDay } from '../values.ts';

export const said = z.object({
  /** One sentence of what happened. */
  summary: text,
  occurredOn: vagueDay,
  account: z.string(),
  name: z.string(),
  postLabel: text,
});

export const differing = z.array(z.object({ field: text, wrong: text, right: text }));

const turn = z.object({
  /** The entry that says so. */
  seq: z.number().int(),
  occurredOn: vagueDay,
  recordedAt: instant,
  name: z.string(),
  postLabel: text,
  reason: z.string().nullable(),
});

export const correctionPairView = z
  .object({
    chain: z.string(),
    system: z.string(),
    systemName: text,
    /** The entry that is put right, and when it was recorded. */
    entry: z.number().int(),
    recordedAt: instant,
    wrong: said,
    /** Null where the entry should not have been at all. */
    right: said.nullable(),
    /** The fields in which the two differ, as words; none where one is voided. */
    differs: differing,
    status: z.enum(['waits', 'approved', 'dismissed', 'withdrawn']),
    proposed: turn,
    /** Null while it waits. */
    decided: turn.nullable(),
  })
  .openapi('CorrectionPair');
export type CorrectionPairView = z.infer<typeof correctionPairView>;

/** What became of an entry by one approved correction of it. */
export const madeCorrection = correctionPairView.pick({
  wrong: true,
  right: true,
  differs: true,
  proposed: true,
  decided: true,
});
export type MadeCorrection = z.infer<typeof madeCorrection>;

export const correctionPairs = pageOf(correctionPairView).extend({ setting }).openapi('CorrectionPairs');
export type CorrectionPairs = z.infer<typeof correctionPairs>;
