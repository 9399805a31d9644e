// The timer says that one of a deadline's points has come: who is told what, and what of it was told.
import * as z from 'zod';
import type { FirePoint, LadderPoint } from '../../deadline/deadline-state.ts';
import { askedBy, lateOf } from '../../deadline/ladder.ts';
import { daysLeft, instantOfPoint, laidOf, openPoints, toldBy } from '../../deadline/points.ts';
import { isOpen } from '../../deadline/status.ts';
import { askedFor } from '../../deadline/undecided.ts';
import { type Deadline, id, type MigrationDefinition, type Phase } from '../../definition/definition.ts';
import type { Effect, Reminded } from '../../record/effect.ts';
import { type Refusal, refusal } from '../../record/refusal.ts';
import { compareInstants, dayOf, daysBetween } from '../../values/date.ts';
import { act, type Case, type Told, tell } from '../act.ts';
import { phaseShutBy } from '../gate/conditions.ts';
import type { DeadlineState, MigrationContext } from '../state.ts';
import { namedIn, withState } from './named.ts';
import { openDaysBetween } from './slips.ts';

// Its pattern says what its type does.
const ladderPoint = z
  .string()
  .regex(/^(day|(before|week|raise|ask)-[1-9]\d{0,3})$/) as unknown as z.ZodType<LadderPoint>;

const reached = z.strictObject({
  type: z.literal('deadline.reached'),
  deadline: id,
  /** Days from the effective date of the reminder, `due`, or a rung of its ladder. */
  point: z.union([z.number().int(), z.literal('due'), ladderPoint]),
  /** Counts the times the deadline was armed. */
  generation: z.number().int(),
});
type Reached = z.infer<typeof reached>;

const isTimed = (state: DeadlineState): boolean => isOpen(state) || state.undecided !== undefined;

function firingObjections({ definition, context, event, fact }: Case<Reached>): Refusal[] {
  const named = namedIn({ definition, context, fact });
  if (!named) return [refusal('deadline.unknown', { deadline: fact.deadline })];
  const { deadline, state } = named;
  const point = String(fact.point);
  if (!isTimed(state))
    return [refusal('deadline.notPending', { deadline: deadline.id, status: state.status })];
  if (state.generation !== fact.generation || state.fired.includes(fact.point)) {
    return [refusal('deadline.alreadyFired', { deadline: deadline.id, point })];
  }
  const at = instantOfPoint(definition, deadline, state, fact.point);
  const due = at !== null && compareInstants(at, event.at) <= 0;
  return due ? [] : [refusal('deadline.notDue', { deadline: deadline.id, point })];
}

function fire({ definition, context, event, fact }: Case<Reached>): MigrationContext {
  const named = namedIn({ definition, context, fact });
  if (!named) return context;
  const { deadline, state } = named;
  const laid = laidOf(definition, deadline);
  if (laid && state.undecided) {
    const undecided = { ...state.undecided, asked: askedBy(laid, state.undecided, event.at) };
    return withState(context, deadline.id, { ...state, undecided });
  }
  const status = fact.point === 'due' ? 'missed' : state.status;
  const { armedAt, ...rest } = state;
  const told = toldBy(definition, deadline, state, { point: fact.point, at: event.at });
  const fired: DeadlineState = { ...rest, status, ...told };
  // What else of a ladder lies past by then comes then too, and not on its own day.
  const [next] = armedAt && laid ? openPoints(definition, deadline, fired) : [];
  const late = armedAt && next && compareInstants(next.at, armedAt) < 0 ? { ...fired, armedAt } : fired;
  return withState(context, deadline.id, late);
}

/** True where a missed deadline shuts a gate that the path has still before it. */
function shutsAhead(definition: MigrationDefinition, deadline: Deadline, here: Phase): boolean {
  const order = definition.path.phases.map(({ id: phase }) => phase);
  const shut = phaseShutBy(definition, deadline);
  return shut !== undefined && order.indexOf(shut) >= order.indexOf(here.id);
}

/** Posts that are reminded before the day: those that have not said that they know of it. */
const reminded = ({ to }: Deadline, { acknowledged = {} }: DeadlineState): string[] =>
  to.filter((post) => !Object.hasOwn(acknowledged, post));

/** Who is told in place of a post that nobody holds. */
export const insteadOf = ({ ladder }: Deadline): string[] => [
  ...new Set(ladder?.escalate.flatMap(({ to }) => to) ?? []),
];

/** What a ladder's notice says besides. */
function besides({ definition, context, event, fact, standing }: Told<Reached>, dueOn: string): Reminded {
  const named = namedIn({ definition, context, fact });
  if (!named?.deadline.ladder) return {};
  const { deadline, state } = named;
  const at = instantOfPoint(definition, deadline, state, fact.point);
  const today = dayOf(event.at);
  return {
    ...(at && !state.armedAt ? lateOf({ at }, event.at) : {}),
    ...(standing.activity === 'onHold' ? { held: true as const } : {}),
    ...(today < dueOn ? { openDays: openDaysBetween(definition.calendar, today, dueOn) } : {}),
  };
}

function toldOfAsking(told: Told<Reached>, deadline: Deadline, since: string): Effect[] {
  const { definition, context, event } = told;
  const to = askedFor(definition, deadline, context) ?? [];
  const days = daysBetween(since, dayOf(event.at));
  return tell(to, { code: 'deadline.undecided', deadline: deadline.label, since, days }, insteadOf(deadline));
}

function toldOfPoint(told: Told<Reached>): Effect[] {
  const named = namedIn(told);
  if (!named) return [];
  const { deadline, state } = named;
  if (state.undecided) return toldOfAsking(told, deadline, state.undecided.since);
  if (!state.dueOn) return [];
  const { event, fact } = told;
  if (fact.point === 'due') return toldOfMissing(told, deadline, state.dueOn);
  const raised = deadline.ladder?.escalate.filter(({ after }) => fact.point === `raise-${after}`) ?? [];
  if (raised.length > 0) return toldOfRaising(told, raised, deadline, state.dueOn);
  // Told late, when the day is over: the day itself tells it.
  const isOver = deadline.ladder && !state.fired.includes('due') && isPastDue(state, event.at);
  return isOver ? [] : toldOfReminder(told, deadline, state, state.dueOn);
}

function toldOfMissing(told: Told<Reached>, deadline: Deadline, dueOn: string): Effect[] {
  const { label, to, extendableBy } = deadline;
  const hard = shutsAhead(told.definition, deadline, told.here);
  const forGood = hard && extendableBy.length === 0 ? { forGood: true as const } : {};
  const more = { ...forGood, ...besides(told, dueOn) };
  return tell(to, { code: 'deadline.missed', deadline: label, dueOn, hard, ...more }, insteadOf(deadline));
}

function toldOfRaising(
  told: Told<Reached>,
  raised: readonly { to: string[] }[],
  { label, to }: Deadline,
  dueOn: string,
): Effect[] {
  const daysOver = -daysLeft(dayOf(told.event.at), dueOn);
  const more = besides(told, dueOn);
  return tell(
    raised.flatMap((one) => one.to),
    { code: 'deadline.escalated', deadline: label, dueOn, daysOver, to, ...more },
  );
}

function toldOfReminder(
  told: Told<Reached>,
  deadline: Deadline,
  state: DeadlineState,
  dueOn: string,
): Effect[] {
  const left = daysLeft(dayOf(told.event.at), dueOn);
  const to = left > 0 && isBefore(told.fact.point) ? reminded(deadline, state) : deadline.to;
  const common = { deadline: deadline.label, dueOn, ...besides(told, dueOn) };
  const instead = insteadOf(deadline);
  if (left > 0) return tell(to, { code: 'deadline.near', daysLeft: left, ...common }, instead);
  if (left === 0) return tell(to, { code: 'deadline.today', ...common }, instead);
  return tell(to, { code: 'deadline.overdue', daysOver: -left, ...common }, instead);
}

/** Of the day itself everybody is told. */
const isBefore = (point: FirePoint): boolean =>
  typeof point === 'number' ? point < 0 : point.startsWith('before-');

const isPastDue = ({ dueAt }: DeadlineState, at: string): boolean =>
  dueAt !== null && compareInstants(dueAt, at) <= 0;

export const reachingActs = {
  'deadline.reached': act({
    open: true,
    schema: reached,
    from: ['timer'],
    taken: 'anywhere',
    asks: [],
    who: () => [],
    objections: firingObjections,
    change: fire,
    tells: toldOfPoint,
  }),
};
