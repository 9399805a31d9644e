// What a driver says no with.
import { ApplicationFailure } from '@temporalio/workflow';
import { driverFailures } from './replies.ts';

/** The expected no: a value for the caller, never retried. */
export function refused<Refusal extends { code: string }>(refusals: readonly Refusal[]): ApplicationFailure {
  const message = refusals.map(({ code }) => code).join(', ');
  const type = driverFailures.refused;
  return ApplicationFailure.create({ type, message, nonRetryable: true, details: [refusals] });
}

/** Where a run is, told by a validator: it can only refuse. */
export const atPresent = (whereabouts: object): ApplicationFailure =>
  ApplicationFailure.create({ type: driverFailures.whereabouts, nonRetryable: true, details: [whereabouts] });
