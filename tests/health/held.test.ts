// Workers die with the task of one run again and again: Temporal waits longer each time before it gives it to another. The run is
// started over from the ledger instead.
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { chainOf } from '../../machines/record/entry.ts';
import { createHealth } from '../../server/health/health.ts';
import { workflowIdOf } from '../../server/health/workflow-id.ts';
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

it('a run whose task is held by workers that died with it is started over, and no act is lost', async () => {
  const chain = chainOf(town.code, 'juki');
  const handle = town.rig.client.workflow.getHandle(workflowIdOf(chain));
  const before = await handle.query(snapshotQuery);
  const { runId } = await handle.describe();
  const { starter, heldKeys, log, ledger, temporal } = town.parts;
  const { taskQueue } = town.rig;
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
    { timeout: 20_000, interval: 500 },
  );
  expect(await handle.query(snapshotQuery)).toMatchObject({ seq: before.seq, head: before.head });
  expect((await readiness.report()).detail.ill).toEqual([]);
  await stop();
}, 180_000);
