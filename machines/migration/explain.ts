// What an actor may do now and why not the rest, before anyone tries: the same reasons that would refuse the event.

import type { MigrationDefinition, Text } from '../definition/definition.ts';
import type { Refusal } from '../record/refusal.ts';
import { dayOf, type Instant } from '../values/date.ts';
import { gateOf, phaseAfter, phaseOf, type Tally, tallies, unmet } from './conditions.ts';
import { type Actor, type ActType, type Fact, OTHER_EVIDENCE, type StampedEvent } from './event.ts';
import { accepts } from './migration.ts';
import { postsFor } from './permissions.ts';
import { type MigrationContext, type MigrationSnapshot, standing } from './state.ts';

export interface ConditionView {
  label: Text;
  kind: 'evidence' | 'milestone' | 'steps' | 'fact';
  /** The kind of document that meets it; null where it is not met by a document. */
  evidence: string | null;
  hard: boolean;
  met: boolean;
  /** What is missing; null when met. */
  missing: Refusal | null;
  /** Posts that can supply it. */
  who: string[];
}

export interface GateView {
  gate: string;
  label: Text;
  next: Text | null;
  conditions: ConditionView[];
  approvals: (Tally & { by: { account: string; name: string; on: string; warnings: string[] }[] })[];
}

export interface ActView {
  type: ActType;
  allowed: boolean;
  refusals: Refusal[];
  /** Posts that may do this here. */
  who: string[];
  /** The phase the act is about: the current one, or the one gone back to. */
  phase: string;
}

export interface Explanation {
  gate: GateView | null;
  acts: ActView[];
}

/** Explains a migration to `actor` at an instant: its gate, and every act with the reasons against it. */
export function explain(
  definition: MigrationDefinition,
  snapshot: MigrationSnapshot,
  actor: Actor,
  at: Instant,
): Explanation {
  const acts = candidates(definition, snapshot).map((fact) => actView(definition, snapshot, actor, at, fact));
  return { gate: gateView(definition, snapshot), acts };
}

function actView(
  definition: MigrationDefinition,
  snapshot: MigrationSnapshot,
  actor: Actor,
  at: Instant,
  fact: Fact & { type: ActType },
): ActView {
  const event: StampedEvent = { fact, actor, at, occurredOn: dayOf(at), requestId: 'explain' };
  const refusals = accepts(definition, snapshot, event);
  const { phase } = standing(snapshot);
  return {
    type: fact.type,
    allowed: refusals.length === 0,
    refusals,
    who: postsFor(definition, phase, fact),
    phase: 'to' in fact ? fact.to : phase,
  };
}

function gateView(definition: MigrationDefinition, snapshot: MigrationSnapshot): GateView | null {
  const { phase } = standing(snapshot);
  const gate = gateOf(definition, phase);
  if (!gate) return null;
  const { context } = snapshot;
  return {
    gate: gate.id,
    label: gate.label,
    next: phaseAfter(definition, phase)?.label ?? null,
    conditions: gate.conditions.map((condition) => {
      const missing = unmet(condition, phase, context);
      const { label, kind, hard, who } = condition;
      const evidence = kind === 'evidence' ? condition.evidence : null;
      return { label, kind, evidence, hard, met: missing === null, missing, who };
    }),
    approvals: tallies(gate, context).map((tally) => ({ ...tally, by: approvers(context, tally.body) })),
  };
}

function approvers(context: MigrationContext, body: string) {
  return context.approvals
    .filter((approval) => approval.body === body)
    .map(({ account, name, on, warnings }) => ({ account, name, on, warnings }));
}

/** One event of each kind as it would be sent now, with the words and papers that only its sender has filled in. */
export function candidates(
  definition: MigrationDefinition,
  snapshot: MigrationSnapshot,
): (Fact & { type: ActType })[] {
  const { phase } = standing(snapshot);
  const { context } = snapshot;
  const reason = '-';
  const index = definition.path.phases.findIndex((candidate) => candidate.id === phase);
  const earlier = definition.path.phases[index - 1]?.id ?? phaseOf(definition, phase).id;
  const planned = context.plan[phase] ?? { startOn: '2000-01', endOn: '2000-01' };
  const goingBackTo = context.goingBack?.to ?? earlier;
  const open = definition.deadlines.find((deadline) =>
    extendable(context, deadline.id, deadline.extendableBy),
  );
  return [
    { type: 'phase.submitted', phase, evidence: [] },
    { type: 'submission.withdrawn', phase, reason },
    { type: 'gate.approved', phase },
    { type: 'gate.returned', phase, reason },
    { type: 'goingBack.proposed', to: earlier, reason },
    { type: 'goingBack.approved', to: goingBackTo },
    { type: 'goingBack.dismissed', to: goingBackTo, reason },
    { type: 'evidence.attached', evidence: SAMPLE_EVIDENCE },
    { type: 'steps.recorded', statuses: { '①-1': 'done' } },
    { type: 'plan.changed', phase, startOn: planned.startOn, endOn: planned.endOn, reason },
    ...(open ? [{ type: 'deadline.extended' as const, deadline: open.id, dueOn: '9999-12-31', reason }] : []),
    { type: 'migration.held', reason },
    { type: 'migration.resumed', reason },
    { type: 'migration.cancelled', reason },
    { type: 'regime.flagged', reasonTypes: [] },
    { type: 'regime.applied', reasonTypes: [1] },
    { type: 'regime.designated', completionOn: null, basis: reason },
    { type: 'regime.withdrawn', reason },
    { type: 'budget.voted', fiscalYear: 2000 },
    {
      type: 'selection.recorded',
      candidate: reason,
      technical: '0',
      price: '0',
      printedTotal: '0',
      outOf: { technical: '0', price: '0' },
      method: reason,
      applicants: null,
    },
    {
      type: 'contract.recorded',
      vendor: reason,
      amounts: [{ fiscalYear: 2000, amountYen: 0 }],
      totalYen: 0,
      continuesInto: [],
    },
  ];
}

const SAMPLE_EVIDENCE = {
  kind: OTHER_EVIDENCE,
  title: '-',
  sha256: '0'.repeat(64),
  documentNo: '-',
  decidedOn: '2000-01-01',
};

function extendable(context: MigrationContext, deadline: string, by: readonly string[]): boolean {
  const status = context.deadlines[deadline]?.status;
  return by.length > 0 && (status === 'pending' || status === 'missed');
}
