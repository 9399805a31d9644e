// Conditions under which a body approves an item: of a gate alone, each asked of a post that there is and for a day that can still be kept.
import type { ProvisoAsked } from '../../decision/proviso.ts';
import { dayOf } from '../../values/date.ts';
import type { ProgrammeCase } from '../act.ts';
import { type ProgrammeRefusal, programmeRefusal } from '../refusal.ts';
import type { Item, Meeting, Motion } from './meeting.ts';

type Given = Pick<ProgrammeCase, 'definition' | 'event'>;

function posedObjections(
  { definition, event }: Given,
  item: number,
  conditions: readonly ProvisoAsked[],
): ProgrammeRefusal[] {
  const known = definition.bodies.map(({ id }) => id);
  const today = dayOf(event.at);
  return conditions.flatMap(({ owner, dueOn }) => [
    ...(known.includes(owner) ? [] : [programmeRefusal('meeting.conditionOwner', { item, owner, known })]),
    ...(dueOn < today ? [programmeRefusal('meeting.conditionPast', { item, dueOn, today })] : []),
  ]);
}

/** Conditions stand with the approval of a gate alone. */
export const takesConditions = ({ decides }: Pick<Item, 'decides'>): boolean => decides.kind === 'gate';

/** In writing they are put with the item; of a meeting they come with its vote. */
export const agendaConditions = (
  given: Given,
  form: Meeting['form'],
  agenda: readonly Pick<Item, 'decides' | 'conditions'>[],
): ProgrammeRefusal[] =>
  agenda.flatMap((posed, index) => {
    const { conditions = [] } = posed;
    if (conditions.length === 0) return [];
    const item = index + 1;
    return takesConditions(posed) && form === 'circulation'
      ? posedObjections(given, item, conditions)
      : [programmeRefusal('meeting.conditions', { item, form })];
  });

export const voteConditions = (
  given: Given,
  voted: Pick<Item, 'decides'>,
  {
    item,
    motion,
    conditions = [],
  }: { item: number; motion: Motion; conditions?: ProvisoAsked[] | undefined },
): ProgrammeRefusal[] => {
  if (conditions.length === 0) return [];
  return takesConditions(voted) && motion === 'approve'
    ? posedObjections(given, item, conditions)
    : [programmeRefusal('meeting.conditions', { item, form: 'inPerson' })];
};

/** As they stand with what is approved. */
export const conditionsOf = (
  { form }: Pick<Meeting, 'form'>,
  { vote, conditions }: Pick<Item, 'vote' | 'conditions'>,
): ProvisoAsked[] => (form === 'circulation' ? conditions : vote?.conditions) ?? [];
