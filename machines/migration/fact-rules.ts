// What must be there, or must not be, before a fact of each kind: gates, separation of duties, sums, dates.
import Decimal from 'decimal.js';
import { instantOfPoint } from '../deadline/deadlines.ts';
import type { MigrationDefinition, Phase } from '../definition/definition.ts';
import { PAPERS } from '../record/limits.ts';
import { type Refusal, refusal } from '../record/refusal.ts';
import { compareInstants, earliestDay, latestDay } from '../values/date.ts';
import type { Case } from './case.ts';
import { evidenceAsked, phaseOf, shutBy, tallies, unmet } from './conditions.ts';
import { type Evidence, type Fact, OTHER_EVIDENCE, type StampedEvent } from './event.ts';
import type { MigrationContext } from './state.ts';

/** The reasons against an event that lie in its fact. */
export function factObjections(given: Case): Refusal[] {
  const { definition, context, standing, event } = given;
  const { fact } = event;
  const here = phaseOf(definition, standing.phase);
  switch (fact.type) {
    case 'evidence.attached':
      return [...kindObjections([fact.evidence], here), ...paperObjections(context, here, 1)];
    case 'phase.submitted':
      return [
        ...notCurrent(fact.phase, here),
        ...kindObjections(fact.evidence, here),
        ...paperObjections(context, here, fact.evidence.length),
        ...submissionObjections(given, here),
      ];
    case 'submission.withdrawn':
      return notCurrent(fact.phase, here);
    case 'gate.approved':
      return [...notCurrent(fact.phase, here), ...approvalObjections(given, here)];
    case 'gate.returned':
      return [...notCurrent(fact.phase, here), ...drafterObjections(given)];
    case 'gate.imported':
      return context.importOpen
        ? notCurrent(fact.phase, here)
        : [refusal('import.closed', { version: context.version })];
    case 'goingBack.proposed':
      return earlierObjections(definition, fact.to, here.id);
    case 'goingBack.approved':
    case 'goingBack.dismissed':
      return goingBackObjections(given, fact.to);
    case 'steps.recorded':
      return stepObjections(given, fact);
    case 'plan.changed':
      return planObjections(definition, fact);
    case 'deadline.extended':
      return extensionObjections(definition, context, fact);
    case 'selection.recorded':
      return scoreObjections(fact);
    case 'contract.recorded':
      return contractObjections(fact);
    case 'deadline.reached':
      return firingObjections(definition, context, event, fact);
    case 'milestone.reached':
      return milestoneObjections(definition, context, fact);
    case 'milestone.withdrawn':
      return context.milestones[`${fact.system}/${fact.milestone}`]
        ? []
        : [refusal('milestone.notKnown', { system: fact.system, milestone: fact.milestone })];
    default:
      return [];
  }
}

function notCurrent(phase: string, here: Phase): Refusal[] {
  return phase === here.id ? [] : [refusal('phase.notCurrent', { phase, current: here.id })];
}

/** A document of a misspelt kind would be kept and count for nothing. */
function kindObjections(evidence: readonly Evidence[], here: Phase): Refusal[] {
  const known = evidenceAsked(here);
  return evidence
    .filter(({ kind }) => kind !== OTHER_EVIDENCE && !known.some((asked) => asked.kind === kind))
    .map(({ kind }) => refusal('evidence.unknownKind', { kind, known }));
}

/** A run carries every paper that stands. */
function paperObjections({ evidence }: MigrationContext, here: Phase, added: number): Refusal[] {
  if (added === 0) return [];
  const inPhase = added + (evidence[here.id]?.length ?? 0);
  const inAll = added + Object.values(evidence).reduce((sum, papers) => sum + papers.length, 0);
  return [
    ...(inPhase > PAPERS.phase
      ? [refusal('limit.papers', { within: 'phase', would: inPhase, most: PAPERS.phase })]
      : []),
    ...(inAll > PAPERS.migration
      ? [refusal('limit.papers', { within: 'migration', would: inAll, most: PAPERS.migration })]
      : []),
  ];
}

function submissionObjections({ event, context }: Case, here: Phase): Refusal[] {
  const offered = event.fact.type === 'phase.submitted' ? event.fact.evidence : [];
  const conditions = here.gate?.conditions ?? [];
  return conditions
    .filter((condition) => condition.hard && condition.kind === 'evidence')
    .flatMap((condition) => unmet(condition, here.id, context, offered) ?? []);
}

function approvalObjections(given: Case, here: Phase): Refusal[] {
  const { definition, context } = given;
  const conditions = (here.gate?.conditions ?? [])
    .filter((condition) => condition.hard)
    .flatMap((condition) => unmet(condition, here.id, context) ?? []);
  const shut = shutBy(definition, here.id, context).map((deadline) =>
    refusal('deadline.passed', {
      deadline: deadline.id,
      label: deadline.label,
      dueOn: context.deadlines[deadline.id]?.dueOn ?? '',
      who: deadline.extendableBy,
    }),
  );
  return [...drafterObjections(given), ...turnObjections(given, here), ...conditions, ...shut];
}

/** Separation of duties over the whole migration: who drafted any of it approves none of it. */
function drafterObjections({ event, context }: Case): Refusal[] {
  const { account } = event.actor;
  return context.drafters.includes(account)
    ? [refusal('gate.samePerson', { account, role: 'submitter' })]
    : [];
}

function turnObjections({ event, context }: Case, here: Phase): Refusal[] {
  if (!here.gate) return [];
  const { account, post } = event.actor;
  const all = tallies(here.gate, context);
  const index = all.findIndex((tally) => tally.body === post);
  const mine = all[index];
  if (!mine) return [];
  if (mine.have.includes(account)) return [refusal('gate.alreadyApproved', { account, body: post })];
  if (mine.complete) return [refusal('gate.bodyComplete', { body: post })];
  const pending = all
    .slice(0, index)
    .filter((tally) => !tally.complete)
    .map((tally) => tally.body);
  return pending.length === 0 ? [] : [refusal('gate.earlierBodyPending', { body: post, pending })];
}

function earlierObjections(definition: MigrationDefinition, to: string, current: string): Refusal[] {
  const order = definition.path.phases.map((phase) => phase.id);
  if (!order.includes(to)) return [refusal('phase.unknown', { phase: to })];
  return order.indexOf(to) < order.indexOf(current)
    ? []
    : [refusal('phase.notEarlier', { phase: to, current })];
}

function goingBackObjections({ event, context }: Case, to: string): Refusal[] {
  const proposed = context.goingBack;
  if (!proposed) return [];
  if (proposed.to !== to) return [refusal('phase.notCurrent', { phase: to, current: proposed.to })];
  const { account } = event.actor;
  return event.fact.type === 'goingBack.approved' && proposed.account === account
    ? [refusal('gate.samePerson', { account, role: 'proposer' })]
    : [];
}

function stepObjections(
  { context, event }: Case,
  fact: Extract<Fact, { type: 'steps.recorded' }>,
): Refusal[] {
  const known = Object.keys(context.steps);
  const unknown = (fact.businesses ?? []).filter((business) => !known.includes(business));
  const excluded = Object.entries(fact.statuses).filter(([, status]) => status === 'notApplicable');
  const reasoned = fact.reason ?? event.assumed;
  return [
    ...(Object.keys(fact.statuses).length === 0 ? [refusal('steps.empty', {})] : []),
    ...unknown.map((business) => refusal('steps.unknownBusiness', { business, known })),
    ...(excluded.length > 0 && !reasoned
      ? [
          refusal('steps.reasonMissing', {
            steps: excluded.map(([step]) => step),
            status: 'notApplicable' as const,
          }),
        ]
      : []),
  ];
}

function planObjections(
  definition: MigrationDefinition,
  fact: Extract<Fact, { type: 'plan.changed' }>,
): Refusal[] {
  if (!definition.path.phases.some((phase) => phase.id === fact.phase))
    return [refusal('phase.unknown', { phase: fact.phase })];
  const { startOn, endOn } = fact;
  return earliestDay(startOn) > latestDay(endOn) ? [refusal('plan.reversed', { startOn, endOn })] : [];
}

function extensionObjections(
  definition: MigrationDefinition,
  context: MigrationContext,
  fact: Extract<Fact, { type: 'deadline.extended' }>,
): Refusal[] {
  const deadline = definition.deadlines.find((candidate) => candidate.id === fact.deadline);
  const state = context.deadlines[fact.deadline];
  if (!deadline || !state) return [refusal('deadline.unknown', { deadline: fact.deadline })];
  if (deadline.extendableBy.length === 0)
    return [refusal('deadline.notExtendable', { deadline: deadline.id })];
  if (state.status !== 'pending' && state.status !== 'missed') {
    return [refusal('deadline.notPending', { deadline: deadline.id, status: state.status })];
  }
  const current = state.dueOn ?? '';
  return fact.dueOn > current
    ? []
    : [refusal('deadline.notLater', { deadline: deadline.id, dueOn: fact.dueOn, current })];
}

function scoreObjections(fact: Extract<Fact, { type: 'selection.recorded' }>): Refusal[] {
  return (['technical', 'price'] as const)
    .filter((part) => new Decimal(fact[part]).gt(fact.outOf[part]))
    .map((part) => refusal('selection.overMaximum', { part, score: fact[part], maximum: fact.outOf[part] }));
}

function contractObjections(fact: Extract<Fact, { type: 'contract.recorded' }>): Refusal[] {
  const sumYen = fact.amounts.reduce((sum, { amountYen }) => sum + amountYen, 0);
  return sumYen === fact.totalYen
    ? []
    : [refusal('contract.sumMismatch', { totalYen: fact.totalYen, sumYen })];
}

function firingObjections(
  definition: MigrationDefinition,
  context: MigrationContext,
  event: StampedEvent,
  fact: Extract<Fact, { type: 'deadline.reached' }>,
): Refusal[] {
  const deadline = definition.deadlines.find((candidate) => candidate.id === fact.deadline);
  const state = context.deadlines[fact.deadline];
  if (!deadline || !state) return [refusal('deadline.unknown', { deadline: fact.deadline })];
  const point = String(fact.point);
  const open = state.status === 'pending' || state.status === 'missed';
  if (!open || !state.dueOn || !state.dueAt)
    return [refusal('deadline.notPending', { deadline: deadline.id, status: state.status })];
  if (state.generation !== fact.generation || state.fired.includes(fact.point)) {
    return [refusal('deadline.alreadyFired', { deadline: deadline.id, point })];
  }
  const known = fact.point === 'due' || deadline.reminders.includes(fact.point);
  const due = known && compareInstants(instantOfPoint(state.dueOn, state.dueAt, fact.point), event.at) <= 0;
  return due ? [] : [refusal('deadline.notDue', { deadline: deadline.id, point })];
}

function milestoneObjections(
  definition: MigrationDefinition,
  context: MigrationContext,
  fact: Extract<Fact, { type: 'milestone.reached' }>,
): Refusal[] {
  const { system, milestone } = fact;
  if (context.milestones[`${system}/${milestone}`])
    return [refusal('milestone.alreadyKnown', { system, milestone })];
  const awaited = definition.path.phases.some((phase) =>
    phase.gate?.conditions.some(
      (condition) =>
        condition.kind === 'milestone' && condition.system === system && condition.milestone === milestone,
    ),
  );
  return awaited ? [] : [refusal('milestone.notAwaited', { system, milestone })];
}
