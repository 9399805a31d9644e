// The points at which a deadline is told: its reminders, the day itself, and which of them come next.

import type { Deadline, MigrationDefinition } from '../definition/definition.ts';
import type { DeadlineState, FirePoint, MigrationContext } from '../migration/state.ts';
import { addDays, compareInstants, daysBetween, type Instant, instantOf } from '../values/date.ts';
import { isOpen } from './status.ts';

/** The time of day at which reminders go out. */
export const REMINDER_TIME = '09:00';

/** The instant of one of a deadline's points. */
export function instantOfPoint(dueOn: string, dueAt: Instant, point: FirePoint): Instant {
  return point === 'due' ? dueAt : instantOf(addDays(dueOn, point), REMINDER_TIME);
}

/** A deadline's points still to fire, soonest first; those after the due date only once it was missed. */
export function openPoints(deadline: Deadline, state: DeadlineState): { point: FirePoint; at: Instant }[] {
  const { dueOn, dueAt } = state;
  if (!dueOn || !dueAt || !isOpen(state)) return [];
  const points: FirePoint[] = [...deadline.reminders, 'due'];
  return points
    .filter((point) => !state.fired.includes(point))
    .map((point) => ({ point, at: instantOfPoint(dueOn, dueAt, point) }))
    .sort((a, b) => compareInstants(a.at, b.at));
}

/** Points that a late arming makes moot: all that lie past but the last, which is told at once. */
export function mootPoints(deadline: Deadline, state: DeadlineState, at: Instant): FirePoint[] {
  const past = openPoints(deadline, state).filter((candidate) => compareInstants(candidate.at, at) <= 0);
  const told = past.find((candidate) => candidate.point === 'due') ?? past.at(-1);
  return past.filter((candidate) => candidate !== told).map((candidate) => candidate.point);
}

/** The next point of any deadline, or null when none is open. */
export function nextPoint(
  definition: MigrationDefinition,
  context: MigrationContext,
): { deadline: Deadline; point: FirePoint; at: Instant; generation: number } | null {
  let next: ReturnType<typeof nextPoint> = null;
  for (const deadline of definition.deadlines) {
    const state = context.deadlines[deadline.id];
    const [first] = state ? openPoints(deadline, state) : [];
    if (!state || !first) continue;
    const { point, at: own } = first;
    const { armedAt = own, generation } = state;
    const at = compareInstants(own, armedAt) < 0 ? armedAt : own;
    if (!next || compareInstants(at, next.at) < 0) next = { deadline, point, at, generation };
  }
  return next;
}

/** Days until a due day as seen on `today`; negative when past. */
export function daysLeft(today: string, dueOn: string): number {
  return daysBetween(today, dueOn);
}
