// All systems of all programmes that the caller may see: rows worst first, and how many there are by prefecture, municipality, business.
import { z } from '@hono/zod-openapi';
import { activities } from '../../../machines/migration/state.ts';
import { instant, text, vagueDay } from '../values.ts';

export const everywhereQuery = z.object({
  /** The first two digits of a 団体コード. */
  prefecture: z
    .string()
    .regex(/^\d{2}$/)
    .optional(),
  /** A programme's code. */
  municipality: z.string().max(20).optional(),
  /** Under any of its names. */
  business: z.string().max(100).optional(),
  phase: z.string().max(100).optional(),
  overdue: z.enum(['true', 'false']).optional(),
  q: z.string().max(100).optional(),
  /** Counted by it, in place of rows. */
  group: z.enum(['none', 'prefecture', 'municipality', 'business', 'phase']).default('none'),
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(100),
});

const counted = z.object({
  systems: z.number().int(),
  overdue: z.number().int(),
  underReview: z.number().int(),
  blocked: z.number().int(),
  live: z.number().int(),
});
const row = z
  .object({
    programme: z.string(),
    /** The municipality, without its prefecture. */
    municipality: z.string(),
    prefecture: z.string(),
    rehearsal: z.boolean(),
    system: z.string(),
    name: text,
    businesses: z.array(z.string()),
    phaseLabel: text,
    stage: z.enum(['working', 'underReview', 'goingBack']).nullable(),
    activity: z.enum(activities),
    regime: z.enum(['standard', 'candidate', 'applied', 'designated']),
    /** 判断保留 since then. */
    pendingOn: vagueDay.nullable(),
    live: z.boolean(),
    blockers: z.number().int(),
    overdue: z.number().int(),
    dueOn: z.string().nullable(),
    dueLabel: text.nullable(),
  })
  .openapi('EverywhereRow');
export type EverywhereRow = z.infer<typeof row>;

export const everywhereView = z
  .object({
    /** Of what the filter finds. */
    totals: counted,
    offset: z.number().int(),
    items: z.array(row),
    groups: z.array(counted.extend({ key: z.string(), label: text })),
    choices: z.object({
      prefectures: z.array(z.object({ value: z.string(), label: text })),
      /** Of the prefecture that is chosen. */
      municipalities: z.array(z.object({ value: z.string(), label: text })),
      businesses: z.array(z.object({ value: z.string(), label: text })),
      phases: z.array(z.object({ value: z.string(), label: text })),
    }),
    /** Codes of programmes whose clock cannot be told now: they are left out. */
    notReady: z.array(z.string()),
    readAt: instant,
  })
  .openapi('Everywhere');
export type EverywhereView = z.infer<typeof everywhereView>;
