// A body's term (任期): from when until when it, or its members' seats, exist. Outside it nobody speaks for the body. Pure.
import type { Body, Term } from '../definition/definition.ts';
import type { Actor, Stamp } from '../record/submission.ts';
import { type Day, dayOf, earliestDay, type Instant, reachOn, type VagueDay } from '../values/date.ts';

// A type of its own form, as facts of a refusal are read by any name.
export type OutsideTerm = {
  body: string;
  from: Day | null;
  until: Day | null;
  /** The day that lies outside: the one that is claimed, else the one on which it is recorded. */
  on: VagueDay;
};

/** A month lies in a term where a day of it does that is not ahead of the act itself. */
const isIn = ({ from, until }: Term, on: VagueDay, at: Instant): boolean =>
  (from === undefined || reachOn(on, at) >= from) && (until === undefined || earliestDay(on) <= until);

/** Why whoever acts for a body may not: on the day claimed, or on the day recorded, it has no term. Null where it may, or is no body. */
export function outsideTerm(
  bodies: readonly Pick<Body, 'id' | 'term'>[],
  { actor, at, occurredOn }: Pick<Stamp, 'at' | 'occurredOn'> & { actor: Pick<Actor, 'post'> },
): OutsideTerm | null {
  const term = bodies.find(({ id }) => id === actor.post)?.term;
  if (term === undefined) return null;
  const on = [occurredOn, dayOf(at)].find((day) => !isIn(term, day, at));
  return on === undefined
    ? null
    : { body: actor.post, from: term.from ?? null, until: term.until ?? null, on };
}
