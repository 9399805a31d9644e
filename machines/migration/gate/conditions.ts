// Whether what a gate asks for is there: one evaluation for the gate's guard and for what people are shown.
import type { Condition, Deadline, MigrationDefinition } from '../../definition/definition.ts';
import { type Refusal, refusal } from '../../record/refusal.ts';
import type { Case } from '../act.ts';
import { gateOf, phaseBefore } from '../phases.ts';
import { shutByProvisos } from '../provisos/proviso.ts';
import type { MigrationContext } from '../state.ts';
import { closes } from './basis.ts';
import { isThere } from './facts.ts';
import { beforeGround } from './grounds.ts';
import type { Evidence } from './papers.ts';

/** What is missing for one condition, or null when it is met. `offered` is evidence the event itself brings. */
export function unmet(
  condition: Condition,
  phase: string,
  { definition, context }: Pick<Case, 'definition' | 'context'>,
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
      const key = `${system}/${milestone}`;
      if (context.milestones[key] !== undefined || context.waived[key]?.complete) return null;
      if (!context.forsaken[key])
        return refusal('condition.milestoneMissing', { system, milestone, label, who });
      const deciders = definition.path.control.goBack.approve;
      return refusal('condition.milestoneGone', { system, milestone, label, who: deciders });
    }
    case 'steps': {
      const open = condition.steps.filter((step) => !stepClosed(context, step));
      return open.length === 0 ? null : refusal('condition.stepsOpen', { steps: open, label, who });
    }
    case 'fact':
      return isThere(condition.fact, { definition, context })
        ? null
        : refusal('condition.factMissing', { fact: condition.fact, label, who });
  }
}

function stepClosed(context: MigrationContext, step: string): boolean {
  return Object.values(context.steps).every((statuses) => closes(statuses[step]));
}

/** The phase whose gate a hard deadline shuts once it is missed: the one that is left by meeting it. */
export function phaseShutBy(definition: MigrationDefinition, { hard, metBy }: Deadline): string | undefined {
  if (!hard) return undefined;
  // Going live is a fact that is recorded when it has happened: what is shut is the gate before it.
  const entered = typeof metBy === 'string' ? definition.path.goLive : metBy.phase;
  if (typeof metBy !== 'string' && metBy.edge !== 'entered') return metBy.phase;
  return entered && phaseBefore(definition, entered)?.id;
}

const shutBy = (definition: MigrationDefinition, phase: string, context: MigrationContext): Deadline[] =>
  definition.deadlines.filter(
    (deadline) =>
      context.deadlines[deadline.id]?.status === 'missed' && phaseShutBy(definition, deadline) === phase,
  );

const isWaived = (condition: Condition, { waived }: MigrationContext): boolean =>
  condition.kind === 'milestone' && waived[`${condition.system}/${condition.milestone}`]?.complete === true;

/** Labels (Japanese) of the soft conditions that were unmet by the act's day and the hard ones that are waived: kept with an approval. */
export function warningsOf(given: Pick<Case, 'definition' | 'context' | 'event' | 'here'>): string[] {
  const { context, here } = given;
  const wasUnmet = (condition: Condition) =>
    unmet(condition, here.id, given) !== null || beforeGround(condition, given).length > 0;
  return (here.gate?.conditions ?? [])
    .filter((condition) => (!condition.hard && wasUnmet(condition)) || isWaived(condition, context))
    .map((condition) => condition.label.ja);
}

/** What would refuse the gate of `phase` its last approval: hard conditions that are unmet, deadlines that shut it. */
export function blockers(
  definition: MigrationDefinition,
  phase: string,
  context: MigrationContext,
): Refusal[] {
  const missing = (gateOf(definition, phase)?.conditions ?? [])
    .filter((condition) => condition.hard)
    .flatMap((condition) => unmet(condition, phase, { definition, context }) ?? []);
  const shut = shutBy(definition, phase, context).map(({ id, label, extendableBy }) =>
    refusal('deadline.passed', {
      deadline: id,
      label,
      dueOn: context.deadlines[id]?.dueOn ?? '',
      who: extendableBy,
    }),
  );
  return [...missing, ...shut, ...shutByProvisos(context)];
}
