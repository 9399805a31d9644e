// Whether what a gate asks for is there: one evaluation for the gate's guard and for what people are shown.
import type {
  Condition,
  Deadline,
  Gate,
  MigrationDefinition,
  Phase,
  Text,
} from '../definition/definition.ts';
import { type Refusal, refusal } from '../record/refusal.ts';
import type { Evidence } from './event.ts';
import type { MigrationContext } from './state.ts';

/** The phase of a definition by id; the definition is sound, so an id from a state value is always there. */
export function phaseOf(definition: MigrationDefinition, phase: string): Phase {
  const found = definition.path.phases.find((candidate) => candidate.id === phase);
  if (!found) throw new Error(`no phase ${phase} on path ${definition.path.id}`);
  return found;
}

export function gateOf(definition: MigrationDefinition, phase: string): Gate | undefined {
  return phaseOf(definition, phase).gate;
}

export function phaseAfter(definition: MigrationDefinition, phase: string): Phase | undefined {
  const index = definition.path.phases.findIndex((candidate) => candidate.id === phase);
  return definition.path.phases[index + 1];
}

/** The documents that a phase's gate asks for. */
export function evidenceAsked(phase: Phase): { kind: string; label: Text }[] {
  const conditions = phase.gate?.conditions ?? [];
  return conditions.flatMap((condition) =>
    condition.kind === 'evidence' ? [{ kind: condition.evidence, label: condition.label }] : [],
  );
}

/** What is missing for one condition, or null when it is met. `offered` is evidence the event itself brings. */
export function unmet(
  condition: Condition,
  phase: string,
  context: MigrationContext,
  offered: readonly Evidence[] = [],
): Refusal | null {
  const { label, who } = condition;
  switch (condition.kind) {
    case 'evidence': {
      const there = [...(context.evidence[phase] ?? []), ...offered].some(
        (item) => item.kind === condition.evidence,
      );
      return there
        ? null
        : refusal('condition.evidenceMissing', { evidence: condition.evidence, label, who });
    }
    case 'milestone': {
      const { system, milestone } = condition;
      const there = context.milestones[`${system}/${milestone}`] !== undefined;
      return there ? null : refusal('condition.milestoneMissing', { system, milestone, label, who });
    }
    case 'steps': {
      const open = condition.steps.filter((step) => !stepClosed(context, step));
      return open.length === 0 ? null : refusal('condition.stepsOpen', { steps: open, label, who });
    }
    case 'fact':
      return factThere(context, condition.fact)
        ? null
        : refusal('condition.factMissing', { fact: condition.fact, label, who });
  }
}

function stepClosed(context: MigrationContext, step: string): boolean {
  return Object.values(context.steps).every((statuses) => {
    const status = statuses[step];
    return status === 'done' || status === 'notApplicable';
  });
}

function factThere(
  context: MigrationContext,
  fact: 'budgetVoted' | 'selectionRecorded' | 'contractRecorded',
): boolean {
  if (fact === 'budgetVoted') return Object.keys(context.budgets).length > 0;
  return fact === 'selectionRecorded' ? context.selection !== null : context.contract !== null;
}

/** Hard deadlines that were missed and that leaving this phase would meet: they shut its gate. */
export function shutBy(
  definition: MigrationDefinition,
  phase: string,
  context: MigrationContext,
): Deadline[] {
  const next = phaseAfter(definition, phase)?.id;
  return definition.deadlines.filter((deadline) => {
    if (!deadline.hard || context.deadlines[deadline.id]?.status !== 'missed') return false;
    const { metBy } = deadline;
    return (
      (metBy.phase === phase && metBy.edge !== 'entered') ||
      (metBy.phase === next && metBy.edge === 'entered')
    );
  });
}

/** Labels (Japanese) of the soft conditions that are unmet: kept with an approval. */
export function warningsOf(
  definition: MigrationDefinition,
  phase: string,
  context: MigrationContext,
): string[] {
  return (gateOf(definition, phase)?.conditions ?? [])
    .filter((condition) => !condition.hard && unmet(condition, phase, context))
    .map((condition) => condition.label.ja);
}

/** How far one gate's approvals have come, in their order. */
export interface Tally {
  body: string;
  quorum: number;
  have: string[];
  complete: boolean;
}

export function tallies(gate: Gate, context: MigrationContext): Tally[] {
  return gate.approvals.map(({ body, quorum }) => {
    const have = context.approvals
      .filter((approval) => approval.body === body)
      .map((approval) => approval.account);
    return { body, quorum, have, complete: have.length >= quorum };
  });
}

/** True when one more approval by `body` completes the gate of `phase`. */
export function completesGate(
  definition: MigrationDefinition,
  context: MigrationContext,
  phase: string,
  body: string,
): boolean {
  const gate = gateOf(definition, phase);
  if (!gate) return false;
  return tallies(gate, context).every((tally) =>
    tally.body === body ? tally.have.length + 1 >= tally.quorum : tally.complete,
  );
}
