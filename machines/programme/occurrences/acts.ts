// Something that happened around the programme is recorded.
import * as z from 'zod';
import { OCCURRENCES } from '../../record/limits.ts';
import { earliestDay, latestDay } from '../../values/date.ts';
import { act } from '../act.ts';
import { programmeRefusal } from '../refusal.ts';
import { occurrenceFacts } from './shape.ts';

export const occurrenceActs = {
  'occurrence.recorded': act({
    schema: z.strictObject({ type: z.literal('occurrence.recorded'), ...occurrenceFacts }),
    from: ['person', 'import'],
    asks: [],
    who: ({ definition }) => definition.control,
    objections({ context, event: { occurredOn }, fact: { endedOn } }) {
      const reversed = endedOn !== undefined && latestDay(endedOn) < earliestDay(occurredOn);
      return [
        ...(reversed ? [programmeRefusal('occurrence.reversed', { occurredOn, endedOn })] : []),
        ...(context.occurrences.length >= OCCURRENCES
          ? [programmeRefusal('limit.occurrences', { most: OCCURRENCES })]
          : []),
      ];
    },
    change({ context, event, fact: { type: _type, ...facts } }) {
      const assumed = event.assumed ? { assumed: event.assumed } : {};
      const occurrences = [...context.occurrences, { ...facts, on: event.occurredOn, ...assumed }];
      return { ...context, occurrences };
    },
  }),
};
