// Whoever is told of a deadline says that they know of it: until its day moves or comes their post is not reminded. Of the day, and of
// what is overdue, they are told all the same.
import * as z from 'zod';
import type { Acknowledgement } from '../../deadline/deadline-state.ts';
import { day, id } from '../../definition/definition.ts';
import { refusal } from '../../record/refusal.ts';
import { dayOf } from '../../values/date.ts';
import { act, asksNote, type Case, note, people, personOf } from '../act.ts';
import type { MigrationContext } from '../state.ts';
import { deadlineOf, namedIn, openFor, whileOpen, withState } from './named.ts';

const acknowledged = z.strictObject({
  type: z.literal('deadline.acknowledged'),
  deadline: id,
  /** By when what the note says will be done. */
  doneBy: day.nullish(),
  note,
});
type Acknowledged = z.infer<typeof acknowledged>;

function acknowledge({ definition, context, event, fact }: Case<Acknowledged>): MigrationContext {
  const named = namedIn({ definition, context, fact });
  if (!named) return context;
  const { doneBy, note: words } = fact;
  const known: Acknowledgement = {
    by: personOf(event),
    on: event.occurredOn,
    ...(words ? { note: words } : {}),
    ...(doneBy ? { doneBy } : {}),
  };
  const all = { ...named.state.acknowledged, [event.actor.post]: known };
  return withState(context, fact.deadline, { ...named.state, acknowledged: all });
}

export const acknowledgingActs = {
  'deadline.acknowledged': act({
    open: true,
    schema: acknowledged,
    from: people,
    taken: 'anywhere',
    asks: [{ name: 'deadline', kind: 'deadline' }, { name: 'doneBy', kind: 'day', optional: true }, asksNote],
    sample(given) {
      const own = openFor(given, given.post, ({ to }) => to);
      return own ? { deadline: own.id } : null;
    },
    who: ({ definition, fact }) => deadlineOf(definition, fact.deadline)?.to ?? [],
    objections: (given) =>
      whileOpen(given, ({ deadline, state }) => {
        const { doneBy } = given.fact;
        const today = dayOf(given.event.at);
        if (state.status === 'missed')
          return [refusal('acknowledgement.overdue', { deadline: deadline.id, dueOn: state.dueOn ?? '' })];
        return doneBy && doneBy < today
          ? [refusal('acknowledgement.donePast', { deadline: deadline.id, doneBy, today })]
          : [];
      }),
    change: acknowledge,
  }),
};
