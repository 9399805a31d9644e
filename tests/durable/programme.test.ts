// A programme and its migrations: the clock moves for all of them or is not acknowledged, what falls due on the way has
// its own time, and milestones reach those who depend on them.
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from '@temporalio/worker';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { createActivities } from '../../activities/index.ts';
import type { MigrationDefinition } from '../../machines/definition/definition.ts';
import { deciding } from '../../machines/definition/parts.ts';
import type { ProgrammeDefinition } from '../../machines/programme/definition.ts';
import type { ProgrammeSubmission } from '../../machines/programme/event.ts';
import { createDoor } from '../../server/door/door.ts';
import { createKeyring, givenKeys } from '../../server/keys/keyring.ts';
import { type Clock, rehearsalClock } from '../../workflows/clock.ts';
import {
  clockUpdate,
  migrationWorkflowId,
  nudgeSignal,
  type ProgrammeSubmit,
  programmeSnapshotQuery,
  programmeSubmitUpdate,
} from '../../workflows/messages.ts';
import { deadline, definition, person } from '../builders/migration.ts';
import { signed, signer } from '../builders/signing.ts';
import { startProcess } from './fault-process.ts';
import { approve, chair, group, member, stepsDone, submitPhase, withEvidence } from './people.ts';
import {
  bodiesOf,
  createRig,
  definitionsOf,
  freshCode,
  type Rig,
  refusalOf,
  standingOf,
  startMigration,
  startProgramme,
  startWorker,
  submitKnowing,
  submitTo,
} from './rig.ts';

const startAt = '2023-11-16T09:00:00+09:00';
const office = person('office', 'dx-office');

let rig: Rig;
beforeAll(async () => {
  rig = await createRig();
});
afterEach(async () => {
  for (const stop of rig.working) await stop();
});
afterAll(() => rig.close());

const programmeOf = (code: string, systems: string[]): ProgrammeDefinition => ({
  version: 1,
  code,
  name: { ja: '世田谷区', en: 'Setagaya' },
  rehearsal: true,
  startAt,
  waves: [{ id: 'wave-1', label: { ja: '第1期', en: 'Wave 1' } }],
  businesses: [],
  bodies: [{ id: 'dx-office', label: { ja: 'DX推進担当部', en: 'DX office' }, members: 3 }],
  control: ['dx-office'],
  systems,
});

function migrationOf(code: string, id: string, over: Partial<MigrationDefinition> = {}): MigrationDefinition {
  const base = definition({ deadlines: [], ...over });
  return { ...base, programme: { ...base.programme, code }, system: { ...base.system, id } };
}

function slowToTellMoves({ ledger, client }: Rig) {
  const activities = createActivities({ ledger, client });
  const clockMoves: typeof activities.clockMoves = async (...given) => {
    await sleep(500);
    return activities.clockMoves(...given);
  };
  return { ...activities, clockMoves };
}

let requests = 0;
function sent(fact: ProgrammeSubmission['fact'], requestId?: string): ProgrammeSubmission {
  requests += 1;
  return { fact, actor: office, occurredOn: '2023-11-16', requestId: requestId ?? `programme/${requests}` };
}
const moveTo = (to: string, requestId?: string) => sent({ type: 'clock.moved', to }, requestId);

const newClock = (): Clock => rehearsalClock(Date.parse(startAt), Date.now());

type Programme = Awaited<ReturnType<typeof startProgramme>>;
const submitToProgramme = (programme: Programme, ...submissions: ProgrammeSubmission[]) =>
  programme.executeUpdate(programmeSubmitUpdate, {
    // Whether a workflow takes it is what tests ask.
    args: [
      {
        submissions: submissions.map((one) => signed(programme.workflowId.replace('programme/', ''), one)),
      } as ProgrammeSubmit,
    ],
  });

function door() {
  const care = { revive: async () => false, unanswered: () => undefined };
  const keyring = createKeyring(givenKeys(signer), rig.ledger);
  return createDoor({ ledger: rig.ledger, temporal: rig.client, keyring, care });
}

/** One that had not begun when the clock moved finds the move by itself, and nothing is left to be fired by it. */
const untilBegun = (migration: Awaited<ReturnType<typeof startMigration>>) =>
  vi.waitFor(
    async () => {
      await standingOf(migration);
      expect((await migration.describe()).raw.pendingActivities ?? []).toEqual([]);
    },
    { timeout: 60_000, interval: 50 },
  );

const due = deadline('fit-gap-end', {
  rule: { kind: 'fixed', on: '2024-01-31' },
  reminders: [-30, -7, 0, 7],
  metBy: { phase: 'fit-gap', edge: 'left' },
});

describe('moving a rehearsal’s clock', () => {
  it('fires what falls due on the way in every migration, each at its own time, before it is acknowledged', async () => {
    await startWorker(rig);
    const code = freshCode();
    const programme = await startProgramme(rig, programmeOf(code, ['juki', 'zei', 'later']), newClock());
    const clock = newClock();
    const migrations = await Promise.all(
      ['juki', 'zei'].map((id) =>
        startMigration(rig, migrationOf(code, id, { deadlines: [due] }), { clock }),
      ),
    );
    await Promise.all(migrations.map(untilBegun));
    const first = await submitToProgramme(programme, moveTo('2024-01-26T12:00:00+09:00', 'first'));
    expect(first).toMatchObject({ version: 2, fired: 4, repeated: false });
    const second = await submitToProgramme(programme, moveTo('2024-03-01T12:00:00+09:00'));
    expect(second).toMatchObject({ version: 3, fired: 6 });
    for (const id of ['juki', 'zei']) {
      const bodies = await bodiesOf(rig, `${code}/${id}`);
      expect(bodies.map(({ fact, recordedAt }) => [fact.point, recordedAt])).toEqual([
        [-30, '2024-01-01T09:00:00+09:00'],
        [-7, '2024-01-24T09:00:00+09:00'],
        [0, '2024-01-31T09:00:00+09:00'],
        ['due', '2024-01-31T17:15:00+09:00'],
        [7, '2024-02-07T09:00:00+09:00'],
      ]);
      expect(bodies.every(({ wallAt }) => Math.abs(Date.parse(wallAt) - Date.now()) < 3_600_000)).toBe(true);
    }
    for (const migration of migrations) {
      expect(Date.parse((await standingOf(migration)).now)).toBeGreaterThanOrEqual(
        Date.parse('2024-03-01T12:00:00+09:00'),
      );
    }
    expect(await submitToProgramme(programme, moveTo('2024-01-26T12:00:00+09:00', 'first'))).toMatchObject({
      repeated: true,
      version: 2,
    });
    expect(await refusalOf(submitToProgramme(programme, moveTo('2024-02-01T00:00:00+09:00')))).toEqual([
      'clock.notForward',
    ]);
    // The system named `later` was never begun: that, and nothing else, is what the record lacks.
    const { wrong, entries } = await rig.ledger.verify({ programme: code, decide: true });
    expect(wrong.map(({ chain }) => chain)).toEqual([`${code}/later`]);
    expect(entries).toBe(13);
  });

  it('asked for again while others are told, is acknowledged once all have heard, and not before', async () => {
    let release: () => void = () => undefined;
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    const activities = createActivities(rig);
    const tellClock: typeof activities.tellClock = async (round) => {
      await released;
      return activities.tellClock(round);
    };
    await startWorker(rig, { activities: { ...activities, tellClock } });
    const code = freshCode();
    const programme = programmeOf(code, ['juki']);
    await startProgramme(rig, programme, newClock());
    const migration = await startMigration(rig, migrationOf(code, 'juki', { deadlines: [due] }), {
      clock: newClock(),
    });
    const move = moveTo('2024-01-26T12:00:00+09:00');
    const first = door().submitToProgramme(code, move);
    await vi.waitFor(async () => expect(await bodiesOf(rig, code)).toHaveLength(2), { timeout: 60_000 });
    const again = door().submitToProgramme(code, move);
    const revision = async () => (await standingOf(migration)).clock.revision;
    const knownThen = again.then(revision);
    await sleep(500);
    release();
    await vi.waitFor(async () => expect(await revision()).toBe(2), { timeout: 60_000 });
    expect(await again).toMatchObject({ status: 'recorded', recorded: { seq: 2 } });
    expect(await knownThen).toBe(2);
    expect(await first).toMatchObject({ status: 'recorded', recorded: { seq: 2 } });
    const onAnotherDay = { ...move, occurredOn: '2024-01-26' };
    expect(await door().submitToProgramme(code, onAnotherDay)).toMatchObject({
      recorded: { seq: 2 },
    });
    const another = { ...move, actor: { ...move.actor, account: 'another' } };
    expect(await door().submitToProgramme(code, another)).toEqual({ status: 'reused' });
  });

  it('told twice changes nothing the second time', async () => {
    await startWorker(rig);
    const code = freshCode();
    const clock = newClock();
    const programme = await startProgramme(rig, programmeOf(code, ['elsewhere']), clock);
    const migration = await startMigration(rig, migrationOf(code, 'juki', { deadlines: [due] }), { clock });
    await submitToProgramme(programme, moveTo('2024-01-26T12:00:00+09:00'));
    const tell = () => migration.executeUpdate(clockUpdate, { args: [{ revision: 2 }] });
    expect(await tell()).toEqual({ fired: 2 });
    expect(await refusalOf(tell())).toEqual(['Known']);
    expect(await bodiesOf(rig, `${code}/juki`)).toHaveLength(2);
  });

  it('told while an act is recorded, is decided in the same order when the run is replayed', async () => {
    const stop = await startWorker(rig);
    const code = freshCode();
    const clock = newClock();
    const programme = await startProgramme(rig, programmeOf(code, ['elsewhere']), clock);
    const migration = await startMigration(rig, migrationOf(code, 'juki', { deadlines: [due] }), { clock });
    // Nothing is due on the way: the move changes the timer at once.
    await submitToProgramme(programme, moveTo('2023-11-20T12:00:00+09:00'));
    await standingOf(migration);
    await stop();
    // Both wait for a worker, so that one task takes them; the answers to what they ask come one by one.
    const act = submitTo(migration, stepsDone({ requestId: 'while-told' }));
    const told = migration.executeUpdate(clockUpdate, { args: [{ revision: 2 }] });
    await sleep(300);
    await startWorker(rig, { activities: slowToTellMoves(rig) });
    expect(await act).toMatchObject({ repeated: false });
    expect(await told).toEqual({ fired: 0 });
    const history = await migration.fetchHistory();
    const workflowBundle = { codePath: inject('workflowBundlePath') };
    await expect(
      Worker.runReplayHistory(
        { workflowBundle, dataConverter: definitionsOf(rig) },
        history,
        migration.workflowId,
      ),
    ).resolves.toBeUndefined();
  });

  it('said otherwise than the record has it, counts for nothing: the migration goes by the record', async () => {
    await startWorker(rig);
    const code = freshCode();
    const clock = newClock();
    const programme = await startProgramme(rig, programmeOf(code, ['elsewhere']), clock);
    const migration = await startMigration(rig, migrationOf(code, 'juki', { deadlines: [due] }), { clock });
    await untilBegun(migration);
    const tell = (said: { body: string; hash: string; effects: string }) =>
      migration.executeUpdate(clockUpdate, { args: [{ revision: 2, said: { after: 0, entry: said } }] });
    const at = async () => {
      const { clock: known, seq } = await standingOf(migration);
      return [known.revision, known.programmeMs, seq];
    };
    const [first] = await rig.ledger.entries(code, 0, 1);
    if (!first) throw new Error('the programme has begun');
    const madeUp = (to: string) => {
      const body = { ...JSON.parse(first.body), seq: 2, prev: first.hash, fact: { type: 'clock.moved', to } };
      return { body: JSON.stringify(body), hash: 'a'.repeat(64), effects: '[]' };
    };
    const before = await at();
    // With nothing due by then, and with something.
    for (const to of ['2023-11-20T12:00:00+09:00', '2024-01-26T12:00:00+09:00']) {
      expect(await tell(madeUp(to))).toEqual({ fired: 0 });
      expect(await at()).toEqual(before);
    }
    await submitToProgramme(programme, moveTo('2024-01-26T12:00:00+09:00'));
    const [, move] = await rig.ledger.entries(code, 0, 2);
    if (!move) throw new Error('the clock was moved');
    const { body, hash, effects } = move;
    expect(await tell({ hash, effects, body: madeUp('2024-03-01T12:00:00+09:00').body })).toEqual({
      fired: 2,
    });
    const moved = [2, Date.parse('2024-01-26T12:00:00+09:00'), 2];
    expect(await at()).toEqual(moved);
    expect(await refusalOf(tell({ body, hash, effects }))).toEqual(['Known']);
    expect(await at()).toEqual(moved);
    const workflowBundle = { codePath: inject('workflowBundlePath') };
    await expect(
      Worker.runReplayHistory(
        { workflowBundle, dataConverter: definitionsOf(rig) },
        await migration.fetchHistory(),
        migration.workflowId,
      ),
    ).resolves.toBeUndefined();
  });

  it('reaches a migration that starts afterwards with an outdated clock', async () => {
    await startWorker(rig);
    const code = freshCode();
    const clock = newClock();
    const programme = await startProgramme(rig, programmeOf(code, ['juki']), clock);
    await submitToProgramme(programme, moveTo('2024-01-26T12:00:00+09:00'));
    const migration = await startMigration(rig, migrationOf(code, 'juki'), { clock });
    const answer = await submitTo(migration, stepsDone({ occurredOn: '2024-01-26' }));
    expect(answer.entries[0]?.recordedAt.slice(0, 10)).toBe('2024-01-26');
  });

  it('is carried through by the next worker when the first died between its record and telling anyone', async () => {
    const code = freshCode();
    const clock = newClock();
    const programme = await startProgramme(rig, programmeOf(code, ['juki']), clock);
    const dying = await startProcess(rig, { at: 'afterCommit', nth: 1 });
    const migration = await startMigration(rig, migrationOf(code, 'juki', { deadlines: [due] }), { clock });
    const move = moveTo('2024-01-26T12:00:00+09:00');
    const gone = submitToProgramme(programme, move).catch(() => undefined);
    await once(dying, 'exit');
    expect(await bodiesOf(rig, code)).toHaveLength(2);
    expect(await bodiesOf(rig, `${code}/juki`)).toEqual([]);
    await startWorker(rig);
    await programme.signal(nudgeSignal);
    await vi.waitFor(async () => expect((await standingOf(migration)).seq).toBe(2), { timeout: 120_000 });
    const bodies = await bodiesOf(rig, `${code}/juki`);
    expect(bodies.map(({ recordedAt }) => recordedAt.slice(0, 10))).toEqual(['2024-01-01', '2024-01-24']);
    await gone;
    expect(await bodiesOf(rig, code)).toHaveLength(2);
  }, 360_000);

  it.each(['beforeCommit', 'afterCommit'] as const)(
    'killed while a migration records what fell due on the way (%s), the worker leaves the next one nothing to lose or to double',
    async (at) => {
      const code = freshCode();
      const clock = newClock();
      const programme = await startProgramme(rig, programmeOf(code, ['juki']), clock);
      const migration = await startMigration(rig, migrationOf(code, 'juki', { deadlines: [due] }), {
        clock,
        taskTimeout: '10 seconds',
      });
      // The first append is the programme's own.
      const dying = await startProcess(rig, { at, nth: 2 });
      const move = moveTo('2024-01-26T12:00:00+09:00');
      const gone = submitToProgramme(programme, move).catch(() => undefined);
      await once(dying, 'exit');
      expect(await bodiesOf(rig, `${code}/juki`)).toHaveLength(at === 'afterCommit' ? 2 : 0);
      await startWorker(rig);
      expect(await submitToProgramme(programme, move)).toMatchObject({ version: 2, repeated: true });
      const bodies = await bodiesOf(rig, `${code}/juki`);
      expect(bodies.map(({ recordedAt }) => recordedAt.slice(0, 10))).toEqual(['2024-01-01', '2024-01-24']);
      expect(await standingOf(migration)).toMatchObject({ seq: 2, clock: { revision: 2 } });
      await gone;
    },
    240_000,
  );

  it('is known to a programme started anew from nothing, and its time does not start again', async () => {
    await startWorker(rig);
    const code = freshCode();
    const clock = newClock();
    const programme = await startProgramme(rig, programmeOf(code, ['juki']), clock);
    const met = { type: 'meetings.recorded', body: 'dx-office', fiscalYear: 2023, count: 4 } as const;
    await submitToProgramme(programme, sent(met));
    const move = moveTo('2024-01-26T12:00:00+09:00');
    await submitToProgramme(programme, move);
    await programme.terminate('lost');
    const again = await startProgramme(rig, programmeOf(code, ['juki']), clock);
    expect(await submitToProgramme(again, move)).toMatchObject({ repeated: true, version: 3 });
    const { now, snapshot } = await again.query(programmeSnapshotQuery);
    expect(now.slice(0, 10)).toBe('2024-01-26');
    expect(snapshot.context.meetings).toEqual({ 'dx-office/2023': { count: 4, on: '2023-11-16' } });
  });
});

describe('a milestone', () => {
  const announcing = (code: string, dependents: string[]) => {
    const base = migrationOf(code, 'renkei', { dependents });
    const phases = base.path.phases.map((phase) =>
      phase.id === 'fit-gap' ? { ...phase, announces: 'integration-test-1' } : phase,
    );
    return { ...base, path: { ...base.path, phases } };
  };

  it('reaches its dependents, also those that were down or not started when it was reached', async () => {
    const stopFirst = await startWorker(rig);
    const code = freshCode();
    const clock = newClock();
    const sender = await startMigration(rig, announcing(code, ['juki', 'zei']), { clock });
    const juki = await startMigration(rig, migrationOf(code, 'juki'), { clock });
    await submitTo(sender, submitPhase('fit-gap'), approve('fit-gap'));
    await stopFirst();
    await startWorker(rig);
    const zei = await startMigration(rig, migrationOf(code, 'zei'), { clock });
    for (const dependent of [juki, zei]) {
      await vi.waitFor(
        async () =>
          expect((await standingOf(dependent)).snapshot.context.milestones).toEqual({
            'renkei/integration-test-1': '2023-11-16',
          }),
        { timeout: 135_000, interval: 200 },
      );
    }
    await submitTo(
      juki,
      submitPhase('fit-gap'),
      approve('fit-gap'),
      withEvidence(),
      approve('development', group),
    );
    await submitTo(juki, approve('development', chair), approve('development', member));
    expect((await standingOf(juki)).snapshot.value.path).toEqual({ 'go-live': 'working' });
  });

  it('told again by a sender that was started anew is one entry', async () => {
    await startWorker(rig);
    const code = freshCode();
    const clock = newClock();
    const sending = announcing(code, ['juki']);
    const juki = await startMigration(rig, migrationOf(code, 'juki'), { clock });
    const sender = await startMigration(rig, sending, { clock });
    await submitTo(sender, submitPhase('fit-gap'), approve('fit-gap'));
    const arrived = () =>
      vi.waitFor(async () => expect((await standingOf(juki)).seq).toBe(1), { timeout: 60_000 });
    await arrived();
    await sender.terminate('lost');
    const again = await startMigration(rig, sending, { clock });
    expect(await submitTo(again, stepsDone())).toMatchObject({ version: 3 });
    const told = async () =>
      ((await juki.fetchHistory()).events ?? []).filter(
        (event) => event.workflowExecutionSignaledEventAttributes,
      );
    await vi.waitFor(async () => expect(await told()).toHaveLength(2), { timeout: 60_000 });
    expect(await submitTo(juki, stepsDone())).toMatchObject({ version: 2 });
  });

  it('from a day that has not come here yet waits for the clock', async () => {
    await startWorker(rig);
    const code = freshCode();
    const clock = newClock();
    const programme = await startProgramme(rig, programmeOf(code, ['elsewhere']), clock);
    const juki = await startMigration(rig, migrationOf(code, 'juki'), { clock });
    await standingOf(juki);
    await submitToProgramme(programme, moveTo('2024-01-26T12:00:00+09:00'));
    const sender = await startMigration(rig, announcing(code, ['juki']), { clock });
    const later = { occurredOn: '2024-01-20' };
    await submitTo(sender, submitPhase('fit-gap', later), approve('fit-gap', group, later));
    const told = async () =>
      ((await juki.fetchHistory()).events ?? []).filter(
        (event) => event.workflowExecutionSignaledEventAttributes,
      );
    await vi.waitFor(async () => expect(await told()).toHaveLength(1), { timeout: 60_000 });
    expect(await submitTo(juki, stepsDone())).toMatchObject({ version: 1 });
    await juki.executeUpdate(clockUpdate, { args: [{ revision: 2 }] });
    await vi.waitFor(async () => expect((await standingOf(juki)).seq).toBe(2), { timeout: 60_000 });
  });
});

describe('a day that came by a move of the clock', () => {
  it('is no future day for a run that has heard neither of the move nor of the last entry', async () => {
    await startWorker(rig);
    const code = freshCode();
    const clock = newClock();
    const programme = await startProgramme(rig, programmeOf(code, ['elsewhere']), clock);
    const town = migrationOf(code, 'juki');
    const behind = await startMigration(rig, town, { clock });
    await standingOf(behind);
    const twin = await rig.client.workflow.start('migrationWorkflow', {
      taskQueue: rig.taskQueue,
      workflowId: `${migrationWorkflowId(code, 'juki')}/twin`,
      args: [{ begin: { on: '2023-11-16', at: startAt }, clock, decidedBy: deciding(town).digest }, town],
    });
    await submitTo(twin, submitPhase('fit-gap'));
    await submitToProgramme(programme, moveTo('2024-01-26T12:00:00+09:00'));
    const later = { occurredOn: '2024-01-20' };
    expect(await submitKnowing(rig, town, approve('fit-gap', group, later))).toMatchObject({ version: 2 });
    const tomorrow = { occurredOn: '2024-01-27' };
    expect(await refusalOf(submitKnowing(rig, town, stepsDone(tomorrow)))).toEqual(['date.future']);
  });
});

describe('a nudge', () => {
  it('makes a workflow follow what was recorded without it', async () => {
    await startWorker(rig);
    const code = freshCode();
    const town = migrationOf(code, 'juki');
    const behind = await startMigration(rig, town);
    await submitTo(behind, submitPhase('fit-gap'));
    // A second workflow of the same chain stands for the commit of a worker that was lost afterwards.
    const twin = await rig.client.workflow.start('migrationWorkflow', {
      taskQueue: rig.taskQueue,
      workflowId: `${migrationWorkflowId(code, 'juki')}/twin`,
      args: [
        { begin: { on: '2023-11-16', at: startAt }, clock: newClock(), decidedBy: deciding(town).digest },
        town,
      ],
    });
    await submitTo(twin, approve('fit-gap'));
    await behind.signal(nudgeSignal);
    await vi.waitFor(async () => expect((await standingOf(behind)).seq).toBe(2), { timeout: 60_000 });
    await submitTo(twin, stepsDone());
    expect(await submitTo(behind, stepsDone())).toMatchObject({ version: 4 });
    expect(await rig.ledger.verify({ programme: code, decide: true })).toMatchObject({
      ok: true,
      entries: 5,
    });
  });
});
