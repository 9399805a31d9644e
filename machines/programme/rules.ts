// Why a programme's event may not happen: what every act has in common, then the act's own. Pure; never throws.
import { outsideTerm } from '../decision/term.ts';
import { dayOf, earliestDay } from '../values/date.ts';
import type { ProgrammeCase } from './act.ts';
import { type ProgrammeFact, programmeActOf } from './acts.ts';
import { handedOverObjections } from './keys/acts.ts';
import { type ProgrammeRefusal, programmeRefusal } from './refusal.ts';

export function objections(given: ProgrammeCase<ProgrammeFact>): ProgrammeRefusal[] {
  const own = programmeActOf(given.fact).objections?.(given) ?? [];
  const closed = closedObjections(given);
  if (closed.length > 0) return closed;
  return [...handedOverObjections(given), ...actorObjections(given), ...dayObjections(given), ...own];
}

function closedObjections(given: ProgrammeCase<ProgrammeFact>): ProgrammeRefusal[] {
  const { closed } = given.definition;
  // Its own word is what closes it.
  const isTaken = given.event.actor.kind === 'programme' || programmeActOf(given.fact).afterClosing === true;
  return closed === undefined || isTaken ? [] : [programmeRefusal('programme.closed', { reason: closed })];
}

function actorObjections(given: ProgrammeCase<ProgrammeFact>): ProgrammeRefusal[] {
  const { type } = given.fact;
  const { kind, post } = given.event.actor;
  const act = programmeActOf(given.fact);
  if (!act.from.includes(kind)) return [programmeRefusal('actor.notPermitted', { type, kind })];
  if (kind !== 'person') return [];
  const who = [...act.who(given)];
  return who.includes(post)
    ? termObjections(given)
    : [programmeRefusal('actor.wrongPost', { type, post, who })];
}

function termObjections({ definition, event }: ProgrammeCase): ProgrammeRefusal[] {
  const outside = outsideTerm(definition.bodies, event);
  return outside ? [programmeRefusal('body.outsideTerm', outside)] : [];
}

function dayObjections({ event }: ProgrammeCase): ProgrammeRefusal[] {
  const today = dayOf(event.at);
  const { occurredOn } = event;
  return earliestDay(occurredOn) > today ? [programmeRefusal('date.future', { occurredOn, today })] : [];
}
