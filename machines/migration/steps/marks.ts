// The status of national steps in every business of a system.
import type { StepStatus } from '../../definition/definition.ts';
import type { MigrationContext } from '../state.ts';

/** Gives `ids` a status wherever what stands there now may become it. */
export function markSteps(
  steps: MigrationContext['steps'],
  ids: readonly string[],
  status: StepStatus,
  from: (before: StepStatus) => boolean = () => true,
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
