// The driver with a machine of another trade: an `after` of 60 days fires once, on time, and never at once; a left
// state's timer is gone; what is stored and restored in the middle of a delay keeps its instant.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createActivities } from '../../activities/index.ts';
import { xstateDriven } from '../../machines/play/xstate-driven.ts';
import { workflowCode } from '../../setup/build.mjs';
import { eggQuery, eggTimer, type eggTimerWorkflow, eggUpdate } from './egg-timer.ts';
import { bodiesOf, refusalOf, startWorker } from './rig.ts';
import { createSkippingRig, type SkippingRig } from './time-skipping.ts';
import { unguarded } from './unguarded.ts';

const DAY_MS = 86_400_000;
const BEGIN = Date.parse('2026-11-24T00:00:00+09:00');

describe('a delayed transition as data', () => {
  const driven = xstateDriven(eggTimer);

  it('has its instant beside the snapshot, also after being stored in the middle of the delay', () => {
    const { snapshot } = driven.start({ atMs: BEGIN });
    const restored = JSON.parse(JSON.stringify(snapshot)) as typeof snapshot;
    expect(driven.nextWake(restored)).toBe(BEGIN + 60 * DAY_MS);
  });

  it('is refused before its instant and taken at it, with the effect of its action', () => {
    const { snapshot } = driven.start({ atMs: BEGIN });
    const wake = driven.wakeEvent(snapshot);
    if (!wake) throw new Error('nothing to wake for');
    expect(driven.accepts(snapshot, wake, BEGIN + 60 * DAY_MS - 1)).toEqual([
      { code: 'timer.notDue', type: wake.event.type },
    ]);
    const done = driven.take(snapshot, wake, BEGIN + 60 * DAY_MS);
    expect(done.snapshot.machine.value).toBe('done');
    expect(done.effects).toEqual([{ type: 'ring', params: null }]);
    expect(driven.nextWake(done.snapshot)).toBeNull();
  });

  it('is gone when its state is left, and counts anew when it is entered again', () => {
    const { snapshot } = driven.start({ atMs: BEGIN });
    const lifted = driven.take(snapshot, { event: { type: 'lifted' } }, BEGIN + 10 * DAY_MS).snapshot;
    expect(driven.nextWake(lifted)).toBeNull();
    const lowered = driven.take(lifted, { event: { type: 'lowered' } }, BEGIN + 20 * DAY_MS).snapshot;
    expect(driven.nextWake(lowered)).toBe(BEGIN + 80 * DAY_MS);
  });
});

/** Of a kind from which the record takes what nobody has signed. */
const cook = { kind: 'migration', account: 'cook', name: 'cook', post: 'cook' };
const eggEvent = (type: string) => ({
  requestId: type,
  fact: { type },
  actor: cook,
  occurredOn: '2026-11-24',
});

describe('a machine of another trade in a workflow', () => {
  let rig: SkippingRig;
  let workflowBundle: { code: string };
  let stop: () => Promise<void>;
  beforeAll(async () => {
    rig = await createSkippingRig();
    const code = await workflowCode('tests/durable/egg-timer.ts', 'dist/tests/durable/egg-timer.js');
    workflowBundle = { code };
    const activities = { ...createActivities({ ...rig, ledger: unguarded(rig) }) };
    stop = await startWorker(rig, { workflowBundle, maxCachedWorkflows: 0, activities });
  });
  afterAll(async () => {
    await stop();
    await rig.close();
  });

  it('refuses an event that breaks it, with the reason, and goes on; two timers of one instant are two entries', async () => {
    const handle = await rig.client.workflow.start<typeof eggTimerWorkflow>('eggTimerWorkflow', {
      workflowId: 'pair',
      taskQueue: rig.taskQueue,
      args: ['pot/pair', 'pair'],
    });
    const send = (type: string) => handle.executeUpdate(eggUpdate, { args: [eggEvent(type)] });
    expect(await refusalOf(send('poked'))).toEqual(['machine.failed']);
    expect(await refusalOf(send('dropped'))).toEqual(['machine.failed']);
    expect(await send('stirred')).toMatchObject({ version: 1 });
    await rig.sleep('2 days');
    await handle.result();
    const bodies = await bodiesOf(rig, 'pot/pair');
    expect(bodies.map(({ requestId }) => requestId)).toEqual(['stirred', 'wake/1', 'wake/2']);
    const [, first, second] = bodies;
    expect(first?.recordedAt).toBe(second?.recordedAt);
  });

  it('fires once, sixty days after its state was last entered', async () => {
    const { workflow } = rig.client;
    const handle = await workflow.start<typeof eggTimerWorkflow>('eggTimerWorkflow', {
      workflowId: 'egg',
      taskQueue: rig.taskQueue,
      args: ['pot/egg'],
    });
    const send = (type: string) => handle.executeUpdate(eggUpdate, { args: [eggEvent(type)] });
    await rig.sleep('30 days');
    expect((await handle.query(eggQuery)).machine.value).toBe('boiling');
    await send('lifted');
    await send('lowered');
    const enteredMs = await rig.now();
    await rig.sleep('59 days');
    expect((await handle.query(eggQuery)).machine.value).toBe('boiling');
    await rig.sleep('2 days');
    await handle.result();
    const bodies = await bodiesOf(rig, 'pot/egg');
    expect(bodies.map(({ fact }) => fact.type)).toEqual([
      'lifted',
      'lowered',
      `xstate.after.${60 * DAY_MS}.egg.boiling`,
    ]);
    const late = Date.parse(bodies[2]?.recordedAt ?? '') - (enteredMs + 60 * DAY_MS);
    expect(late).toBeGreaterThanOrEqual(-60_000);
    expect(late).toBeLessThan(60_000);
  });
});
