// Workers die with the task of one run again and again: Temporal waits longer each time before it gives it to another. The run is
// started over from the ledger instead.
import { Client, Connection, type ConnectionOptions } from '@temporalio/client';
import { afterAll, beforeAll, expect, inject, it, vi } from 'vitest';
import { chainOf } from '../../machines/record/chain.ts';

import { createHealth } from '../../server/health/health.ts';
import { workflowIdOf } from '../../server/health/workflow-id.ts';
import { createStarter } from '../../server/intake/starter.ts';
import { createKeyring } from '../../server/keys/keyring.ts';
import { nudgeSignal, snapshotQuery } from '../../workflows/messages.ts';
import { openTown, startLivingWorker, type Town } from '../server/town.ts';

const HELD_MS = 2_000;
const ATTEMPTS = 3;

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());

/** Takes what is given out on the town's queue and never ends it, until a task is given out so often. */
async function takeAndKeep(times: number): Promise<void> {
  const { client, taskQueue } = town.rig;
  const { namespace } = client.options;
  for (let attempt = 0; attempt < times; ) {
    const poll = { namespace, taskQueue: { name: taskQueue }, identity: 'dies with it' };
    const task = await client.withDeadline(Date.now() + 60_000, () =>
      client.workflowService.pollWorkflowTaskQueue(poll),
    );
    attempt = task.attempt;
  }
}

type Interceptor = NonNullable<ConnectionOptions['interceptors']>[number];

/** A client of our own, and what it asks Temporal. */
async function askingClient() {
  const calls: { method: string; hasLimit: boolean }[] = [];
  const connection = await Connection.connect({
    address: inject('temporalAddress'),
    interceptors: [
      (options, nextCall) => {
        const method = options.method_definition.path.split('/').at(-1) ?? '';
        // Asked by the connection itself, once, when it is made.
        if (method !== 'GetSystemInfo')
          calls.push({ method, hasLimit: Number.isFinite(Number(options.deadline)) });
        // Passed on as it is: whoever asks uses no more of it than its interface.
        return nextCall(options) as ReturnType<Interceptor>;
      },
    ],
  });
  return { temporal: new Client({ connection }), calls, close: () => connection.close() };
}

it('a run whose task is held by workers that died with it is started over, and no act is lost', async () => {
  const chain = chainOf(town.code, 'juki');
  const handle = town.rig.client.workflow.getHandle(workflowIdOf(chain));
  const before = await handle.query(snapshotQuery);
  const { runId } = await handle.describe();
  const { heldKeys, log, ledger } = town.parts;
  const { taskQueue } = town.rig;
  const { temporal, calls, close } = await askingClient();
  const starter = createStarter(temporal, createKeyring(heldKeys, ledger), taskQueue);
  const given = { starter, heldKeys, log, ledger, temporal, taskQueue, dataFolder: null };
  const { watch, readiness } = createHealth({ ...given, heldMs: HELD_MS });
  await town.stopWorker();
  await handle.signal(nudgeSignal);
  await takeAndKeep(ATTEMPTS);
  const stop = await startLivingWorker(town.rig);
  await vi.waitFor(
    async () => {
      await watch.round();
      expect((await handle.describe()).runId).not.toBe(runId);
    },
    { timeout: 90_000, interval: 500 },
  );
  expect(await handle.query(snapshotQuery)).toMatchObject({ seq: before.seq, head: before.head });
  // Those that the worker which lives has yet to read from their beginning answer in a while.
  await vi.waitFor(
    async () => {
      await watch.round();
      expect((await readiness.report()).detail.ill).toEqual([]);
    },
    { timeout: 90_000, interval: 500 },
  );
  await stop();
  await close();
  // Whoever waits for Temporal waits no longer than a limit: a server that gives no answer stops no watch.
  expect(calls.map(({ method }) => method)).toEqual(
    expect.arrayContaining(['TerminateWorkflowExecution', 'StartWorkflowExecution']),
  );
  expect(calls.filter(({ hasLimit }) => !hasLimit)).toEqual([]);
}, 180_000);
