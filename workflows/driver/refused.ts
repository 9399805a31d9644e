// What a driver says no with.
import { ApplicationFailure } from '@temporalio/workflow';
import { failureTypes } from '../messages.ts';

/** The expected no: a value for the caller, never retried. */
export function refused<Refusal extends { code: string }>(refusals: readonly Refusal[]): ApplicationFailure {
  const message = refusals.map(({ code }) => code).join(', ');
  const type = failureTypes.refused;
  return ApplicationFailure.create({ type, message, nonRetryable: true, details: [refusals] });
}
