// 後閲 of what was decided by 代決 in the programme itself (改定, 出来事, 会議): the same act as a migration's, proven alike where it is
// appended.
import { type DecisionSeen, decisionSeen, SEEN } from '../../migration/seeing/acts.ts';
import { earliestDay, latestDay } from '../../values/date.ts';
import { act, type ProgrammeCase } from '../act.ts';
import { type ProgrammeRefusal, programmeRefusal } from '../refusal.ts';

/** The holder in their own right, once, and not before it was decided. */
function objections({ context, event, fact }: ProgrammeCase<DecisionSeen>): ProgrammeRefusal[] {
  const { entry, of } = fact;
  const { actor, occurredOn } = event;
  const seenOn = context.seen?.[entry];
  if (entry > context.version) return [programmeRefusal('seen.neverSo', { entry })];
  if (actor.account !== of.holder || actor.deputy !== undefined)
    return [programmeRefusal('seen.notHolder', { entry, holder: of.holder })];
  if (seenOn !== undefined) return [programmeRefusal('seen.already', { entry, on: seenOn })];
  return latestDay(occurredOn) < earliestDay(of.occurredOn)
    ? [programmeRefusal('date.beforeCause', { occurredOn, cause: of.act, on: of.occurredOn })]
    : [];
}

export const seeingActs = {
  [SEEN]: act({
    schema: decisionSeen,
    from: ['person'],
    // What was decided is looked at also where it closed the programme.
    afterClosing: true,
    asks: [{ name: 'note', kind: 'paragraph', optional: true }],
    who: ({ fact }) => [fact.of.post],
    objections,
    change: ({ context, event, fact }) => ({
      ...context,
      seen: { ...context.seen, [fact.entry]: event.occurredOn },
    }),
  }),
};
