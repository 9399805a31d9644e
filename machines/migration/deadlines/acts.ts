// A deadline is extended by who may, and the timer says that one of its points has come.
import * as z from 'zod';
import { daysLeft, instantOfPoint } from '../../deadline/points.ts';
import { isOpen } from '../../deadline/status.ts';
import { type Deadline, day, id, type MigrationDefinition, type Phase } from '../../definition/definition.ts';
import type { Effect } from '../../record/effect.ts';
import { type Refusal, refusal } from '../../record/refusal.ts';
import { compareInstants, dayOf } from '../../values/date.ts';
import { act, asksReason, type Case, people, personOf, reason, type Told, tell, WORDS } from '../act.ts';
import { phaseShutBy } from '../gate/conditions.ts';
import type { MigrationContext } from '../state.ts';
import { extensionCorrects, extensionOverwritten } from './correcting.ts';

const extended = z.strictObject({ type: z.literal('deadline.extended'), deadline: id, dueOn: day, reason });
const reached = z.strictObject({
  type: z.literal('deadline.reached'),
  deadline: id,
  /** Days from the effective date of the reminder, or `due`. */
  point: z.union([z.number().int(), z.literal('due')]),
  /** Counts the times the deadline was armed. */
  generation: z.number().int(),
});
type Extended = z.infer<typeof extended>;
type Reached = z.infer<typeof reached>;

const deadlineOf = ({ deadlines }: MigrationDefinition, wanted: string): Deadline | undefined =>
  deadlines.find((candidate) => candidate.id === wanted);

function extensionObjections({ definition, context, event, fact }: Case<Extended>): Refusal[] {
  const deadline = deadlineOf(definition, fact.deadline);
  const state = context.deadlines[fact.deadline];
  if (!deadline || !state) return [refusal('deadline.unknown', { deadline: fact.deadline })];
  if (deadline.extendableBy.length === 0)
    return [refusal('deadline.notExtendable', { deadline: deadline.id })];
  if (!isOpen(state))
    return [refusal('deadline.notPending', { deadline: deadline.id, status: state.status })];
  const { dueOn } = fact;
  const current = state.dueOn ?? '';
  if (dueOn <= current) return [refusal('deadline.notLater', { deadline: deadline.id, dueOn, current })];
  const today = dayOf(event.at);
  return dueOn < today ? [refusal('deadline.extendedPast', { deadline: deadline.id, dueOn, today })] : [];
}

function extend({ context, event, fact }: Case<Extended>): MigrationContext {
  const state = context.deadlines[fact.deadline];
  if (!state?.nominalOn || !state.dueOn) return context;
  const extension = {
    nominalOn: state.nominalOn,
    dueOn: fact.dueOn,
    was: state.dueOn,
    reason: fact.reason,
    by: personOf(event),
  };
  return { ...context, deadlines: { ...context.deadlines, [fact.deadline]: { ...state, extension } } };
}

function toldOfExtension({ definition, context, fact }: Told<Extended>): Effect[] {
  const deadline = deadlineOf(definition, fact.deadline);
  const was = context.deadlines[fact.deadline]?.dueOn ?? '';
  const { dueOn, reason: why } = fact;
  return deadline
    ? tell(deadline.to, { code: 'deadline.extended', deadline: deadline.label, dueOn, was, reason: why })
    : [];
}

function firingObjections({ definition, context, event, fact }: Case<Reached>): Refusal[] {
  const deadline = deadlineOf(definition, fact.deadline);
  const state = context.deadlines[fact.deadline];
  if (!deadline || !state) return [refusal('deadline.unknown', { deadline: fact.deadline })];
  const point = String(fact.point);
  if (!isOpen(state) || !state.dueOn || !state.dueAt)
    return [refusal('deadline.notPending', { deadline: deadline.id, status: state.status })];
  if (state.generation !== fact.generation || state.fired.includes(fact.point)) {
    return [refusal('deadline.alreadyFired', { deadline: deadline.id, point })];
  }
  const known = fact.point === 'due' || deadline.reminders.includes(fact.point);
  const due = known && compareInstants(instantOfPoint(state.dueOn, state.dueAt, fact.point), event.at) <= 0;
  return due ? [] : [refusal('deadline.notDue', { deadline: deadline.id, point })];
}

function fire({ context, fact }: Case<Reached>): MigrationContext {
  const state = context.deadlines[fact.deadline];
  if (!state) return context;
  const status = fact.point === 'due' ? 'missed' : state.status;
  const { armedAt: _told, ...rest } = state;
  const fired = { ...rest, status, fired: [...rest.fired, fact.point] };
  return { ...context, deadlines: { ...context.deadlines, [fact.deadline]: fired } };
}

/** True where a missed deadline shuts a gate that the path has still before it. */
function shutsAhead(definition: MigrationDefinition, deadline: Deadline, here: Phase): boolean {
  const order = definition.path.phases.map(({ id: phase }) => phase);
  const shut = phaseShutBy(definition, deadline);
  return shut !== undefined && order.indexOf(shut) >= order.indexOf(here.id);
}

function toldOfPoint({ definition, context, event, fact, here }: Told<Reached>): Effect[] {
  const deadline = deadlineOf(definition, fact.deadline);
  const dueOn = context.deadlines[fact.deadline]?.dueOn;
  if (!deadline || !dueOn) return [];
  const { label, to, extendableBy } = deadline;
  if (fact.point === 'due') {
    const hard = shutsAhead(definition, deadline, here);
    const forGood = hard && extendableBy.length === 0 ? { forGood: true as const } : {};
    return tell(to, { code: 'deadline.missed', deadline: label, dueOn, hard, ...forGood });
  }
  const left = daysLeft(dayOf(event.at), dueOn);
  if (left > 0) return tell(to, { code: 'deadline.near', deadline: label, dueOn, daysLeft: left });
  if (left === 0) return tell(to, { code: 'deadline.today', deadline: label, dueOn });
  return tell(to, { code: 'deadline.overdue', deadline: label, dueOn, daysOver: -left });
}

export const deadlineActs = {
  'deadline.extended': act({
    open: true,
    schema: extended,
    from: people,
    taken: 'anywhere',
    asks: [{ name: 'deadline', kind: 'deadline' }, { name: 'dueOn', kind: 'day' }, asksReason],
    sample({ definition, context, post }) {
      const open = definition.deadlines.filter(({ id: deadline, extendableBy }) => {
        const state = context.deadlines[deadline];
        return extendableBy.length > 0 && state !== undefined && isOpen(state);
      });
      const own = open.find(({ extendableBy }) => extendableBy.includes(post)) ?? open[0];
      return own ? { deadline: own.id, dueOn: '2150-12-31', reason: WORDS } : null;
    },
    who: ({ definition, fact }) => deadlineOf(definition, fact.deadline)?.extendableBy ?? [],
    objections: extensionObjections,
    overwrites: extensionOverwritten,
    corrects: extensionCorrects,
    change: extend,
    tells: toldOfExtension,
  }),
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
