// A workflow of an attacker's own appends by our activities, on our queue: forged entries of every kind of actor are refused
// by the record, and what it tells our workflows moves nothing.
import { fileURLToPath } from 'node:url';
import { WorkflowFailedError } from '@temporalio/client';
import { ActivityFailure, ApplicationFailure } from '@temporalio/common';
import { Worker } from '@temporalio/worker';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nextWake, wakeEvent } from '../../machines/migration/migration.ts';
import type { MigrationSnapshot } from '../../machines/migration/state.ts';
import { chainOf } from '../../machines/record/chain.ts';
import { type EntryBody, seal, type UnsealedBody } from '../../machines/record/entry.ts';
import { migrationWorkflowId } from '../../workflows/messages.ts';
import { deadline } from '../builders/migration.ts';
import { signed, signerOfTests } from '../builders/signing.ts';
import { approve, importer, owner, stepsDone, submitPhase } from '../durable/people.ts';
import {
  bodiesOf,
  chainOfTown,
  createRig,
  type Rig,
  standingOf,
  startMigration,
  startWorker,
  submitTo,
  townOf,
} from '../durable/rig.ts';

const town = townOf({ deadlines: [deadline('go-live-late', { rule: { kind: 'fixed', on: '2099-03-31' } })] });
const chain = chainOfTown(town);
const platform = { ...townOf(), programme: town.programme, system: { ...town.system, id: 'renkei' } };
const rogueQueue = `rogue-${process.pid}-${Date.now()}`;
let rig: Rig;
let migration: Awaited<ReturnType<typeof startMigration>>;
let stopRogue: () => Promise<void>;

beforeAll(async () => {
  rig = await createRig();
  await startWorker(rig);
  migration = await startMigration(rig, town);
  await submitTo(migration, submitPhase('fit-gap'));
  await submitTo(await startMigration(rig, platform), stepsDone());
  const workflowsPath = fileURLToPath(new URL('./rogue-workflow.ts', import.meta.url));
  const worker = await Worker.create({ connection: rig.native, taskQueue: rogueQueue, workflowsPath });
  const running = worker.run();
  stopRogue = async () => {
    worker.shutdown();
    await running;
  };
}, 300_000);
afterAll(async () => {
  await stopRogue();
  await rig.close();
});

let runs = 0;
function rogue(activity: string, ...args: unknown[]): Promise<unknown> {
  runs += 1;
  return rig.client.workflow.execute('rogueWorkflow', {
    taskQueue: rogueQueue,
    workflowId: `${rogueQueue}/${runs}`,
    args: [rig.taskQueue, activity, args],
  });
}

/** The record's code, and why where it says so. */
async function refusedWith(work: Promise<unknown>): Promise<[string, unknown]> {
  const error = await work.then(
    () => null,
    (failure: unknown) => failure,
  );
  const cause = error instanceof WorkflowFailedError ? error.cause : null;
  const inner = cause instanceof ActivityFailure ? cause.cause : null;
  if (!(inner instanceof ApplicationFailure)) return ['taken', error];
  const [facts] = (inner.details ?? []) as [{ why?: string }?];
  return [inner.type ?? '', facts?.why];
}

/** The next entry of the chain, as the attacker writes it: any claim, any instants, any state. */
async function forged(
  claim: Pick<UnsealedBody, 'fact' | 'actor' | 'occurredOn' | 'requestId'> & {
    signature?: EntryBody['signature'];
  },
  over: Partial<UnsealedBody> = {},
  alter: (snapshot: MigrationSnapshot) => MigrationSnapshot = (snapshot) => snapshot,
) {
  const head = await rig.ledger.head(chain);
  if (!head) throw new Error('the chain has a head');
  const { chain: at, seq, rehearsal, versions, format } = JSON.parse(head.body) as EntryBody;
  const now = new Date().toISOString();
  const { signature, ...rest } = claim;
  const body: UnsealedBody = {
    ...{
      format,
      chain: at,
      seq: seq + 1,
      rehearsal,
      versions,
      prev: head.hash,
      recordedAt: now,
      wallAt: now,
    },
    ...rest,
    ...(signature ? { signature } : {}),
    ...over,
  };
  return seal(body, alter(JSON.parse(head.snapshot) as MigrationSnapshot), []);
}

const timer = { kind: 'timer', account: 'timer', name: 'timer', post: 'timer' };
const other = { kind: 'migration', account: 'renkei', name: '連携基盤', post: 'migration' };
const day = '2023-11-16';
const reached = { type: 'milestone.reached', system: 'renkei', milestone: 'integration-test-1' };

describe('appended by a workflow of an attacker’s own', () => {
  const imports = {
    fact: { type: 'gate.imported', phase: 'fit-gap' },
    actor: importer,
    occurredOn: day,
    requestId: 'i',
  };
  it.each([
    ['a person’s entry that nobody signed', () => ({ ...approve('fit-gap') }), ['entry.unsigned', undefined]],
    [
      'a person’s, signed by a key of the attacker’s',
      () => signerOfTests(9).sign(chain, approve('fit-gap')),
      ['entry.signature', undefined],
    ],
    [
      'a person’s, with the signature of another act',
      () => ({ ...signed(chain, stepsDone()), fact: approve('fit-gap').fact }),
      ['entry.signature', undefined],
    ],
    ['an import that nobody signed', () => imports, ['entry.unsigned', undefined]],
    [
      'an import, signed by a key of the attacker’s',
      () => signerOfTests(9).sign(chain, imports),
      ['entry.signature', undefined],
    ],
    [
      'a deadline that there is not',
      () => ({
        fact: { type: 'deadline.reached', deadline: 'none', point: 'due', generation: 1 },
        actor: timer,
        occurredOn: day,
        requestId: 'deadline/none',
      }),
      ['entry.unproven', 'wake'],
    ],
    [
      'a timer that says what a person says',
      () => ({ fact: approve('fit-gap').fact, actor: timer, occurredOn: day, requestId: 't' }),
      ['entry.unproven', 'wake'],
    ],
    [
      'a milestone of an entry that there is not',
      () => ({
        fact: reached,
        actor: other,
        occurredOn: day,
        requestId: 'milestone/renkei/integration-test-1/7',
      }),
      ['entry.unproven', 'announced'],
    ],
    [
      'a milestone of an entry that announced nothing',
      () => ({
        fact: reached,
        actor: other,
        occurredOn: day,
        requestId: 'milestone/renkei/integration-test-1/1',
      }),
      ['entry.unproven', 'announced'],
    ],
    [
      'a milestone that names no entry',
      () => ({ fact: reached, actor: other, occurredOn: day, requestId: 'made-up' }),
      ['entry.unproven', 'announced'],
    ],
  ])('%s is refused', async (_, claim, wanted) => {
    // Submissions carry more kinds of fact than an entry's type says.
    const given = claim() as Parameters<typeof forged>[0];
    expect(await refusedWith(rogue('appendEntries', [await forged(given)]))).toEqual(wanted);
    expect(await bodiesOf(rig, chain)).toHaveLength(1);
  });

  it.each([
    ['of long ago', -3_600_000, -3_600_000],
    ['of long ago, while the wall’s is now', -3_600_000, 0],
  ])(
    'a signed act at an instant %s is not taken: the record’s own time is answered',
    async (_, recorded, wall) => {
      const at = (ms: number) => new Date(Date.now() + ms).toISOString();
      const claim = signed(chain, stepsDone()) as Parameters<typeof forged>[0];
      const entry = await forged(claim, { recordedAt: at(recorded), wallAt: at(wall) });
      const answer = (await rogue('appendEntries', [entry])) as { status: string; wallMs: number };
      expect(answer.status).toBe('late');
      expect(Math.abs(answer.wallMs - Date.now())).toBeLessThan(60_000);
      expect(await bodiesOf(rig, chain)).toHaveLength(1);
    },
  );

  it('a true deadline is refused before it is due, at today’s instant and at its own', async () => {
    const { snapshot } = await standingOf(migration);
    const [event, dueAt] = [wakeEvent(town, snapshot), nextWake(town, snapshot)];
    if (!event || !dueAt || Date.parse(dueAt) < Date.now()) throw new Error('a deadline lies ahead');
    const { fact, actor, occurredOn, requestId } = event;
    const claim = { fact, actor, occurredOn, requestId } as Parameters<typeof forged>[0];
    expect(await refusedWith(rogue('appendEntries', [await forged(claim)]))).toEqual([
      'entry.unproven',
      'early',
    ]);
    const [error] = await refusedWith(
      rogue('appendEntries', [await forged(claim, { recordedAt: dueAt, wallAt: dueAt })]),
    );
    expect(error).toBe('entry.ahead');
    expect(await bodiesOf(rig, chain)).toHaveLength(1);
  });
});

it('told by a workflow of an attacker’s own, a milestone and a clock’s move change nothing', async () => {
  const before = await standingOf(migration);
  const workflowId = migrationWorkflowId(town.programme.code, town.system.id);
  const submission = {
    fact: reached,
    actor: other,
    occurredOn: day,
    requestId: 'milestone/renkei/integration-test-1/1',
  };
  await rogue('announceMilestone', { workflowId, milestone: { submission } });
  await rogue('announceMilestone', { workflowId, milestone: { submission: approve('fit-gap') } });
  await rogue('tellClock', { revision: 9, programme: town.programme.code, workflowIds: [workflowId] });
  const after = await standingOf(migration);
  expect([after.seq, after.head, after.snapshot]).toEqual([before.seq, before.head, before.snapshot]);
});

it('an act that the server signed and the machine refused, with a state made up, is named by verify, which decides it again', async () => {
  const refused = signed(chain, approve('fit-gap', owner));
  const claim = refused as Parameters<typeof forged>[0];
  const madeUp = (snapshot: MigrationSnapshot) => ({
    ...snapshot,
    context: { ...snapshot.context, version: snapshot.context.version + 1 },
  });
  await rogue('appendEntries', [await forged(claim, {}, madeUp)]);
  expect(await bodiesOf(rig, chain)).toHaveLength(2);
  const at = {
    programme: chainOf(town.programme.code),
    only: ['decisions', 'signatures', 'chains', 'states'] as const,
  };
  const wrong = async (decide: boolean) =>
    (await rig.ledger.verify({ ...at, decide })).wrong.map(({ seq, what }) => [seq, what]);
  expect(await wrong(true)).toContainEqual([2, 'decision']);
  expect(await wrong(false)).toEqual([]);
});
