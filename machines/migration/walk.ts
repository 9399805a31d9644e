// Walking the path: what entering, leaving and standing in a phase change, and the review that is over with it.
import type { MigrationDefinition } from '../definition/definition.ts';
import type { Stamp } from '../record/submission.ts';
import { latestDay } from '../values/date.ts';
import type { Case } from './act.ts';
import { gateOf, phaseAfter, phaseOf } from './phases.ts';
import type { MigrationContext } from './state.ts';
import { markSteps } from './steps/marks.ts';

export function withDays(
  context: MigrationContext,
  phase: string,
  days: MigrationContext['days'][string],
): MigrationContext['days'] {
  return { ...context.days, [phase]: { ...context.days[phase], ...days } };
}

/** The path has moved on a day; no later move may lie before it. */
export const moved = (context: MigrationContext, event: Stamp): MigrationContext => ({
  ...context,
  movedOn: latestDay(event.occurredOn),
});

export const backToWork = ({ context, event }: Pick<Case, 'context' | 'event'>): MigrationContext =>
  moved({ ...context, submission: null, approvals: [], goingBack: null }, event);

/** Who drafts is remembered over the whole migration. */
export const drafted = (context: MigrationContext, { actor }: Stamp): string[] =>
  actor.kind === 'person' ? [...new Set([...context.drafters, actor.account])] : context.drafters;

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

function leavePhase(
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

/** A gate is passed: its phase is left on that day, and the next one entered. */
export function moveOn(
  { definition, context, here }: Pick<Case, 'definition' | 'context' | 'here'>,
  passed: MigrationContext['passed'][string],
): MigrationContext {
  const left = leavePhase(definition, context, here.id, passed);
  const next = phaseAfter(definition, here.id);
  const entered = next ? enterPhase(definition, left, next.id, passed.on) : left;
  return { ...entered, movedOn: latestDay(passed.on) };
}
