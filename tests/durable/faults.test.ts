// What a crash may not do: lose an entry, write one twice, fork a chain, or leave a migration unlike its ledger. The
// worker is a process of its own and dies by SIGKILL: at each point around a commit, and at random moments.
import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { kill, startProcess } from './fault-process.ts';
import type { Fault } from './fault-worker.ts';
import { insist, pause } from './insist.ts';
import { approve, chair, group, returned, stepsDone, submitPhase } from './people.ts';
import { chainOfTown, createRig, type Rig, refusalOf, startMigration, submitTo, townOf } from './rig.ts';
import { expectWhole } from './whole.ts';

/** Each of the killed holds its task for as long. */
const taskTimeout = '10 seconds';

let rig: Rig;
beforeEach(async () => {
  rig = await createRig();
});
afterEach(async () => {
  await rig.close();
});

describe('a worker killed around a commit', () => {
  it.each<Fault['at']>(['beforeCommit', 'afterCommit', 'afterAnswer'])(
    '(%s) records the event once, for a caller that asks again and for one that is gone',
    async (at) => {
      const town = townOf();
      const handle = await startMigration(rig, town, { taskTimeout });
      const dying = await startProcess(rig, { at, nth: 1 });
      const submission = submitPhase('fit-gap');
      const gone = submitTo(handle, submission).catch(() => undefined);
      await once(dying, 'exit');
      expect(dying.signalCode).toBe('SIGKILL');
      await startProcess(rig);
      const answer = await insist(handle, submission);
      expect(answer).toMatchObject({ version: 1, entries: [{ seq: 1, requestId: submission.requestId }] });
      await gone;
      await submitTo(handle, approve('fit-gap', group, { requestId: `after/${at}` }));
      await expectWhole(rig, handle, town, [submission.requestId, `after/${at}`]);
    },
    360_000,
  );

  it('between racing updates takes each of them once or refuses it', async () => {
    const town = townOf();
    const handle = await startMigration(rig, town, { taskTimeout });
    const dying = await startProcess(rig, { at: 'afterCommit', nth: 2 });
    await submitTo(handle, submitPhase('fit-gap', { requestId: 'race/0' }));
    const racing = [
      approve('fit-gap', group, { requestId: 'race/1' }),
      returned('fit-gap', { requestId: 'race/2' }),
      stepsDone({ requestId: 'race/3' }),
    ];
    const first = racing.map((submission) => submitTo(handle, submission).then(() => [], refusalsIn));
    await once(dying, 'exit');
    await startProcess(rig);
    const answers = await Promise.all(first);
    const taken = racing.filter((_, index) => answers[index]?.length === 0);
    expect(answers.flat().every((code) => code === 'event.notNow' || code === 'phase.notCurrent')).toBe(true);
    expect(taken.map(({ requestId }) => requestId)).toContain('race/3');
    expect(taken).toHaveLength(2);
    await expectWhole(rig, handle, town, ['race/0', ...taken.map(({ requestId }) => requestId)]);
  }, 360_000);
});

describe('a run that is handed the answer to what a lost task of it had appended', () => {
  it('takes what stands, and goes on from there', async () => {
    const town = townOf();
    const handle = await startMigration(rig, town, { taskTimeout });
    await startProcess(rig, { at: 'lostTask', nth: 1 });
    const first = await submitTo(handle, submitPhase('fit-gap', { requestId: 'lost/0' }));
    expect(first).toMatchObject({ version: 1, entries: [{ seq: 1, requestId: 'lost/0' }] });
    const [standing] = await rig.ledger.entries(chainOfTown(town), 0, 1);
    expect(first.entries[0]?.hash).toBe(standing?.hash);
    await submitTo(handle, approve('fit-gap', group, { requestId: 'lost/1' }));
    await expectWhole(rig, handle, town, ['lost/0', 'lost/1']);
  }, 120_000);
});

describe('a run that is handed a page of its ledger that a lost task of it had asked for', () => {
  it('asks again, and goes on from where it stands', async () => {
    const town = townOf();
    const handle = await startMigration(rig, town, { taskTimeout });
    await startProcess(rig, { at: 'lostPages', nth: 3 });
    const acts = [submitPhase('fit-gap', { requestId: 'page/0' }), stepsDone({ requestId: 'page/1' })];
    for (const submission of [...acts, approve('fit-gap', group, { requestId: 'page/2' })])
      await submitTo(handle, submission);
    await expectWhole(rig, handle, town, ['page/0', 'page/1', 'page/2']);
    const { events } = await handle.fetchHistory();
    expect(events?.filter((event) => event.workflowTaskFailedEventAttributes)).toEqual([]);
  }, 120_000);
});

const refusalsIn = (error: unknown) => refusalOf(Promise.reject(error));

describe('a worker killed at random moments of a scripted run', () => {
  it('loses nothing and doubles nothing', async () => {
    const town = townOf();
    const handle = await startMigration(rig, town, { historyLimit: 40, taskTimeout });
    let done = false;
    const killing = (async () => {
      for (let lives = 0; !done && lives < 8; lives += 1) {
        const child = await startProcess(rig);
        await pause(150 + Math.floor(Math.random() * 900));
        if (!done) await kill(child);
      }
      if (!done) await startProcess(rig);
    })();
    const sent: string[] = [];
    for (let round = 0; round < 12; round += 1) {
      const events = [
        submitPhase('fit-gap', { requestId: `run/${round}/submit` }),
        stepsDone({ requestId: `run/${round}/steps` }),
        returned('fit-gap', { requestId: `run/${round}/return` }),
      ];
      for (const event of events) {
        await insist(handle, event);
        sent.push(event.requestId);
      }
    }
    done = true;
    await killing;
    await startProcess(rig);
    await expectWhole(rig, handle, town, sent);
    expect(await refusalOf(submitTo(handle, approve('fit-gap', chair)))).toContain('event.notNow');
  }, 540_000);
});
