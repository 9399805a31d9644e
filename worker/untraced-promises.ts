// Loaded before a worker's program, into each of its threads. The SDK keeps a stack trace for every promise of a workflow, for the
// query that shows where a run stands (`__stack_trace`): a quarter of what a workflow thread does, and most of what a waiting run holds.
// Ours say where they stand by themselves. Where Node gives it no hook, the SDK goes on without those traces; errors keep theirs.
import v8 from 'node:v8';
import { isMainThread } from 'node:worker_threads';

if (!isMainThread) {
  v8.promiseHooks.createHook = () => {
    throw new Error('no hook on promises in a thread of workflows (docs/decisions/060)');
  };
}
