// The points at which a deadline is told: its reminders or its ladder, the day itself, and which of them come next.

import type { Deadline, MigrationDefinition } from '../definition/definition.ts';
import type { MigrationContext } from '../migration/state.ts';
import { addDays, compareInstants, daysBetween, type Instant, instantOf } from '../values/date.ts';
import type { DeadlineState, FirePoint } from './deadline-state.ts';
import { type Due, nextAsking, openRungs, REMINDER_TIME, toldWith, withoutMootRungs } from './ladder.ts';
import type { Laid, Point } from './laid-once.ts';
import { isOpen } from './status.ts';

type Days = Pick<MigrationDefinition, 'calendar'>;

/** A deadline's ladder where it stands; null where it has reminders. */
export const laidOf = ({ calendar }: Days, { ladder }: Deadline): Laid | null =>
  ladder ? { calendar, ladder } : null;

/** A deadline whose day is set. */
export function dueOf(state: DeadlineState): (DeadlineState & Due) | null {
  const { dueOn, dueAt } = state;
  return dueOn && dueAt ? { ...state, dueOn, dueAt } : null;
}

/** The instant of a reminder, or of the day itself. */
const instantOfReminder = ({ dueOn, dueAt }: Due, point: number | 'due'): Instant =>
  point === 'due' ? dueAt : instantOf(addDays(dueOn, point), REMINDER_TIME);

/** Reminders that lie past by an instant. */
export function pastReminders(reminders: readonly number[], due: Due, at: Instant): number[] {
  return reminders.filter((point) => compareInstants(instantOfReminder(due, point), at) <= 0);
}

/** A deadline's points still to fire, soonest first; those after the due date only once it was missed. */
export function openPoints(days: Days, deadline: Deadline, state: DeadlineState): Point[] {
  const laid = laidOf(days, deadline);
  if (laid && state.status === 'waiting' && state.undecided) return [nextAsking(laid, state.undecided)];
  const due = dueOf(state);
  if (!due || !isOpen(state)) return [];
  if (laid) return openRungs(laid, due);
  const points = [...(deadline.reminders ?? []), 'due' as const];
  return points
    .filter((point) => !state.fired.includes(point))
    .map((point) => ({ point, at: instantOfReminder(due, point) }))
    .sort((a, b) => compareInstants(a.at, b.at));
}

/** The instant of a point that is still to fire; null where it is none. */
export const instantOfPoint = (
  days: Days,
  deadline: Deadline,
  state: DeadlineState,
  wanted: FirePoint,
): Instant | null => openPoints(days, deadline, state).find(({ point }) => point === wanted)?.at ?? null;

/** Armed late: of the points that lie past but the last, which is told at once, none is told any more. */
export function withoutMoot(
  days: Days,
  deadline: Deadline,
  state: DeadlineState,
  at: Instant,
): DeadlineState {
  const [laid, due] = [laidOf(days, deadline), dueOf(state)];
  if (laid && due) return { ...state, ...withoutMootRungs(laid, due, at) };
  const past = openPoints(days, deadline, state).filter(
    (candidate) => compareInstants(candidate.at, at) <= 0,
  );
  const told = past.find((candidate) => candidate.point === 'due') ?? past.at(-1);
  const moot = past.filter((candidate) => candidate !== told).map((candidate) => candidate.point);
  return { ...state, fired: [...state.fired, ...moot] };
}

/** What of a deadline is told with one of its points, at an instant. */
export function toldBy(
  days: Days,
  deadline: Deadline,
  state: DeadlineState,
  { point, at }: Point,
): Pick<DeadlineState, 'fired' | 'weeks'> {
  const [laid, due] = [laidOf(days, deadline), dueOf(state)];
  return laid && due ? toldWith(laid, due, point, at) : { fired: [...state.fired, point] };
}

/** The first of `openPoints`. */
function firstPoint(days: Days, deadline: Deadline, state: DeadlineState): Point | undefined {
  const due = dueOf(state);
  if (deadline.ladder || !due || !isOpen(state)) return openPoints(days, deadline, state)[0];
  let first: Point | undefined;
  for (const point of [...(deadline.reminders ?? []), 'due' as const]) {
    if (state.fired.includes(point)) continue;
    const at = instantOfReminder(due, point);
    if (!first || compareInstants(at, first.at) < 0) first = { point, at };
  }
  return first;
}

/** The next point of any deadline, or null when none is open. */
export function nextPoint(
  definition: MigrationDefinition,
  context: MigrationContext,
): { deadline: Deadline; point: FirePoint; at: Instant; generation: number } | null {
  let next: ReturnType<typeof nextPoint> = null;
  for (const deadline of definition.deadlines) {
    const state = context.deadlines[deadline.id];
    const first = state && firstPoint(definition, deadline, state);
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
