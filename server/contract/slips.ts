// By how much days have moved, and why: of one system, and of all that the reader sees.
import { z } from '@hono/zod-openapi';
import { slipCause } from '../../machines/definition/ladder.ts';
import { setting, text } from './values.ts';

export const slipLine = z
  .object({
    /** plan: a phase's planned end. deadline: an extension. */
    of: z.enum(['plan', 'deadline']),
    phase: z.string(),
    phaseLabel: text,
    cause: slipCause,
    times: z.number().int(),
    /** Calendar days later in all; negative where it was brought forward. */
    days: z.number().int(),
    openDays: z.number().int(),
  })
  .openapi('Slip');
export type SlipLine = z.infer<typeof slipLine>;

export const slipList = z
  .object({
    setting,
    systems: z.array(z.object({ system: z.string(), name: text, slips: z.array(slipLine) })),
  })
  .openapi('Slips');
