// A rehearsal's clock is moved forward.
import * as z from 'zod';
import {
  addMonths,
  compareInstants,
  dayOf,
  type Instant,
  instantOf,
  PLANNED_UNTIL,
} from '../../values/date.ts';
import { act, type ProgrammeCase } from '../act.ts';
import { type ProgrammeRefusal, programmeRefusal } from '../refusal.ts';

/** The type of a move's entry, for those who look for it in a chain. */
export const CLOCK_MOVED = 'clock.moved' as const;

/** A clock never moves back: one move goes no further than anyone means, and years later all may still be planned. */
const MOST_YEARS = 15;
const LAST_INSTANT = instantOf(PLANNED_UNTIL, '23:59:59');

const objections = ({ definition, event, fact }: ProgrammeCase<{ to: string }>): ProgrammeRefusal[] =>
  moveObjections(definition, event.at, fact.to);

/** Against a move whoever makes it. */
export function moveObjections(
  definition: { rehearsal: boolean },
  now: Instant,
  to: Instant,
): ProgrammeRefusal[] {
  if (!definition.rehearsal) return [programmeRefusal('clock.real', {})];
  if (compareInstants(to, now) <= 0) return [programmeRefusal('clock.notForward', { to, now })];
  if (compareInstants(to, LAST_INSTANT) > 0)
    return [programmeRefusal('clock.outOfRange', { to, until: PLANNED_UNTIL })];
  const furthest = instantOf(addMonths(dayOf(now), 12 * MOST_YEARS), '23:59:59');
  return compareInstants(to, furthest) > 0
    ? [programmeRefusal('clock.tooFar', { to, now, years: MOST_YEARS })]
    : [];
}

export const clockActs = {
  'clock.moved': act({
    schema: z.strictObject({
      type: z.literal('clock.moved'),
      to: z.string().refine((value) => !Number.isNaN(Date.parse(value))),
    }),
    from: ['person'],
    asks: [{ name: 'instant', kind: 'instant' }],
    who: ({ definition }) => definition.control,
    objections,
    change: ({ context, fact }) => ({ ...context, clockMovedTo: fact.to }),
  }),
};
