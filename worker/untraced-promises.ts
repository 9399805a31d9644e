// Loaded before a worker's program, into each of its threads. The SDK keeps a stack trace for every promise of a workflow, for the
// query that shows where a run stands (`__stack_trace`): a quarter of what a workflow thread does, and most of what a waiting run holds.
// Ours say where they stand by themselves. Where Node gives it no hook, the SDK goes on without those traces; errors keep theirs.
import v8 from 'node:v8';
import { isMainThread } from 'node:worker_threads';

if (!isMainThread) {
  // In a place of its own: Node hangs what AsyncLocalStorage carries, the SDK's scopes among it, on the object that it hands out here.
  const createHook = (): never => {
    throw new Error('no hook on promises in a thread of workflows (docs/decisions/060)');
  };
  Object.assign(v8, { promiseHooks: { ...v8.promiseHooks, createHook } });
}
