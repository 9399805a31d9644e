// The attack: whoever reaches Temporal or may add to the record, but has no key, acts as nobody.
import { randomUUID } from 'node:crypto';
import { WorkflowUpdateFailedError } from '@temporalio/client';
import { ActivityFailure, ApplicationFailure } from '@temporalio/common';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { checkSignature } from '../../ledger/lock/signatures.ts';
import { openLedger } from '../../ledger/open.ts';
import type { MigrationDefinition } from '../../machines/definition/definition.ts';
import { deciding } from '../../machines/definition/parts.ts';
import { requestKey } from '../../machines/record/claim.ts';
import { type EntryBody, seal, type UnsealedBody } from '../../machines/record/entry.ts';
import { realClock } from '../../workflows/clock.ts';
import { migrationWorkflowId } from '../../workflows/messages.ts';
import { deadline, submission } from '../builders/migration.ts';
import { signed, signerOfTests } from '../builders/signing.ts';
import { approve, office, stepsDone, submitPhase } from '../durable/people.ts';
import {
  begin,
  bodiesOf,
  chainOfTown,
  createRig,
  type Rig,
  refusalOf,
  standingOf,
  startMigration,
  startWorker,
  submitTo,
  townOf,
} from '../durable/rig.ts';

let rig: Rig;
let app: postgres.Sql;
let town: MigrationDefinition;
let chain: string;
let migration: Awaited<ReturnType<typeof startMigration>>;

const mayor = { kind: 'person', account: 'mayor', name: '世田谷区長', post: 'working-group' } as const;

beforeAll(async () => {
  rig = await createRig();
  await startWorker(rig);
  app = postgres(rig.database.appUrl, { max: 1, onnotice: () => undefined });
  town = townOf();
  chain = chainOfTown(town);
  migration = await startMigration(rig, town);
  await submitTo(migration, submitPhase('fit-gap'));
});
afterAll(async () => {
  await app.end();
  await rig.close();
});

/** The code with which the record refused what a workflow appended. */
async function recordRefusal(update: Promise<unknown>): Promise<string> {
  const error = await update.then(
    () => null,
    (failure: unknown) => failure,
  );
  const cause = error instanceof WorkflowUpdateFailedError ? error.cause : null;
  const inner = cause instanceof ActivityFailure ? cause.cause : cause;
  return inner instanceof ApplicationFailure ? (inner.type ?? '') : 'taken';
}

const send = (message: unknown) => migration.executeUpdate('submit', { args: [message] });
const untouched = async () => expect(await bodiesOf(rig, chain)).toHaveLength(1);

it('an approval that nobody signed is malformed', async () => {
  const forged = submission({ type: 'gate.approved', phase: 'fit-gap' }, mayor);
  expect(await refusalOf(send({ submissions: [forged] }))).toEqual(['Malformed']);
  await untouched();
});

it.each([
  ['of another key', () => signerOfTests(9).sign(chain, approve('fit-gap'))],
  ['of another chain', () => signed('131121/other', approve('fit-gap'))],
  ['of another person', () => ({ ...signed(chain, approve('fit-gap')), actor: mayor })],
  [
    'of another fact',
    () => ({ ...signed(chain, stepsDone()), fact: { type: 'migration.held', reason: '偽り' } as const }),
  ],
  ['of another request', () => ({ ...signed(chain, approve('fit-gap')), requestId: randomUUID() })],
  ['of another day', () => ({ ...signed(chain, approve('fit-gap')), occurredOn: '2023-11-17' })],
  ['that names the right key', () => signed(chain, approve('fit-gap')), 'A'.repeat(86)],
])('a signature %s is refused by the record', async (_, made, value?: string) => {
  const given = made() as unknown as ReturnType<typeof approve> & {
    signature: { key: string; value: string };
  };
  const forged = value ? { ...given, signature: { ...given.signature, value: `${value}==` } } : given;
  expect(await recordRefusal(send({ submissions: [forged] }))).toBe('entry.signature');
  await untouched();
});

it.each([
  ['a deadline', { type: 'deadline.reached', deadline: 'plan-end', point: 'due', generation: 1 }, 'timer'],
  [
    'a milestone',
    { type: 'milestone.reached', system: 'renkei', milestone: 'integration-test-1' },
    'migration',
  ],
])('%s is no submission, signed or not', async (_, fact, kind) => {
  const actor = { kind, account: kind, name: kind, post: kind };
  const given = { ...stepsDone(), fact, actor };
  for (const forged of [given, { ...given, signature: signerOfTests().sign(chain, given).signature }]) {
    expect(await refusalOf(send({ submissions: [forged] }))).toEqual(['Malformed']);
  }
  await untouched();
});

it('a milestone that nobody has announced is dropped, whatever id it bears', async () => {
  const fact = { type: 'milestone.reached', system: 'renkei', milestone: 'integration-test-1' };
  const actor = { kind: 'migration', account: 'renkei', name: '連携基盤', post: 'migration' };
  const given = { fact, actor, occurredOn: '2023-11-16' };
  for (const requestId of ['milestone/renkei/integration-test-1/1', 'made-up']) {
    await migration.signal('milestone', { submission: { ...given, requestId } });
  }
  await migration.signal('milestone', { submission: approve('fit-gap') });
  await migration.signal('nudge');
  await migration.executeUpdate('clock', { args: [{ revision: 999 }] });
  expect((await standingOf(migration)).snapshot.context.milestones).toEqual({});
  expect(await refusalOf(migration.executeUpdate('clock', { args: [{ moves: [realClock] }] }))).toEqual([
    'Malformed',
  ]);
  await untouched();
});

it('a workflow with a definition of its own appends nothing, not even what is signed', async () => {
  const [first, ...others] = town.path.phases;
  if (!first) throw new Error('a path has phases');
  const owners = ['working-group'];
  const lax = { ...town, path: { ...town.path, phases: [{ ...first, owners }, ...others] } };
  const rival = `${migrationWorkflowId(town.programme.code, 'juki')}/rival`;
  const decidedBy = deciding(town).digest;
  // As it was once given, as it is given now, and naming the one on record beside another.
  for (const args of [
    [{ definition: lax, begin, clock: realClock }],
    [{ decidedBy: deciding(lax).digest, begin, clock: realClock }, lax],
    [{ decidedBy, begin, clock: realClock }, lax],
  ]) {
    const started = { taskQueue: rig.taskQueue, workflowId: rival, args };
    const twin = await rig.client.workflow.start('migrationWorkflow', started);
    expect(await recordRefusal(submitTo(twin, stepsDone()))).toBe('entry.definition');
    await twin.terminate();
  }
  await untouched();
});

it('the application’s role may add by the function alone, and there what is unsigned is refused', async () => {
  const [standing] = await rig.ledger.entries(chain, 0, 1);
  if (!standing) throw new Error('an entry stands');
  const { stateHash: _s, effectsHash: _e, signature: _g, ...body } = JSON.parse(standing.body) as EntryBody;
  const { fact, occurredOn } = approve('fit-gap');
  const forged: UnsealedBody = {
    ...body,
    fact,
    occurredOn,
    actor: mayor,
    requestId: 'x',
    seq: 2,
    prev: standing.hash,
  };
  const byHand = (given: UnsealedBody) => {
    const entry = seal(given, JSON.parse(standing.snapshot), []);
    return app`select * from append_entries(${chain}, 2, ${[requestKey(given)]}::text[], ${[entry.body]}::text[],
      ${[entry.hash]}::text[], ${[entry.snapshot]}::text[], ${[entry.effects]}::text[],
      '{"boards":[],"deadlines":[],"notices":[],"letters":[]}'::jsonb)`;
  };
  await expect(
    app`insert into entry (body, hash, snapshot, effects) values ('{}', '', '{}', '[]')`,
  ).rejects.toMatchObject({ code: '42501' });
  for (const kind of ['person', 'import', 'robot', 'Person', ''])
    await expect(byHand({ ...forged, actor: { ...mayor, kind } })).rejects.toMatchObject({ code: 'SK006' });
  // What the database cannot tell, the check of signatures does: `verify` asks it of every entry.
  const keys = await rig.ledger.keys(town.programme.code);
  const signature = { key: signerOfTests().id, value: `${'A'.repeat(86)}==` };
  expect(checkSignature({ ...forged, stateHash: '', effectsHash: '', signature }, keys)).toBe(
    'entry.signature',
  );
  expect(checkSignature({ ...forged, stateHash: '', effectsHash: '' }, keys)).toBe('entry.unsigned');
  expect(checkSignature(JSON.parse(standing.body) as EntryBody, keys)).toBeNull();
  await untouched();
});

it('ids that people choose and ids the system derives never meet', async () => {
  const taken = ['deadline/plan-end/1/-30', 'milestone/renkei/integration-test-1/3', 'past/0', 'clock/3'];
  for (const requestId of taken) {
    await submitTo(migration, stepsDone({ requestId, actor: office }));
  }
  const keys = (await bodiesOf(rig, chain)).slice(1).map(requestKey);
  expect(keys).toEqual(taken.map((id) => `person:${id}`));
});

it('a real programme’s run goes by the real clock, whatever it was started with', async () => {
  const falseClock = { revision: 1e9, programmeMs: 0, wallMs: 0, speed: 1e-9, fromMs: null };
  await migration.terminate('replaced');
  migration = await startMigration(rig, town, { clock: falseClock });
  await submitTo(migration, stepsDone());
  const { recordedAt, wallAt } = (await bodiesOf(rig, chain)).at(-1) ?? { recordedAt: '', wallAt: '' };
  expect(Math.abs(Date.parse(recordedAt) - Date.now())).toBeLessThan(60_000);
  expect(wallAt).toBe(recordedAt);
});

it('what comes to the record too late is decided anew at the record’s own time, an act as well as a deadline', async () => {
  const AHEAD_MS = 300_000;
  const { appUrl } = rig.database;
  const ledger = openLedger(appUrl, { connections: 2, wallMs: () => Date.now() + AHEAD_MS });
  const later = { ...rig, ledger, taskQueue: `${rig.taskQueue}-later` };
  const overdue = townOf({
    deadlines: [deadline('plan-end', { rule: { kind: 'fixed', on: '2023-12-01' } })],
  });
  const stop = await startWorker(later);
  const run = await startMigration({ ...rig, taskQueue: later.taskQueue }, overdue);
  await submitTo(run, stepsDone());
  const bodies = await bodiesOf(rig, chainOfTown(overdue));
  await stop();
  await ledger.close();
  expect(bodies.map(({ actor }) => actor.kind)).toContain('timer');
  expect(bodies.filter(({ actor }) => actor.kind === 'person')).toHaveLength(1);
  for (const { recordedAt } of bodies)
    expect(Math.abs(Date.parse(recordedAt) - Date.now() - AHEAD_MS)).toBeLessThan(60_000);
});
