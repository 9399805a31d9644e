// Putting an entry right: what stands in it, and whether it can be. The correction itself is an act, sent like any other.
import { z } from '@hono/zod-openapi';
import { deputy } from '../../machines/record/deputy.ts';
import { correctionPairView, differing, said } from './auditing/pairs.ts';
import { question } from './migrations/explanation.ts';
import { instant, setting, text, vagueDay } from './values.ts';

const actor = z.object({
  kind: z.string(),
  account: z.string(),
  name: z.string(),
  post: z.string(),
  /** By which it was acted; left out of entries before powers were of the chain. */
  grant: z.string().optional(),
  /** In whose stead. */
  deputy: deputy.optional(),
});

export const correctionDraft = z
  .object({
    setting,
    /** The version of the system to send as `seenVersion`. */
    version: z.number().int(),
    entry: z.number().int(),
    type: z.string(),
    summary: text,
    /** False where going back, or an act of its own, is the way, and of an entry that was voided. */
    correctable: z.boolean(),
    /** What the sender of such an act is asked: what can be put right of it. */
    asks: z.array(question),
    /** The documents that a gate of its path asks for: what a document of the entry can be. */
    documents: z.array(z.object({ kind: z.string(), label: text })),
    stands: said,
    /** What was proposed for it and decided, in order: approved ones say what stood before; one that waits is `open`. */
    decided: z.array(correctionPairView),
    /** To be sent along, as it is, with the act that proposes the correction: what the record says stands there. */
    was: z.object({
      fact: z.looseObject({ type: z.string() }),
      occurredOn: vagueDay,
      actor,
      recordedAt: instant,
      assumed: z.string().optional(),
      /** What the entry took the place of. */
      overwrote: z.record(z.string(), z.unknown()).optional(),
    }),
    /** A correction that waits for its approval. */
    open: z
      .object({
        by: actor.omit({ kind: true }),
        on: vagueDay,
        reason: z.string(),
        /** What should have stood; null where it should not have been at all. */
        should: said.nullable(),
        differs: differing,
        /** The posts that may decide on it: another person than who proposed it and who made the entry. */
        waitsFor: z.array(z.object({ post: z.string(), label: text })),
      })
      .nullable(),
  })
  .openapi('CorrectionDraft');
export type CorrectionDraft = z.infer<typeof correctionDraft>;
