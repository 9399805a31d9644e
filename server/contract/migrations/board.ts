// The board: a row for each system, what can be chosen among them, and how many there are.
import { z } from '@hono/zod-openapi';
import { activities } from '../../../machines/migration/state.ts';
import { pageOf, refusalView, setting, text, vagueDay } from '../values.ts';
import { deadlineView } from './deadline.ts';

export const boardRow = z
  .object({
    system: z.string(),
    name: text,
    wave: z.string(),
    waveLabel: text,
    businesses: z.array(z.string()),
    part: z.string().nullable(),
    path: z.string(),
    version: z.number().int(),
    /** Of a system outside the reader's posts: its name, phase and state, and whether it is live; nothing else is told of it. */
    outline: z.boolean(),
    phase: z.string(),
    phaseLabel: text,
    phaseIndex: z.number().int(),
    phaseCount: z.number().int(),
    stage: z.enum(['working', 'underReview', 'goingBack']).nullable(),
    activity: z.enum(activities),
    regime: z.enum(['standard', 'candidate', 'applied', 'designated']),
    /** Applied for, and left open by the State (判断保留) since then. */
    pendingOn: vagueDay.nullable(),
    live: z.boolean(),
    waitingFor: z.array(z.object({ post: z.string(), label: text })),
    blockers: z.array(refusalView),
    nextDeadline: deadlineView.nullable(),
    overdue: z.number().int(),
    /** 完了率 of the system's businesses over the 40 steps, in tenths of a percent, by business. */
    completion: z.array(z.object({ business: z.string(), permille: z.number().int(), live: z.boolean() })),
  })
  .openapi('BoardRow');
export type BoardRow = z.infer<typeof boardRow>;
/** One of the programme's own; any other is refused (422) with those that exist. */
const named = z
  .string()
  .max(100)
  .optional()
  .openapi({ description: 'id か名前 / id, or its name in either language' });
export const boardQuery = z.object({
  wave: named,
  phase: named,
  activity: z.enum(activities).optional(),
  regime: z.enum(['standard', 'candidate', 'applied', 'designated']).optional(),
  overdue: z.enum(['true', 'false']).optional(),
  stage: z.enum(['working', 'underReview', 'goingBack']).optional(),
  /** Something is lacking at its gate. */
  blocked: z.enum(['true', 'false']).optional(),
  live: z.enum(['true', 'false']).optional(),
  /** Of one business, under any of its names. */
  business: z.string().max(100).optional(),
  waitingFor: named,
  q: z.string().max(100).optional(),
  /** `worst`: what is past, then what is due soonest, then what lacks something; else the programme's own order. */
  order: z.enum(['programme', 'worst']).default('programme'),
});
const choice = z.object({ value: z.string(), label: text, systems: z.number().int() });
const boardChoices = z
  .object({
    waves: z.array(choice),
    phases: z.array(choice),
    waitingFor: z.array(choice),
    activities: z.array(choice),
    businesses: z.array(choice),
  })
  .openapi({
    description: 'What the systems may be chosen by, whatever page or filter is asked.',
  });
export type BoardChoices = z.infer<typeof boardChoices>;
const boardTotals = z
  .object({
    systems: z.number().int(),
    overdue: z.number().int(),
    underReview: z.number().int(),
    blocked: z.number().int(),
    live: z.number().int(),
  })
  .openapi({ description: 'Over every system that the caller may read, whatever page or filter is asked.' });
export type BoardTotals = z.infer<typeof boardTotals>;
export const boardPage = pageOf(boardRow)
  .extend({
    totals: boardTotals,
    /** How many systems the filter finds, on all pages. */
    found: z.number().int(),
    choices: boardChoices,
    setting,
  })
  .openapi('BoardPage');
export type BoardPage = z.infer<typeof boardPage>;
