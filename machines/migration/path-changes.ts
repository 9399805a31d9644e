// What entering and leaving a phase changes: its days, its national steps, the review that is over.

import type { MigrationDefinition, StepStatus } from '../definition/definition.ts';
import { gateOf, phaseOf } from './conditions.ts';
import type { MigrationContext } from './state.ts';

export function withDays(
  context: MigrationContext,
  phase: string,
  days: MigrationContext['days'][string],
): MigrationContext['days'] {
  return { ...context.days, [phase]: { ...context.days[phase], ...days } };
}

export function markSteps(
  steps: MigrationContext['steps'],
  ids: readonly string[],
  status: StepStatus,
  from: (before: StepStatus) => boolean,
): MigrationContext['steps'] {
  return Object.fromEntries(
    Object.entries(steps).map(([business, statuses]) => {
      const changed = ids
        .filter((step) => from(statuses[step] ?? 'notStarted'))
        .map((step) => [step, status]);
      return [business, { ...statuses, ...Object.fromEntries(changed) }];
    }),
  );
}

/** The path enters a phase: its day is kept, its national steps start, the old review is over. */
export function enterPhase(
  definition: MigrationDefinition,
  context: MigrationContext,
  phase: string,
  on: string,
): MigrationContext {
  const { steps, stepsOnEntry } = phaseOf(definition, phase);
  const started = markSteps(context.steps, steps, 'inProgress', (before) => before === 'notStarted');
  return {
    ...context,
    days: { ...context.days, [phase]: { entered: on } },
    steps: markSteps(started, stepsOnEntry, 'done', (before) => before !== 'notApplicable'),
    submission: null,
    approvals: [],
    goingBack: null,
  };
}

export function leavePhase(
  definition: MigrationDefinition,
  context: MigrationContext,
  phase: string,
  passed: MigrationContext['passed'][string],
): MigrationContext {
  const { steps } = phaseOf(definition, phase);
  const explicit = new Set(
    (gateOf(definition, phase)?.conditions ?? []).flatMap((condition) =>
      condition.kind === 'steps' && condition.hard ? condition.steps : [],
    ),
  );
  const closed = steps.filter((step) => !explicit.has(step));
  return {
    ...context,
    days: withDays(context, phase, { left: passed.on }),
    passed: { ...context.passed, [phase]: passed },
    steps: markSteps(context.steps, closed, 'done', (before) => before !== 'notApplicable'),
  };
}
