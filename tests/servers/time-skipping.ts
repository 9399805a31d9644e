// A Temporal that skips time, for one test file. The SDK gives a start five seconds and no more, so a start on a busy
// machine is tried again.
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { inject } from 'vitest';
import './quiet-runtime.ts';

const tries = 4;

/** Call `teardown()` in `afterAll`. */
export async function startTimeSkipping(): Promise<TestWorkflowEnvironment> {
  const path = inject('timeSkippingServerPath');
  const options = { server: { executable: { type: 'existing-path', path } } } as const;
  for (let left = tries; ; left -= 1) {
    try {
      return await TestWorkflowEnvironment.createTimeSkipping(options);
    } catch (error) {
      if (left <= 1) throw error;
    }
  }
}
