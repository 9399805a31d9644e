// What a driver says no with.
import { ApplicationFailure } from '@temporalio/workflow';
import { failureTypes, type Whereabouts } from '../messages.ts';

/** The expected no: a value for the caller, never retried. */
export function refused<Refusal extends { code: string }>(refusals: readonly Refusal[]): ApplicationFailure {
  const message = refusals.map(({ code }) => code).join(', ');
  const type = failureTypes.refused;
  return ApplicationFailure.create({ type, message, nonRetryable: true, details: [refusals] });
}

/** Where a run is, told by a validator: it can only refuse. */
export const atPresent = (whereabouts: Whereabouts): ApplicationFailure =>
  ApplicationFailure.create({ type: failureTypes.whereabouts, nonRetryable: true, details: [whereabouts] });
