// A deadline as it is told: when it is due, why, and how it stands.
import { z } from '@hono/zod-openapi';
import { deadlineKind, slipCause } from '../../../machines/definition/ladder.ts';
import { LENGTH } from '../../../machines/record/limits.ts';
import { day, pageOf, setting, text, vagueDay } from '../values.ts';

export const deadlineView = z
  .object({
    deadline: z.string(),
    label: text,
    basis: z.string(),
    hard: z.boolean(),
    status: z.enum(['waiting', 'pending', 'missed', 'met', 'metLate', 'dropped']),
    /** Its date is set, and it is neither met nor gone. */
    open: z.boolean(),
    nominalOn: z.string().nullable(),
    dueOn: z.string().nullable(),
    dueAt: z.string().nullable(),
    /** Days from the programme's today (or the as-of day); negative when past; null without a date. */
    daysLeft: z.number().int().nullable(),
    caution: z.enum(['closedDay', 'provisionalCalendar', 'monthOnly']).nullable(),
    assumed: z.string().nullable(),
    extended: z.boolean(),
    /** Met by its day, recorded only after it was told as missed. */
    recordedLate: z.boolean(),
    /** Null of what was made before there were kinds. */
    kind: deadlineKind.nullable(),
    /** 未定 since a day, and who must set it; null where it has a day, or is counted from what has not come. */
    undecided: z.object({ since: vagueDay, setBy: z.array(z.string()) }).nullable(),
    /** An extension that is asked for and not decided. */
    asked: z
      .object({ dueOn: day, by: z.string(), post: z.string(), on: vagueDay, cause: slipCause.nullable() })
      .nullable(),
    /** Posts that know of it, and by when they mean to have it done. */
    acknowledged: z.array(
      z.object({
        post: z.string(),
        by: z.string(),
        on: vagueDay,
        doneBy: day.nullable(),
        note: z.string().nullable(),
      }),
    ),
  })
  .openapi('Deadline');
export type DeadlineView = z.infer<typeof deadlineView>;
/** A deadline with how its date comes about, where its definition and state are at hand. */
export const explainedDeadline = deadlineView
  .extend({
    /** A sentence for each part: what it is counted from, the period, closed days, what moved it. */
    derivation: z.array(text),
  })
  .openapi('ExplainedDeadline');
export type ExplainedDeadline = z.infer<typeof explainedDeadline>;

export const deadlineQuery = z.object({
  from: day.optional(),
  to: day.optional(),
  status: z.enum(['open', 'missed', 'all']).default('open'),
  system: z.string().max(LENGTH.id).optional(),
});
export const deadlinePage = pageOf(explainedDeadline.extend({ system: z.string(), systemName: text }))
  .extend({ setting })
  .openapi('DeadlinePage');
