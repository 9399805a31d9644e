// What happens around a programme: what it would do to the deadlines that are counted from it, before it is recorded or put right.
import { z } from '@hono/zod-openapi';
import { id } from '../../../machines/definition/definition.ts';
import { day, setting, text, vagueDay } from '../values.ts';

export const occurrencePreviewBody = z
  .object({
    /** Which of those that the programme names. */
    id,
    /** Null: that it did not happen. */
    on: vagueDay.nullable(),
  })
  .openapi('OccurrencePreviewed');

export const occurrencePreview = z
  .object({
    setting,
    /** Systems of which a deadline is counted from it. */
    waiting: z.number().int(),
    moved: z.array(
      z.object({
        system: z.string(),
        systemName: text,
        deadline: z.string(),
        label: text,
        was: day.nullable(),
        dueOn: day.nullable(),
      }),
    ),
  })
  .openapi('OccurrencePreview');
export type OccurrencePreview = z.infer<typeof occurrencePreview>;
