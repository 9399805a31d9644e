// The audit as it opens: which of its questions its reader may ask, how much of the record they are shown, and what they may take away.
import { z } from '@hono/zod-openapi';
import { day, setting, text } from '../values.ts';

export const begins = z.object({ occurredOn: day, recordedOn: day }).nullable();

export const auditView = z
  .object({
    setting,
    /** Of the chains that the reader sees; an entry whose content is hidden counts: it stands in the export by its hash. */
    chains: z.number().int(),
    entries: z.number().int(),
    /** Where these begin: the first day they tell of, and the day on which they were first written; null before the first entry. */
    begins,
    /** Whether the question is the reader's to ask. */
    may: z.object({
      difference: z.boolean(),
      search: z.boolean(),
      corrections: z.boolean(),
      verify: z.boolean(),
      access: z.boolean(),
    }),
    /** What the reader may take away. */
    papers: z.array(
      z.object({
        id: z.string(),
        name: text,
        /** What it contains. */
        holds: text,
        /** By language, behind `/api/v1`. */
        path: text,
        /** The command that takes the same. */
        command: z.string(),
      }),
    ),
  })
  .openapi('Audit');
export type AuditView = z.infer<typeof auditView>;
