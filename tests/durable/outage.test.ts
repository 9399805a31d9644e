// Temporal and PostgreSQL are killed and come back while people work: nothing is lost, nothing is there twice, and what
// the engine and the record say of a migration is the same.
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { appRole } from '../../host/embedded/postgres-roles.ts';
import { type PostgresServer, startPostgres } from '../../host/embedded/postgres-server.ts';
import { startTemporal, type TemporalServer } from '../../host/embedded/temporal-server.ts';
import { applySchemaChanges } from '../../ledger/schema-changes.ts';
import { createUsedDataFolder } from '../servers/data-folder.ts';
import { insist, pause } from './insist.ts';
import { returned, stepsDone, submitPhase } from './people.ts';
import { createRig, type Rig, startMigration, startWorker, townOf } from './rig.ts';
import { expectWhole } from './whole.ts';

let folder: ReturnType<typeof createUsedDataFolder>;
let database: PostgresServer;
let engine: TemporalServer;
let rig: Rig;

const plan = () => ({ program: inject('temporalProgramPath'), namespace: 'default', withUi: false });

beforeAll(async () => {
  folder = createUsedDataFolder();
  database = await startPostgres(folder.path);
  engine = await startTemporal(folder.path, plan());
  const { ownerUrl, appUrl, adminUrl } = database.addresses;
  await applySchemaChanges(ownerUrl, appRole);
  const kept = { ownerUrl, appUrl, adminUrl, drop: async () => undefined };
  rig = await createRig(engine.addresses.address, kept);
});
afterAll(async () => {
  await rig.close();
  await Promise.all([engine.stop(true), database.stop(true)]);
  folder.remove();
});

async function restartPostgres(downMs: number): Promise<void> {
  await database.stop(true);
  await pause(downMs);
  database = await startPostgres(folder.path, database.addresses.port);
}

async function restartTemporal(downMs: number): Promise<void> {
  await engine.stop(true);
  await pause(downMs);
  engine = await startTemporal(folder.path, { ...plan(), ports: engine.addresses.ports });
}

it('outages of either server, or of both, are waited out', async () => {
  await startWorker(rig);
  const town = townOf();
  const handle = await startMigration(rig, town);
  const sent: string[] = [];
  let over = false;
  const send = async (event: ReturnType<typeof stepsDone>) => {
    await insist(handle, event);
    sent.push(event.requestId);
  };
  const walker = async () => {
    for (let n = 0; !over; n += 1) {
      await send(submitPhase('fit-gap', { requestId: `walk/${n}/submit` }));
      await send(returned('fit-gap', { requestId: `walk/${n}/return` }));
    }
  };
  const recorder = async (name: string) => {
    for (let n = 0; !over; n += 1) await send(stepsDone({ requestId: `${name}/${n}` }));
  };
  const people = Promise.all([walker(), recorder('a'), recorder('b')]);
  const outages = async () => {
    for (const downMs of [300, 4_000]) {
      await pause(700);
      await restartPostgres(downMs);
      await pause(700);
      await restartTemporal(downMs);
    }
    await pause(700);
    await Promise.all([restartPostgres(500), restartTemporal(500)]);
    await pause(1_500);
    over = true;
  };
  await Promise.all([people, outages()]);
  expect(sent.length).toBeGreaterThan(0);
  await expectWhole(rig, handle, town, sent);
}, 600_000);
