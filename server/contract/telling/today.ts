// Somebody's day: lines that are each one sentence for several systems, with what can be done about it.
import { z } from '@hono/zod-openapi';
import { inNameOf } from '../entries.ts';
import { day, instant, setting, text } from '../values.ts';

const named = z.object({ system: z.string(), systemName: text });

const lineView = z
  .object({
    code: z.string(),
    /** One sentence, without the systems. */
    text,
    /** In which of the reader's posts; null where it is for nobody in particular. */
    post: z.object({ post: z.string(), label: text }).nullable(),
    /** What the reader may do about it now, for any of the systems. */
    acts: z.array(z.object({ type: z.string(), label: text })),
    systems: z.array(named),
    /** Of a deadline: its day, and whether that is past. */
    due: z.object({ on: day, daysLeft: z.number().int(), past: z.boolean() }).nullable(),
    /** Who really holds it, at the end of all that waits for each other; null of what is for the reader to do. */
    holder: z
      .object({
        /** Null: it is the very system that waits. */
        in: named
          .extend({ open: z.boolean().openapi({ description: 'Whether its page is the reader’s to open.' }) })
          .nullable(),
        text,
        posts: z.array(z.object({ post: z.string(), label: text })),
      })
      .nullable(),
    /** What is known of the act before its sender is asked. `steps`: the national steps that it is about; `entry`: that whose correction is decided. */
    known: z.object({
      deadline: z.string().optional(),
      steps: z.array(z.string()).optional(),
      evidence: z.string().optional(),
      proviso: z.string().optional(),
      entry: z.number().int().optional(),
      label: text.optional(),
    }),
  })
  .openapi('TodayLine');
export type TodayLine = z.infer<typeof lineView>;

/** What was told to the reader and not looked at, the newest first; said of several systems in the same words: once. */
const newsView = z
  .object({ code: z.string(), text, recordedAt: instant, systems: z.array(named) })
  .openapi('TodayNews');
export type TodayNews = z.infer<typeof newsView>;

/** What of the programme itself is the reader's: each with where it is done. */
const besideView = z
  .object({
    code: z.enum(['amendment', 'seeing', 'vendorNotice', 'meeting']),
    /** One sentence, without the systems. */
    text,
    systems: z.array(named),
    /** Its day is over. */
    late: z.boolean(),
    /** In which of the reader's posts it is done; null where they are only told. */
    post: z.object({ post: z.string(), label: text }).nullable(),
    /** The number of the amendment, the meeting, the notice; of a 代決 its entry. */
    number: z.number().int(),
    /** Of a 代決: the system in whose chain it stands, null for the programme's own; and what it says of itself. */
    made: z.object({ system: z.string().nullable(), of: inNameOf }).nullable(),
  })
  .openapi('TodayBeside');
export type TodayBeside = z.infer<typeof besideView>;

export const todayView = z
  .object({
    setting,
    decide: z.array(lineView),
    /** Gates of the reader's that others keep. */
    waits: z.array(lineView),
    supply: z.array(lineView),
    beside: z
      .array(besideView)
      .openapi({ description: 'Amendments to approve, 後閲, notices of vendors, meetings.' }),
    /** Past, or due by `dueUntil`. */
    due: z.array(lineView),
    dueUntil: day,
    moved: z.array(newsView),
    /** Up to which notice it was looked at: what `inbox/read-until` takes; null where nothing is new. */
    movedUntil: z.string().nullable(),
  })
  .openapi('Today');
export type TodayView = z.infer<typeof todayView>;
