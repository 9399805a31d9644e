// The plan of a whole programme in one answer: what a Gantt chart and a page of deadlines draw, now or on a past day.
import { z } from '@hono/zod-openapi';
import { activities } from '../../../machines/migration/state.ts';
import { explainedDeadline } from '../migrations/deadline.ts';
import { phaseView } from '../migrations/system.ts';
import { day, refusalView, setting, text } from '../values.ts';

export const scheduledPhase = phaseView
  .pick({ id: true, label: true, position: true, days: true, plan: true })
  .extend({
    /** The gate at its end and the day it was passed; null for the last phase. */
    gate: z.object({ label: text, passedOn: z.string().nullable() }).nullable(),
  })
  .openapi('ScheduledPhase');
export type ScheduledPhase = z.infer<typeof scheduledPhase>;

export const scheduledDeadline = explainedDeadline
  .extend({
    /** The date of the law, which gives way to that of a designated regime. */
    legal: z.boolean(),
    /** The posts that it concerns. */
    to: z.array(z.object({ post: z.string(), label: text })),
  })
  .openapi('ScheduledDeadline');
export type ScheduledDeadline = z.infer<typeof scheduledDeadline>;

export const scheduleRow = z
  .object({
    system: z.string(),
    name: text,
    /** What it carries, and which part of it; by these a system is looked for. */
    businesses: z.array(z.string()),
    part: z.string().nullable(),
    wave: z.string(),
    waveLabel: text,
    version: z.number().int(),
    activity: z.enum(activities),
    live: z.boolean(),
    phaseLabel: text,
    phases: z.array(scheduledPhase),
    deadlines: z.array(scheduledDeadline),
  })
  .openapi('ScheduleRow');
export type ScheduleRow = z.infer<typeof scheduleRow>;

export const schedule = z
  .object({
    setting,
    rows: z.array(scheduleRow),
    /** Whose gate waits for which phase of another system; of systems that are shown alone. */
    waits: z.array(
      z.object({ system: z.string(), phase: z.string(), awaits: z.string(), announcedBy: z.string() }),
    ),
    /** Closed days besides Saturdays and Sundays, by name, of the years that the deadlines lie in. */
    closed: z.array(z.object({ on: day, name: text })),
    /** From this day on the national holidays are not fixed yet; null where the programme has no system. */
    provisionalFrom: day.nullable(),
  })
  .openapi('Schedule');
export type Schedule = z.infer<typeof schedule>;

/** What an act would do to the days, before it is recorded. */
export const effectView = z
  .object({
    setting,
    refusals: z.array(refusalView),
    moved: z.array(
      z.object({
        deadline: z.string(),
        label: text,
        was: z.string().nullable(),
        dueOn: z.string().nullable(),
      }),
    ),
    /** What speaks against it and does not stop it: open conditions of the gate, one file for two documents, a price above the ceiling. */
    cautions: z.array(
      z.object({
        code: z.enum([
          'gate.open',
          'evidence.sameFile',
          'evidence.again',
          'regime.completionPast',
          'pia.belowThreshold',
          'readiness.rollbackMet',
          'rfp.overCeiling',
        ]),
        message: text,
      }),
    ),
    collisions: z.array(text).openapi({
      description: 'Of a plan: what its switch-over would collide with that it does not today.',
    }),
    /** Phases of other systems whose gate waits for the one that is moved; `collides`: they are planned to end before it. */
    dependents: z.array(
      z.object({
        system: z.string(),
        name: text,
        phase: z.string(),
        phaseLabel: text,
        endOn: z.string().nullable(),
        collides: z.boolean(),
      }),
    ),
  })
  .openapi('Effect');
export type EffectView = z.infer<typeof effectView>;
