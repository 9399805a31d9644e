// One migration on the real engine: what is acknowledged is recorded, what is refused leaves no trace, and the same
// request is one entry however often it is sent.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canonical } from '../../machines/record/entry.ts';
import { submitUpdate } from '../../workflows/messages.ts';
import { deadline } from '../builders/migration.ts';
import { approve, contracts, group, imported, office, returned, stepsDone, submitPhase } from './people.ts';
import {
  begin,
  bodiesOf,
  chainOfTown,
  createRig,
  importMigration,
  type Rig,
  refusalOf,
  standingOf,
  startMigration,
  startWorker,
  submitKnowing,
  submitTo,
  townOf,
} from './rig.ts';

let rig: Rig;
let stop: () => Promise<void>;
beforeAll(async () => {
  rig = await createRig();
  stop = await startWorker(rig);
});
afterAll(async () => {
  await stop();
  await rig.close();
});

type Handle = Awaited<ReturnType<typeof startMigration>>;

/** Each event of a history by the name of its attributes. */
const eventsOf = async (handle: Handle) =>
  ((await handle.fetchHistory()).events ?? []).map(
    (event) => Object.keys(event).find((key) => key.endsWith('EventAttributes')) ?? '',
  );

describe('an update', () => {
  it('is acknowledged with the entry that stands in the ledger', async () => {
    const town = townOf();
    const handle = await startMigration(rig, town);
    const first = await submitTo(handle, submitPhase('fit-gap'));
    const second = await submitTo(handle, approve('fit-gap'));
    const head = await rig.ledger.head(chainOfTown(town));
    expect(first).toMatchObject({ version: 1, repeated: false, entries: [{ seq: 1 }] });
    expect(second).toMatchObject({ version: 2, entries: [{ seq: 2, hash: head?.hash }] });
    const standing = await standingOf(handle);
    expect(standing).toMatchObject({ seq: 2, head: head?.hash, snapshot: { context: { version: 2 } } });
    expect(canonical(standing.snapshot)).toBe(head?.snapshot);
    expect(await rig.ledger.verify({ programme: town.programme.code, decide: true })).toMatchObject({
      ok: true,
      entries: 3,
      redecided: 3,
    });
  });

  it('that changes nothing visible costs a bare update and one marker', async () => {
    const handle = await startMigration(rig, townOf());
    await submitTo(handle, submitPhase('fit-gap'));
    const before = await eventsOf(handle);
    await submitTo(handle, stepsDone());
    const events = (await eventsOf(handle)).slice(before.length);
    expect(events).toEqual([
      'workflowTaskScheduledEventAttributes',
      'workflowTaskStartedEventAttributes',
      'workflowTaskCompletedEventAttributes',
      'workflowExecutionUpdateAcceptedEventAttributes',
      'markerRecordedEventAttributes',
      'workflowExecutionUpdateCompletedEventAttributes',
    ]);
  });

  it('that is refused costs no history and says why', async () => {
    const town = townOf();
    const handle = await startMigration(rig, town);
    await submitTo(handle, submitPhase('fit-gap'));
    const before = await eventsOf(handle);
    expect(await refusalOf(submitKnowing(rig, town, approve('fit-gap', office)))).toEqual([
      'actor.wrongPost',
    ]);
    expect(await refusalOf(submitKnowing(rig, town, submitPhase('go-live')))).toContain('phase.notCurrent');
    const malformed = { submissions: [{ fact: { type: 'gate.opened' } }] } as never;
    expect(await refusalOf(handle.executeUpdate(submitUpdate, { args: [malformed] }))).toEqual(['Malformed']);
    expect(await eventsOf(handle)).toEqual(before);
    expect(await bodiesOf(rig, chainOfTown(town))).toHaveLength(1);
  });

  it('on an outdated sight is refused as stale', async () => {
    const handle = await startMigration(rig, townOf());
    await submitTo(handle, submitPhase('fit-gap', { seenVersion: 0 }));
    expect(await refusalOf(submitTo(handle, approve('fit-gap', group, { seenVersion: 0 })))).toEqual([
      'version.stale',
    ]);
    expect(await submitTo(handle, approve('fit-gap', group, { seenVersion: 1 }))).toMatchObject({
      version: 2,
    });
  });

  it('of several events is taken whole or not at all', async () => {
    const town = townOf();
    const handle = await startMigration(rig, town);
    const last = approve('fit-gap', office);
    expect(await refusalOf(submitTo(handle, submitPhase('fit-gap'), last))).toEqual(['actor.wrongPost']);
    expect(await bodiesOf(rig, chainOfTown(town))).toEqual([]);
    const answer = await submitTo(handle, submitPhase('fit-gap'), approve('fit-gap'), stepsDone());
    expect(answer.entries.map(({ seq }) => seq)).toEqual([1, 2, 3]);
    expect((await bodiesOf(rig, chainOfTown(town))).map(({ fact }) => fact.type)).toEqual([
      'phase.submitted',
      'gate.approved',
      'steps.recorded',
    ]);
  });
});

describe('racing updates', () => {
  it('are taken one at a time, and what no longer holds at its turn is refused', async () => {
    const town = townOf();
    const handle = await startMigration(rig, town);
    await submitTo(handle, submitPhase('fit-gap'));
    const appends = async () => (await eventsOf(handle)).filter((name) => name.startsWith('marker')).length;
    const before = await appends();
    const racing = await Promise.allSettled([
      submitKnowing(rig, town, approve('fit-gap')),
      submitKnowing(rig, town, returned('fit-gap')),
      submitKnowing(rig, town, approve('fit-gap')),
      submitKnowing(rig, town, returned('fit-gap')),
    ]);
    expect(racing.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await appends()).toBe(before + 1);
    expect(await bodiesOf(rig, chainOfTown(town))).toHaveLength(2);
  });

  it('under one request id are one entry', async () => {
    const town = townOf();
    const handle = await startMigration(rig, town);
    const same = submitPhase('fit-gap');
    const answers = await Promise.all(Array.from({ length: 5 }, () => submitTo(handle, same)));
    expect(new Set(answers.map(({ entries }) => entries[0]?.hash)).size).toBe(1);
    expect(answers.filter(({ repeated }) => !repeated)).toHaveLength(1);
    expect(await bodiesOf(rig, chainOfTown(town))).toHaveLength(1);
  });
});

describe('a request id', () => {
  it('sent again gets the standing entry, also after the run went on as a new one', async () => {
    const town = townOf();
    const handle = await startMigration(rig, town, { historyLimit: 12 });
    const first = submitPhase('fit-gap');
    const recorded = await submitTo(handle, first);
    const runs = new Set([(await handle.describe()).runId]);
    let sent = 1;
    for (; runs.size < 2 && sent < 100; sent += 1) {
      await submitTo(handle, stepsDone());
      runs.add((await handle.describe()).runId);
    }
    expect(runs.size).toBe(2);
    expect(await submitTo(handle, first)).toEqual({ ...recorded, repeated: true });
    expect(await bodiesOf(rig, chainOfTown(town))).toHaveLength(sent);
    expect(await rig.ledger.verify({ programme: town.programme.code, decide: true })).toMatchObject({
      ok: true,
    });
  });

  it('is not taken for another event', async () => {
    const handle = await startMigration(rig, townOf());
    const { requestId } = submitPhase('fit-gap', { requestId: 'one' });
    await submitTo(handle, submitPhase('fit-gap', { requestId }));
    const other = approve('fit-gap', group, { requestId });
    expect(await refusalOf(submitTo(handle, other))).toEqual(['request.repeated']);
    const both = [submitPhase('fit-gap', { requestId }), stepsDone()];
    expect(await refusalOf(submitTo(handle, ...both))).toEqual(['request.repeated']);
  });
});

describe('a migration that begins with a history', () => {
  it('takes it before anything that was due in it', async () => {
    const met = deadline('fit-gap-end', {
      rule: { kind: 'fixed', on: '2023-06-30' },
      metBy: { phase: 'fit-gap', edge: 'left' },
    });
    const town = townOf({ deadlines: [met] });
    const history = [
      imported({ type: 'gate.imported', phase: 'fit-gap', source: 'p. 7' }, { occurredOn: '2023-05' }),
      imported({ type: 'steps.recorded', statuses: { '③-2': 'done' } }, { occurredOn: '2023-06-01' }),
    ];
    const begun = { begin: { ...begin, on: '2023-04' } };
    const answer = await importMigration(rig, town, history, begun);
    expect(answer.entries.map(({ seq }) => seq)).toEqual([1, 2]);
    expect(await importMigration(rig, town, history, begun)).toEqual({ ...answer, repeated: true });
    const bodies = await bodiesOf(rig, chainOfTown(town));
    expect(bodies.map(({ fact }) => fact.type)).toEqual(['gate.imported', 'steps.recorded']);
  });
});

describe('a workflow started anew from nothing', () => {
  it('goes on from what stands in the ledger', async () => {
    const town = townOf();
    const first = await startMigration(rig, town);
    const early = submitPhase('fit-gap');
    const recorded = await submitTo(first, early);
    await submitTo(first, approve('fit-gap'));
    await first.terminate('lost');
    const again = await startMigration(rig, town);
    expect(await submitTo(again, early)).toEqual({ ...recorded, repeated: true });
    expect(await submitTo(again, stepsDone())).toMatchObject({ version: 3 });
    expect(await standingOf(again)).toMatchObject({
      seq: 3,
      snapshot: { value: { path: { development: 'working' } } },
    });
    expect(await rig.ledger.verify({ programme: town.programme.code, decide: true })).toMatchObject({
      ok: true,
      entries: 4,
    });
  });

  it('is not ended by a request to cancel it', async () => {
    const handle = await startMigration(rig, townOf());
    await submitTo(handle, submitPhase('fit-gap'));
    await handle.cancel();
    expect(await submitTo(handle, approve('fit-gap'))).toMatchObject({ version: 2 });
    expect((await handle.describe()).status.name).toBe('RUNNING');
  });
});

describe('Temporal’s own lists', () => {
  it('show where a migration stands, from run to run', async () => {
    const future = deadline('far', {
      rule: { kind: 'fixed', on: '2099-03-31' },
      extendableBy: ['contracts-division'],
    });
    const town = townOf({ deadlines: [future] });
    const handle = await startMigration(rig, town, { historyLimit: 40 });
    for (let n = 0; n < 8; n += 1) await submitTo(handle, stepsDone());
    await submitTo(handle, submitPhase('fit-gap'));
    await submitTo(handle, approve('fit-gap'));
    const extension = {
      type: 'deadline.extended',
      deadline: 'far',
      dueOn: '2099-04-30',
      reason: '議会',
    } as const;
    await submitTo(handle, stepsDone({ fact: extension, actor: contracts }));
    const { searchAttributes } = await handle.describe();
    expect(searchAttributes).toMatchObject({
      SekimoriMunicipality: [town.programme.code],
      SekimoriSystem: ['juki'],
      SekimoriPhase: ['development'],
      SekimoriRegime: ['standard'],
      SekimoriOverdue: [false],
    });
    expect(searchAttributes.SekimoriNextDeadline).toEqual([new Date('2099-04-30T17:15:00+09:00')]);
  });
});
