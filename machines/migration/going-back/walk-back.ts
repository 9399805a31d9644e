// What going back lays down: everything that rested on the phases walked again.
import type { Case } from '../act.ts';
import type { MigrationContext } from '../state.ts';
import { markSteps } from '../steps/marks.ts';
import { enterPhase, moved } from '../walk.ts';

/** Days, gates, papers, steps, and the selection and contract of the phases from `to` on. What nobody undid stays. */
export function walkBack(given: Case<{ to: string }>): MigrationContext {
  const { definition, context, event, fact } = given;
  const order = definition.path.phases;
  const undone = order.slice(order.findIndex((phase) => phase.id === fact.to));
  const gone = new Set(undone.map((phase) => phase.id));
  const kept = <T>(of: Record<string, T>) =>
    Object.fromEntries(Object.entries(of).filter(([phase]) => !gone.has(phase)));
  const unlessUndone = <T extends { phase: string }>(of: T | null) => (of && gone.has(of.phase) ? null : of);
  const steps = undone.flatMap((phase) => phase.steps);
  const reset = {
    ...context,
    days: kept(context.days),
    reach: kept(context.reach),
    passed: kept(context.passed),
    evidence: kept(context.evidence),
    selection: unlessUndone(context.selection),
    contract: unlessUndone(context.contract),
    steps: markSteps(context.steps, steps, 'notStarted', (before) => before !== 'notApplicable'),
  };
  return moved(enterPhase(reset, fact.to, event), event);
}
