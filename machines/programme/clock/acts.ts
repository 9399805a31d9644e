// A rehearsal's clock is moved forward.
import * as z from 'zod';
import { compareInstants } from '../../values/date.ts';
import { act } from '../act.ts';
import { programmeRefusal } from '../refusal.ts';

/** The type of a move's entry, for those who look for it in a chain. */
export const CLOCK_MOVED = 'clock.moved' as const;

export const clockActs = {
  'clock.moved': act({
    schema: z.strictObject({
      type: z.literal('clock.moved'),
      to: z.string().refine((value) => !Number.isNaN(Date.parse(value))),
    }),
    from: ['person'],
    asks: [{ name: 'instant', kind: 'instant' }],
    who: ({ definition }) => definition.control,
    objections({ definition, event, fact }) {
      if (!definition.rehearsal) return [programmeRefusal('clock.real', {})];
      return compareInstants(fact.to, event.at) > 0
        ? []
        : [programmeRefusal('clock.notForward', { to: fact.to, now: event.at })];
    },
    change: ({ context, fact }) => ({ ...context, clockMovedTo: fact.to }),
  }),
};
