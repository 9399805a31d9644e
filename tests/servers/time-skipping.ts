// A Temporal that skips time, for one test file. The SDK gives a start five seconds and no more, so a start on a busy
// machine is tried again.
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { inject } from 'vitest';
import './quiet-runtime.ts';

const withinMs = 180_000;

/** Call `teardown()` in `afterAll`. */
export async function startTimeSkipping(): Promise<TestWorkflowEnvironment> {
  const path = inject('timeSkippingServerPath');
  const options = { server: { executable: { type: 'existing-path', path } } } as const;
  for (const until = Date.now() + withinMs; ; ) {
    try {
      return await TestWorkflowEnvironment.createTimeSkipping(options);
    } catch (error) {
      if (Date.now() > until) throw error;
    }
  }
}
