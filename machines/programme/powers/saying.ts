// An act that says something of people and of what they hold: what it says is told once, and the programme's memory follows from it.
import { type Day, dayOf } from '../../values/date.ts';
import type { ProgrammeAct, ProgrammeCase } from '../act.ts';
import { rollAfter } from '../meetings/roll.ts';
import type { ProgrammeContext } from '../state.ts';
import { type PowersChange, powersAfter, type Said, stillHeld } from './changes.ts';
import type { Powers } from './grant.ts';

type Says<Fact> = (fact: Fact, said: Said) => PowersChange[];
type Given<Fact> = Pick<ProgrammeAct<Fact>, 'from' | 'who' | 'objections'> & { says: Says<Fact> };

/** All of an act but its shape. */
export const saying = <Fact>(given: Given<Fact>) => ({
  ...given,
  ownDoor: true as const,
  afterClosing: true as const,
  asks: [],
  change: (asked: ProgrammeCase<Fact>) => withPowers(asked, given.says),
});

/** The memory after such an act; as before where the chain says nothing of powers yet. */
export function withPowers<Fact>(
  { context, event, fact }: ProgrammeCase<Fact>,
  says: Says<Fact>,
): ProgrammeContext {
  // One event is one entry: its place is the next.
  const said = { seq: context.version + 1, at: event.at, by: event.actor.account };
  const powers = powersAfter(context.powers, says(fact, said));
  if (powers === undefined) return context;
  const today = dayOf(event.at);
  return { ...withRolls(context, powers, today), powers: stillHeld(powers, today) };
}

/** A seat that is not held on a meeting's day any more is none there, whenever the meeting was convened. */
function withRolls(context: ProgrammeContext, after: Powers, today: Day): ProgrammeContext {
  const { convened, powers: before } = context;
  if (!convened) return context;
  const open = convened.open.map((meeting) => rollAfter(meeting, { before, after }, today));
  return { ...context, convened: { ...convened, open } };
}
