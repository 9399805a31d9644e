// Something that happened around the programme is recorded. What the programme names is recorded once, since deadlines are counted
// from it; it is put right by another person, and the migrations hear of that as they heard of it.
import * as z from 'zod';
import { id, vagueDay } from '../../definition/definition.ts';
import { LENGTH, OCCURRENCES } from '../../record/limits.ts';
import type { Stamp } from '../../record/submission.ts';
import { dayOf, earliestDay, latestDay, type VagueDay } from '../../values/date.ts';
import { written } from '../../values/text.ts';
import { act, type ProgrammeCase } from '../act.ts';
import { type ProgrammeRefusal, programmeRefusal } from '../refusal.ts';
import type { Happened, ProgrammeContext } from '../state.ts';
import { occurrenceFacts } from './shape.ts';

const correctedFact = z.strictObject({
  type: z.literal('occurrence.corrected'),
  id,
  /** Its right day; null where it did not happen. */
  on: vagueDay.nullable(),
  reason: written(LENGTH.paragraph),
});
type Corrected = z.infer<typeof correctedFact>;

const reversed = (occurredOn: VagueDay, endedOn: VagueDay | undefined): ProgrammeRefusal[] =>
  endedOn !== undefined && latestDay(endedOn) < earliestDay(occurredOn)
    ? [programmeRefusal('occurrence.reversed', { occurredOn, endedOn })]
    : [];

function namedObjections(
  { definition: { occurrences = [] }, context }: ProgrammeCase,
  named: string | undefined,
): ProgrammeRefusal[] {
  if (named === undefined) return [];
  const known = occurrences.map((one) => one.id);
  if (!known.includes(named)) return [programmeRefusal('occurrence.unknown', { id: named, known })];
  const on = context.happened?.[named]?.on ?? null;
  return on === null ? [] : [programmeRefusal('occurrence.known', { id: named, on })];
}

/** With what is said of an occurrence by the entry that is being taken. */
function withHappened(
  context: ProgrammeContext,
  named: string | undefined,
  on: VagueDay | null,
  { actor }: Stamp,
): Pick<ProgrammeContext, 'happened'> {
  if (named === undefined) return {};
  const said: Happened = { on, entry: context.version + 1, by: actor.account };
  return { happened: { ...context.happened, [named]: said } };
}

function correctionObjections({ context, event, fact }: ProgrammeCase<Corrected>): ProgrammeRefusal[] {
  const { id: named, on } = fact;
  const known = context.happened?.[named];
  if (!known || known.on === null) return [programmeRefusal('occurrence.notRecorded', { id: named })];
  if (known.on === on) return [programmeRefusal('occurrence.same', { id: named, on })];
  if (known.by === event.actor.account) return [programmeRefusal('occurrence.ownCorrection', { id: named })];
  if (on === null) return [];
  const today = dayOf(event.at);
  const stood = context.occurrences.find((one) => one.id === named);
  return earliestDay(on) > today
    ? [programmeRefusal('date.future', { occurredOn: on, today })]
    : reversed(on, stood?.endedOn);
}

export const occurrenceActs = {
  'occurrence.recorded': act({
    schema: z.strictObject({ type: z.literal('occurrence.recorded'), ...occurrenceFacts }),
    from: ['person', 'import'],
    asks: [],
    who: ({ definition }) => definition.control,
    objections: (given) => [
      ...reversed(given.event.occurredOn, given.fact.endedOn),
      ...namedObjections(given, given.fact.id),
      ...(given.context.occurrences.length >= OCCURRENCES
        ? [programmeRefusal('limit.occurrences', { most: OCCURRENCES })]
        : []),
    ],
    change({ context, event, fact: { type: _type, ...facts } }) {
      const assumed = event.assumed ? { assumed: event.assumed } : {};
      const occurrences = [...context.occurrences, { ...facts, on: event.occurredOn, ...assumed }];
      return { ...context, occurrences, ...withHappened(context, facts.id, event.occurredOn, event) };
    },
  }),
  'occurrence.corrected': act({
    schema: correctedFact,
    from: ['person'],
    asks: [],
    who: ({ definition }) => definition.control,
    objections: correctionObjections,
    change({ context, event, fact: { id: named, on } }) {
      const occurrences = context.occurrences.flatMap((one) => {
        if (one.id !== named) return [one];
        return on === null ? [] : [{ ...one, on }];
      });
      return { ...context, occurrences, ...withHappened(context, named, on, event) };
    },
  }),
};
