// What a submission says of national steps.
import type { StepStatus } from '../../definition/definition.ts';
import type { Case } from '../act.ts';

export interface Claims {
  statuses?: Record<string, StepStatus> | undefined;
}

/** The steps that a submission says are done, as a case of their own. */
export const claimed = <Fact>(given: Case<Fact>, statuses: Record<string, StepStatus>) => ({
  ...given,
  fact: { statuses },
});
