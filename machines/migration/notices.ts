// Whom an accepted event concerns and what they are told; and which milestones it announces.

import { daysLeft } from '../deadline/deadlines.ts';
import type { MigrationDefinition } from '../definition/definition.ts';
import type { Effect, Notice } from '../record/effect.ts';
import { dayOf } from '../values/date.ts';
import { gateOf, phaseAfter, phaseOf, tallies } from './conditions.ts';
import type { Fact, StampedEvent } from './event.ts';
import { type MigrationContext, type MigrationSnapshot, standing } from './state.ts';

const tell = (to: readonly string[], notice: Notice): Effect[] =>
  to.length === 0 ? [] : [{ kind: 'notify', to: [...new Set(to)], notice }];

/** All effects of an accepted event, from the snapshots on both its sides. */
export function effectsOf(
  definition: MigrationDefinition,
  before: MigrationSnapshot,
  after: MigrationSnapshot,
  event: StampedEvent,
): Effect[] {
  const from = standing(before).phase;
  if (standing(after).phase === from)
    return effectsInPhase(definition, before.context, after.context, event, from);
  const { fact, actor } = event;
  if (fact.type !== 'goingBack.approved') return effectsOfPassing(definition, event, from);
  const told = goingBackDecided(definition, before.context, fact.to, true, actor.name);
  return [...told, ...revocations(definition, before.context, after.context, event)];
}

/** Milestones whose gate counted as passed before and no longer does. */
function revocations(
  definition: MigrationDefinition,
  before: MigrationContext,
  after: MigrationContext,
  { occurredOn }: StampedEvent,
): Effect[] {
  const to = definition.dependents;
  if (to.length === 0) return [];
  return definition.path.phases.flatMap(({ id, announces }) =>
    announces && before.passed[id] && !after.passed[id]
      ? [{ kind: 'revoke' as const, to, milestone: announces, occurredOn }]
      : [],
  );
}

function effectsInPhase(
  definition: MigrationDefinition,
  before: MigrationContext,
  after: MigrationContext,
  event: StampedEvent,
  phase: string,
): Effect[] {
  const { fact, actor } = event;
  const here = phaseOf(definition, phase);
  const by = actor.name;
  switch (fact.type) {
    case 'phase.submitted':
      return tell(nextBodies(definition, after, phase), { code: 'review.requested', phase: here.label, by });
    case 'gate.approved':
      return tell(nextBodies(definition, after, phase), {
        code: 'review.continued',
        phase: here.label,
        approvedBy: by,
      });
    case 'gate.returned':
      return tell(here.owners, { code: 'review.returned', phase: here.label, by, reason: fact.reason });
    case 'submission.withdrawn':
      return tell(approvers(definition, phase), {
        code: 'review.withdrawn',
        phase: here.label,
        by,
        reason: fact.reason,
      });
    case 'goingBack.proposed': {
      const to = phaseOf(definition, fact.to).label;
      const bodies = definition.path.control.goBack.approve;
      return tell(bodies, { code: 'goingBack.proposed', from: here.label, to, by, reason: fact.reason });
    }
    case 'goingBack.dismissed':
      return goingBackDecided(definition, before, fact.to, false, by);
    case 'deadline.reached':
      return deadlineNotice(definition, before, event, fact);
    case 'deadline.extended':
      return extensionNotice(definition, before, fact);
    case 'milestone.withdrawn':
    case 'milestone.reached':
      return tell(here.owners, { code: fact.type, system: fact.system, milestone: fact.milestone });
    case 'migration.held':
      return tell(here.owners, { code: 'migration.held', by, reason: fact.reason });
    case 'migration.resumed':
      return tell(here.owners, { code: 'migration.resumed', by, reason: fact.reason });
    case 'migration.cancelled':
      return tell([...here.owners, ...definition.path.control.plan], {
        code: 'migration.cancelled',
        by,
        reason: fact.reason,
      });
    default:
      return [];
  }
}

/** Effects of passing a phase's gate: those who go on are told, and dependent migrations if it is a milestone. */
function effectsOfPassing(definition: MigrationDefinition, event: StampedEvent, phase: string): Effect[] {
  const here = phaseOf(definition, phase);
  const next = phaseAfter(definition, phase);
  const told =
    next && event.actor.kind !== 'import'
      ? tell([...here.owners, ...next.owners], { code: 'gate.passed', phase: here.label, next: next.label })
      : [];
  if (!here.announces || definition.dependents.length === 0) return told;
  return [
    ...told,
    { kind: 'announce', to: definition.dependents, milestone: here.announces, occurredOn: event.occurredOn },
  ];
}

function goingBackDecided(
  definition: MigrationDefinition,
  before: MigrationContext,
  to: string,
  approved: boolean,
  by: string,
): Effect[] {
  const target = phaseOf(definition, to);
  const told = [...target.owners, ...(before.goingBack ? [before.goingBack.post] : [])];
  return tell(told, { code: 'goingBack.decided', to: target.label, approved, by });
}

function nextBodies(definition: MigrationDefinition, context: MigrationContext, phase: string): string[] {
  const gate = gateOf(definition, phase);
  const next = gate && tallies(gate, context).find((tally) => !tally.complete);
  return next ? [next.body] : [];
}

function approvers(definition: MigrationDefinition, phase: string): string[] {
  return gateOf(definition, phase)?.approvals.map((approval) => approval.body) ?? [];
}

function deadlineNotice(
  definition: MigrationDefinition,
  context: MigrationContext,
  event: StampedEvent,
  fact: Extract<Fact, { type: 'deadline.reached' }>,
): Effect[] {
  const deadline = definition.deadlines.find((candidate) => candidate.id === fact.deadline);
  const dueOn = context.deadlines[fact.deadline]?.dueOn;
  if (!deadline || !dueOn) return [];
  const { label, to, hard } = deadline;
  if (fact.point === 'due') return tell(to, { code: 'deadline.missed', deadline: label, dueOn, hard });
  const left = daysLeft(dayOf(event.at), dueOn);
  if (left > 0) return tell(to, { code: 'deadline.near', deadline: label, dueOn, daysLeft: left });
  if (left === 0) return tell(to, { code: 'deadline.today', deadline: label, dueOn });
  return tell(to, { code: 'deadline.overdue', deadline: label, dueOn, daysOver: -left });
}

function extensionNotice(
  definition: MigrationDefinition,
  before: MigrationContext,
  fact: Extract<Fact, { type: 'deadline.extended' }>,
): Effect[] {
  const deadline = definition.deadlines.find((candidate) => candidate.id === fact.deadline);
  const was = before.deadlines[fact.deadline]?.dueOn ?? '';
  const { dueOn, reason } = fact;
  return deadline
    ? tell(deadline.to, { code: 'deadline.extended', deadline: deadline.label, dueOn, was, reason })
    : [];
}
