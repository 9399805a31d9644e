// What an accepted event changes in a migration's memory: one pure function per fact. Each result is settled once:
// version, openness to import and deadlines follow from it alone.
import Decimal from 'decimal.js';
import { settleDeadlines } from '../deadline/deadlines.ts';
import type { MigrationDefinition } from '../definition/definition.ts';
import { latestDay } from '../values/date.ts';
import { phaseAfter, warningsOf } from './conditions.ts';
import type { Fact, StampedEvent } from './event.ts';
import { enterPhase, leavePhase, markSteps, withDays } from './path-changes.ts';
import type { Decision, MigrationContext, Person } from './state.ts';

type Of<T extends Fact['type']> = Extract<Fact, { type: T }>;
/** What a reducer is given: the event, its fact narrowed by type, and the phase the path stands in. */
interface Given<T extends Fact['type']> {
  definition: MigrationDefinition;
  context: MigrationContext;
  event: StampedEvent;
  fact: Of<T>;
  phase: string;
}

/** What a reducer needs that does not look at its fact. */
type Surroundings = Pick<Given<Fact['type']>, 'definition' | 'context' | 'event' | 'phase'>;

type Reducers = { [T in Fact['type']]: (given: Given<T>) => MigrationContext };

const person = ({ actor }: StampedEvent): Person => ({
  account: actor.account,
  name: actor.name,
  post: actor.post,
});

function moveOn(given: Surroundings, passed: MigrationContext['passed'][string]): MigrationContext {
  const { definition, context, phase } = given;
  const left = leavePhase(definition, context, phase, passed);
  const next = phaseAfter(definition, phase);
  const entered = next ? enterPhase(definition, left, next.id, passed.on) : left;
  return { ...entered, movedOn: latestDay(passed.on) };
}

function decision({ definition, context, event, fact, phase }: Given<'gate.approved'>): Decision {
  return {
    ...person(event),
    body: event.actor.post,
    on: event.occurredOn,
    warnings: warningsOf(definition, phase, context),
    ...(fact.note ? { note: fact.note } : {}),
  };
}

const draft = (context: MigrationContext, event: StampedEvent): string[] =>
  event.actor.kind === 'person' ? [...new Set([...context.drafters, event.actor.account])] : context.drafters;

function attach(
  context: MigrationContext,
  phase: string,
  event: StampedEvent,
  items: Of<'phase.submitted'>['evidence'],
) {
  const added = items.map((item) => ({ ...item, by: event.actor.account, on: event.occurredOn }));
  return { ...context.evidence, [phase]: [...(context.evidence[phase] ?? []), ...added] };
}

const moved = (context: MigrationContext, event: StampedEvent): MigrationContext => ({
  ...context,
  movedOn: latestDay(event.occurredOn),
});

const backToWork = ({ context, event }: Surroundings): MigrationContext =>
  moved({ ...context, submission: null, approvals: [], goingBack: null }, event);

const paused = ({ context, event }: Surroundings, reason: string): MigrationContext => ({
  ...context,
  pause: { on: event.occurredOn, reason, by: person(event) },
});

const reducers: Reducers = {
  'evidence.attached': ({ context, event, fact, phase }) => ({
    ...context,
    evidence: attach(context, phase, event, [fact.evidence]),
    drafters: draft(context, event),
  }),
  'phase.submitted': ({ context, event, fact, phase }) =>
    moved(
      {
        ...context,
        days: withDays(context, phase, { submitted: event.occurredOn }),
        evidence: attach(context, phase, event, fact.evidence),
        drafters: draft(context, event),
        submission: { ...person(event), on: event.occurredOn, ...(fact.note ? { note: fact.note } : {}) },
        approvals: [],
      },
      event,
    ),
  'submission.withdrawn': backToWork,
  'gate.returned': backToWork,
  'goingBack.dismissed': backToWork,
  'gate.approved': (given) =>
    moved({ ...given.context, approvals: [...given.context.approvals, decision(given)] }, given.event),
  'gate.imported': (given) =>
    moveOn(given, { on: given.event.occurredOn, approvals: [], source: given.fact.source }),
  'goingBack.proposed': ({ context, event, fact }) =>
    moved(
      {
        ...context,
        submission: null,
        approvals: [],
        goingBack: { ...person(event), to: fact.to, reason: fact.reason, on: event.occurredOn },
      },
      event,
    ),
  'goingBack.approved': walkBack,
  'steps.recorded': recordSteps,
  'migration.held': (given) => paused(given, given.fact.reason),
  'migration.cancelled': (given) => paused(given, given.fact.reason),
  'migration.resumed': ({ context }) => ({ ...context, pause: null }),
  'plan.changed': ({ context, fact }) => ({
    ...context,
    plan: { ...context.plan, [fact.phase]: { startOn: fact.startOn, endOn: fact.endOn } },
  }),
  'deadline.extended': extend,
  'budget.voted': ({ context, event, fact }) => ({
    ...context,
    budgets: { ...context.budgets, [String(fact.fiscalYear)]: event.occurredOn },
  }),
  'selection.recorded': ({ context, event, fact: { type: _type, ...facts } }) => ({
    ...context,
    selection: {
      ...facts,
      total: new Decimal(facts.technical).plus(facts.price).toString(),
      on: event.occurredOn,
    },
  }),
  'contract.recorded': ({ context, event, fact: { type: _type, ...facts } }) => ({
    ...context,
    contract: { ...facts, on: event.occurredOn },
  }),
  'regime.flagged': ({ context, event, fact }) => ({
    ...context,
    special: {
      reasonTypes: fact.reasonTypes,
      completionOn: null,
      on: event.occurredOn,
      ...(fact.scope ? { scope: fact.scope } : {}),
    },
  }),
  'regime.applied': ({ context, event, fact }) => ({
    ...context,
    special: { completionOn: null, ...context.special, reasonTypes: fact.reasonTypes, on: event.occurredOn },
  }),
  'regime.designated': ({ context, event, fact }) => ({
    ...context,
    special: {
      reasonTypes: [],
      ...context.special,
      completionOn: fact.completionOn,
      basis: fact.basis,
      on: event.occurredOn,
    },
  }),
  'regime.withdrawn': ({ context }) => ({ ...context, special: null }),
  'deadline.reached': fire,
  'milestone.withdrawn': ({ context, fact }) => {
    const { [`${fact.system}/${fact.milestone}`]: _gone, ...milestones } = context.milestones;
    return { ...context, milestones };
  },
  'milestone.reached': ({ context, event, fact }) => ({
    ...context,
    milestones: { ...context.milestones, [`${fact.system}/${fact.milestone}`]: event.occurredOn },
  }),
};

function walkBack({ definition, context, event, fact }: Given<'goingBack.approved'>): MigrationContext {
  const order = definition.path.phases;
  const undone = order.slice(order.findIndex((phase) => phase.id === fact.to));
  const gone = new Set(undone.map((phase) => phase.id));
  const kept = <T>(of: Record<string, T>) =>
    Object.fromEntries(Object.entries(of).filter(([phase]) => !gone.has(phase)));
  const steps = undone.flatMap((phase) => [...phase.steps, ...phase.stepsOnEntry]);
  const reset: MigrationContext = {
    ...context,
    days: kept(context.days),
    passed: kept(context.passed),
    evidence: kept(context.evidence),
    steps: markSteps(context.steps, steps, 'notStarted', (before) => before !== 'notApplicable'),
  };
  return moved(enterPhase(definition, reset, fact.to, event.occurredOn), event);
}

function recordSteps({ context, event, fact }: Given<'steps.recorded'>): MigrationContext {
  const businesses = fact.businesses ?? Object.keys(context.steps);
  const reason = fact.reason ?? event.assumed;
  const excluded = Object.entries(fact.statuses).filter(([, status]) => status === 'notApplicable');
  const reasons = Object.fromEntries(excluded.map(([step]) => [step, reason ?? '']));
  const updated = businesses.map((business) => [business, { ...context.steps[business], ...fact.statuses }]);
  const explained = businesses.map((business) => [
    business,
    { ...context.stepReasons[business], ...reasons },
  ]);
  return {
    ...context,
    steps: { ...context.steps, ...Object.fromEntries(updated) },
    stepReasons: excluded.length
      ? { ...context.stepReasons, ...Object.fromEntries(explained) }
      : context.stepReasons,
  };
}

function extend({ context, event, fact }: Given<'deadline.extended'>): MigrationContext {
  const state = context.deadlines[fact.deadline];
  if (!state?.nominalOn || !state.dueOn) return context;
  const extension = {
    nominalOn: state.nominalOn,
    dueOn: fact.dueOn,
    was: state.dueOn,
    reason: fact.reason,
    by: person(event),
  };
  return { ...context, deadlines: { ...context.deadlines, [fact.deadline]: { ...state, extension } } };
}

function fire({ context, fact }: Given<'deadline.reached'>): MigrationContext {
  const state = context.deadlines[fact.deadline];
  if (!state) return context;
  const status = fact.point === 'due' ? 'missed' : state.status;
  const fired = { ...state, status, fired: [...state.fired, fact.point] };
  return { ...context, deadlines: { ...context.deadlines, [fact.deadline]: fired } };
}

const NOT_ACTS: ReadonlySet<string> = new Set<Fact['type']>([
  'deadline.reached',
  'milestone.reached',
  'milestone.withdrawn',
]);

function settle(
  definition: MigrationDefinition,
  context: MigrationContext,
  event: StampedEvent,
): MigrationContext {
  const version = context.version + 1;
  return {
    ...context,
    version,
    actedVersion: NOT_ACTS.has(event.fact.type) ? context.actedVersion : version,
    importOpen: context.importOpen && event.actor.kind !== 'person',
    deadlines: settleDeadlines(definition, context, event.at),
  };
}

/** The memory after an event, the path standing in `phase` before it. */
export function change(
  definition: MigrationDefinition,
  context: MigrationContext,
  event: StampedEvent,
  phase: string,
): MigrationContext {
  // The reducer under a fact's type takes exactly that fact; TypeScript cannot pair the two through an index.
  const reduce = reducers[event.fact.type] as (given: Given<Fact['type']>) => MigrationContext;
  return settle(definition, reduce({ definition, context, event, fact: event.fact, phase }), event);
}

/** The memory after the approval that completes a gate: the approval is kept and the path moves on. */
export function changeByLastApproval(
  definition: MigrationDefinition,
  context: MigrationContext,
  event: StampedEvent,
  phase: string,
): MigrationContext {
  if (event.fact.type !== 'gate.approved') return context;
  const given = { definition, context, event, fact: event.fact, phase };
  const approvals = [...context.approvals, decision(given)];
  return settle(definition, moveOn(given, { on: event.occurredOn, approvals }), event);
}
