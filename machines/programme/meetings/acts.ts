// Meetings of bodies, and how often one has met in a fiscal year, up to a day.
import * as z from 'zod';
import { id } from '../../definition/definition.ts';
import { earliestDay, fiscalYearOf, latestDay } from '../../values/date.ts';
import { fiscalYear } from '../../values/schemas.ts';
import { act, type ProgrammeCase } from '../act.ts';
import { type ProgrammeRefusal, programmeRefusal } from '../refusal.ts';
import { circulatingActs } from './circulating.ts';
import { closingActs } from './closing.ts';
import { conveningActs } from './convening.ts';
import { countKey } from './counting.ts';
import { sittingActs } from './sitting.ts';

const recorded = z.strictObject({
  type: z.literal('meetings.recorded'),
  body: id,
  fiscalYear,
  /** Meetings in that fiscal year up to the event's day. */
  count: z.number().int().min(1),
});
type Recorded = z.infer<typeof recorded>;

function objections({ definition, context, event, fact }: ProgrammeCase<Recorded>): ProgrammeRefusal[] {
  const { body, fiscalYear, count } = fact;
  const known = definition.bodies.map(({ id: each }) => each);
  if (!known.includes(body)) return [programmeRefusal('meetings.unknownBody', { body, known })];
  const { occurredOn } = event;
  const ahead = fiscalYear > fiscalYearOf(latestDay(occurredOn));
  const counted = context.meetings[countKey(fact)];
  const before = counted?.count ?? 0;
  const isEarlier = counted !== undefined && latestDay(occurredOn) < earliestDay(counted.on);
  return [
    ...(ahead ? [programmeRefusal('meetings.yearAhead', { fiscalYear, occurredOn })] : []),
    ...(isEarlier && count > before
      ? [programmeRefusal('meetings.earlier', { occurredOn, known: before, on: counted.on })]
      : []),
    ...(count > before ? [] : [programmeRefusal('meetings.fewer', { count, known: before })]),
  ];
}

export const meetingActs = {
  ...conveningActs,
  ...sittingActs,
  ...circulatingActs,
  ...closingActs,
  'meetings.recorded': act({
    schema: recorded,
    from: ['person', 'import'],
    asks: [
      { name: 'body', kind: 'body' },
      { name: 'fiscalYear', kind: 'fiscalYear' },
      { name: 'count', kind: 'count' },
    ],
    who: ({ definition }) => definition.control,
    objections,
    change: ({ context, event, fact }) => ({
      ...context,
      meetings: { ...context.meetings, [countKey(fact)]: { count: fact.count, on: event.occurredOn } },
    }),
  }),
};
