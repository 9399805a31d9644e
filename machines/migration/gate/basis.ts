// What a gate's conditions rest on: who changes it drafts, and under review it is not taken away.
import type { Condition, Phase, StepStatus } from '../../definition/definition.ts';

const conditionsOf = (phase: Phase): readonly Condition[] => phase.gate?.conditions ?? [];

export const closes = (status: StepStatus | undefined): boolean =>
  status === 'done' || status === 'notApplicable';

/** True where a condition of the phase's gate asks for this national step. */
export const isRestedOn = (phase: Phase, step: string): boolean =>
  conditionsOf(phase).some((condition) => condition.kind === 'steps' && condition.steps.includes(step));

/** True where a condition of any of these gates asks for this fact. */
export const factIsAsked = (
  phases: readonly Phase[],
  fact: Extract<Condition, { kind: 'fact' }>['fact'],
): boolean =>
  phases.some((phase) =>
    conditionsOf(phase).some((condition) => condition.kind === 'fact' && condition.fact === fact),
  );

/** True where a hard condition of the phase's gate waits for this milestone of another system. */
export const isAwaitedBy = (phase: Phase, system: string, milestone: string): boolean =>
  conditionsOf(phase).some(
    (condition) =>
      condition.kind === 'milestone' && condition.system === system && condition.milestone === milestone,
  );
