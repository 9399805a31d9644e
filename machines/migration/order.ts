// An act that follows another does not lie before it: the day of its cause is kept, and it is refused where it certainly does. Nor does
// the path run back, or move while it was held.
import { type Refusal, refusal } from '../record/refusal.ts';
import type { Stamp } from '../record/submission.ts';
import { dayOf, earliestDay, latestDay, type VagueDay } from '../values/date.ts';
import { liesBefore } from './reach.ts';
import type { MigrationContext } from './state.ts';
import { lastMoveOf } from './walk.ts';

/** `cause`: the type of the act that it follows; `on`: its day, none where there is no such act. */
export const notBefore = (event: Stamp, cause: string, on: VagueDay | undefined): Refusal[] =>
  on !== undefined && liesBefore(event, on)
    ? [refusal('date.beforeCause', { occurredOn: event.occurredOn, cause, on })]
    : [];

export function notBeforeMoves(context: MigrationContext, event: Stamp): Refusal[] {
  const previous = lastMoveOf(context);
  const { occurredOn } = event;
  return liesBefore(event, previous) ? [refusal('date.beforePrevious', { occurredOn, previous })] : [];
}

/** A move certainly within a hold that is over: from the day after it began to the day before it ended. */
export const notWhileHeld = ({ holds = [] }: MigrationContext, event: Stamp): Refusal[] =>
  holds
    .filter(({ from, until }) => latestDay(from) < earliestDay(event.occurredOn) && liesBefore(event, until))
    .map((hold) => refusal('date.whileHeld', { occurredOn: event.occurredOn, ...hold }));

/** What somebody tells happened by the day it is recorded, and not before the record begins. */
export function outsideItsTime({ begunOn }: MigrationContext, { occurredOn, at, actor }: Stamp): Refusal[] {
  const today = dayOf(at);
  if (earliestDay(occurredOn) > today) return [refusal('date.future', { occurredOn, today })];
  // The timer's and other migrations' words come when they come.
  const told = actor.kind === 'person' || actor.kind === 'import';
  return told && latestDay(occurredOn) < earliestDay(begunOn)
    ? [refusal('date.beforeBegin', { occurredOn, begunOn })]
    : [];
}
