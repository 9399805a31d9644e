// A rehearsal's clock: what a move would cause, before it is made.
import { z } from '@hono/zod-openapi';
import { LENGTH } from '../../../machines/record/limits.ts';
import { chosenId } from '../../../machines/values/text.ts';
import { day, instant, refusalView, setting, text } from '../values.ts';

export const clockPreviewBody = z.object({ to: instant }).openapi('ClockPreviewed');

/** `missed`: a deadline's day is over; `told`: somebody is reminded; `other`: what else comes by itself, as a proviso that lapses. */
const causedKinds = ['missed', 'told', 'other'] as const;
const post = z.object({ post: z.string(), label: text });

export const clockPreview = z
  .object({
    setting,
    to: instant,
    /** Why the clock cannot be moved so; whose act it is, is said by `movers`. */
    refusals: z.array(refusalView),
    /** Whose act it is. */
    movers: z.array(post),
    /** In their order, at most the first 500. */
    items: z.array(
      z.object({
        at: instant,
        system: z.string(),
        systemName: text,
        kind: z.enum(causedKinds),
        /** What is recorded. */
        summary: text,
        /** Shuts a gate until it is extended. */
        shuts: z.boolean(),
        notices: z.array(z.object({ text, to: z.array(post) })),
        /** Milestones told to other systems, or taken back. */
        milestones: z.array(text),
      }),
    ),
    counts: z.object({
      entries: z.number().int(),
      missed: z.number().int(),
      notices: z.number().int(),
      milestones: z.number().int(),
      systems: z.number().int(),
    }),
    /** More comes than is listed. */
    more: z.boolean(),
    /** Approved amendments whose day comes: from then on another edition decides. */
    amendments: z.array(z.object({ number: z.number().int(), reason: z.string(), fromOn: day })),
    /** Posts that end on the way. */
    postsOver: z.array(
      z.object({
        post: z.string(),
        postLabel: text,
        system: z.string().nullable(),
        name: z.string(),
        until: day,
      }),
    ),
    /** Systems whose list is not whole. */
    unfinished: z.array(text),
  })
  .openapi('ClockPreview');
export type ClockPreview = z.infer<typeof clockPreview>;

export const clockBody = z
  .object({ to: instant, requestId: chosenId(LENGTH.requestId), post: z.string().max(LENGTH.id) })
  .openapi('ClockMove');
export const clockMoved = z.object({ setting, fired: z.number().int() }).openapi('ClockMoved');
