// What its sender has given up is not taken, and what it has not is: by the record's clock, whatever a server's own shows.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, inject, it } from 'vitest';
import { createActivities } from '../../activities/index.ts';
import type { MigrationDefinition } from '../../machines/definition/definition.ts';
import type { Submission } from '../../machines/migration/event.ts';
import { createDoor } from '../../server/door/door.ts';
import { createKeyring, givenKeys } from '../../server/keys/keyring.ts';
import { signer } from '../builders/signing.ts';
import { builtProgram } from '../servers/built-program.ts';
import { stepsDone, submitPhase } from './people.ts';
import { bodiesOf, chainOfTown, createRig, type Rig, startMigration, startWorker, townOf } from './rig.ts';
import type { SkewedOrders } from './skewed-door.ts';

const MINUTE_MS = 60_000;

let rig: Rig;
let town: MigrationDefinition;
beforeEach(async () => {
  rig = await createRig();
  town = townOf();
  await startMigration(rig, town);
});
afterEach(() => rig.close());

async function askSkewed(aheadMs: number, submission: Submission, answerMs: number): Promise<unknown> {
  const orders: SkewedOrders = {
    aheadMs,
    address: inject('temporalAddress'),
    databaseUrl: rig.database.appUrl,
    answerMs,
    chain: chainOfTown(town),
    submission,
  };
  const args = [builtProgram('durable/skewed-door'), JSON.stringify(orders)];
  const { stdout } = await promisify(execFile)(process.execPath, args, { timeout: 120_000 });
  return JSON.parse(stdout);
}

function ask(submission: Submission, answerMs: number) {
  const care = { revive: async () => false, unanswered: () => undefined };
  const limits = { answerMs, clockMs: answerMs };
  const keyring = createKeyring(givenKeys(signer), rig.ledger);
  const door = createDoor({ ledger: rig.ledger, temporal: rig.client, keyring, care, limits });
  return door.submit(town.programme.code, town.system.id, submission);
}

const requestsOf = async () => (await bodiesOf(rig, chainOfTown(town))).map(({ requestId }) => requestId);

it.each([-MINUTE_MS, MINUTE_MS])(
  'an act of a server whose clock is wrong by %i ms is recorded at once',
  async (aheadMs) => {
    await startWorker(rig);
    const outcome = await askSkewed(aheadMs, submitPhase('fit-gap', { requestId: 'act' }), 30_000);
    expect(outcome).toMatchObject({ status: 'recorded', recorded: { seq: 1, repeated: false } });
  },
);

it.each([-MINUTE_MS, 0, MINUTE_MS])(
  'what it gave up while nobody could take it is not taken later (wrong by %i ms)',
  async (aheadMs) => {
    const given = await askSkewed(aheadMs, submitPhase('fit-gap', { requestId: 'given-up' }), 3_000);
    expect(given).toEqual({ status: 'unanswered' });
    await startWorker(rig);
    expect(await ask(stepsDone({ requestId: 'later' }), 60_000)).toMatchObject({ status: 'recorded' });
    expect(await requestsOf()).toEqual(['later']);
  },
);

it('what was given up while it waited for its turn is not taken, and is when it is asked again', async () => {
  let goOn: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  const activities = createActivities(rig);
  const appendEntries: typeof activities.appendEntries = async (...given) => {
    await held;
    return activities.appendEntries(...given);
  };
  await startWorker(rig, { activities: { ...activities, appendEntries } });
  const first = ask(submitPhase('fit-gap', { requestId: 'first' }), 60_000);
  const second = stepsDone({ requestId: 'second' });
  expect(await ask(second, 3_000)).toMatchObject({ status: 'unanswered' });
  goOn();
  expect(await first).toMatchObject({ status: 'recorded', recorded: { seq: 1 } });
  expect(await ask(second, 60_000)).toMatchObject({ status: 'recorded', recorded: { seq: 2 } });
  expect(await requestsOf()).toEqual(['first', 'second']);
}, 120_000);
