// Where a run is, as it is told: the last entry it knows, its clock, and what it decides on.
import type { ApplicationFailure } from '@temporalio/workflow';
import { canonical, digest } from '../machines/record/entry.ts';
import type { Clock } from './clock.ts';
import type { DriverState } from './driver/driver-state.ts';
import { atPresent } from './driver/refused.ts';
import type { Whereabouts } from './messages.ts';

interface Running {
  state: DriverState<unknown>;
  followed: boolean;
}

export function whereaboutsOf(
  { state, followed }: Running,
  clock: Clock,
  decidedBy: string,
): ApplicationFailure {
  const { seq, head, snapshot } = state;
  const stateHash = digest(canonical(snapshot));
  const whereabouts: Whereabouts = { seq, head, clock, followed, stateHash, decidedBy };
  return atPresent(whereabouts);
}
