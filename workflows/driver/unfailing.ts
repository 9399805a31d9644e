// A workflow here never ends by a failure: what goes wrong outside an update's answer fails its task instead, which
// Temporal shows and tries again until the cause is gone.
import { ContinueAsNew, TemporalFailure } from '@temporalio/workflow';

export async function unfailing<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ContinueAsNew || !(error instanceof TemporalFailure)) throw error;
    throw new Error(`${error.name}: ${error.message}`, { cause: error });
  }
}
