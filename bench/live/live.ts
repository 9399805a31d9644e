// Measures many live migrations of one programme beside as many bare workflows: how fast they start, what each holds in the
// worker's cache and in Temporal's store, and how long a clock move over all of them takes.
import { setTimeout as sleep } from 'node:timers/promises';
import { Client, Connection } from '@temporalio/client';
import { packing } from '../../host/process/temporal/packed-payloads.ts';
import { openLedger } from '../../ledger/open.ts';
import { deciding } from '../../machines/definition/parts.ts';
import { definitionDigest } from '../../machines/record/entry.ts';
import { fewAtOnce } from '../../machines/values/at-once.ts';
import { createStarter } from '../../server/intake/starter.ts';
import { createKeyring, givenKeys, type Keyring } from '../../server/keys/keyring.ts';
import { CACHED_RUNS } from '../../worker/cached-runs.ts';
import { type Clock, rehearsalClock } from '../../workflows/clock.ts';
import { migrationWorkflowId, programmeWorkflowId } from '../../workflows/messages.ts';
import { bareTaskQueue, bareWorkflowType } from '../engine/bare-names.ts';
import { newSigner } from '../first-entry.ts';
import { type BenchProcess, furtherDatabase, type Servers } from '../servers.ts';
import { type Cpu, countCpu, residentMiB, storeKb } from '../usage.ts';
import { startBareWorker, startOurWorker } from '../workers.ts';
import { type ClockMove, moveClock } from './clock-move.ts';
import { type Fleet, fleetOf, type Ship } from './fleet.ts';

/** Fill what is filled once: code, schemas, the machine of each path. */
const FIRST = 16;
/** Meanwhile the garbage of the starting is given back. */
const SETTLE_MS = 6_000;

export interface LiveSide {
  startsPerSecond: number;
  /** CPU milliseconds for each start. */
  cpu: Cpu;
  /** Resident memory in the worker for each run in its cache; null where it cannot be told. */
  cachedMiB: number | null;
  workerMiB: number | null;
  /** What Temporal's database has grown by for each run; null for one that is not ours. */
  storeKb: number | null;
}

export interface LiveMeasurement {
  count: number;
  bare: LiveSide;
  ours: LiveSide;
  move: ClockMove;
  /** CPU milliseconds of the move for each migration. */
  moveCpu: Cpu;
  workerAfterMoveMiB: number | null;
}

type Say = (line: string) => void;

export async function measureLive(servers: Servers, count: number, say: Say): Promise<LiveMeasurement> {
  const connection = await Connection.connect(servers.temporal.connection);
  const client = new Client({
    connection,
    namespace: servers.temporal.namespace,
    dataConverter: { payloadCodecs: [packing] },
  });
  const bare = await measureBare(servers, client, count);
  say(`素 / bare: ${sayLife(bare)}`);
  const ours = await measureOurs(servers, client, await fleetOf(count + FIRST), say);
  await connection.close();
  return { count, bare, ...ours };
}

async function measureBare(servers: Servers, client: Client, count: number): Promise<LiveSide> {
  const worker = startBareWorker(servers);
  const ids = Array.from({ length: count + FIRST }, (_, index) => `bare-live/${index}`);
  const start = async (workflowId: string) => {
    const handle = await client.workflow.start(bareWorkflowType, { workflowId, taskQueue: bareTaskQueue });
    await handle.executeUpdate('submit', { args: [{ submissions: [{ requestId: 'first' }] }] });
  };
  try {
    const side = await grown(servers, worker, ids, start);
    await endAll(client, ids);
    return side;
  } finally {
    await worker.stop();
  }
}

async function measureOurs(servers: Servers, client: Client, fleet: Fleet, say: Say) {
  const url = await furtherDatabase(servers, 'bench_live');
  const signer = newSigner();
  const ledger = openLedger(url, { pinnable: () => [signer.publicKey] });
  const worker = await startOurWorker(servers, url, signer);
  const { programme, ships } = fleet;
  const clock = rehearsalClock(Date.parse(programme.startAt), Date.now());
  try {
    await ledger.load({ programme, migrations: ships });
    const keyring = createKeyring(givenKeys(signer), ledger);
    const start = await startOfOurs(client, keyring, fleet, clock);
    const ours = await grown(servers, worker, ships, start);
    say(`関守 / ours: ${sayLife(ours)}`);
    const spent = countCpu(servers, worker.pid);
    const move = await moveClock(client, signer, fleet, clock);
    const moveCpu = spent(ships.length);
    say(`${move.points} 点、${move.seconds.toFixed(1)} 秒 / a clock move over points`);
    const workerAfterMoveMiB = residentMiB(worker.pid);
    const ids = ships.map(({ definition }) => migrationWorkflowId(programme.code, definition.system.id));
    await endAll(client, [programmeWorkflowId(programme.code), ...ids]);
    return { ours, move, moveCpu, workerAfterMoveMiB };
  } finally {
    await Promise.all([worker.stop(), ledger.close()]);
  }
}

/** Through the door that takes a programme in: started with its past. */
async function startOfOurs(client: Client, keyring: Keyring, { programme }: Fleet, clock: Clock) {
  const starter = createStarter(client, keyring);
  await starter.programme({ definition: programme, digest: definitionDigest(programme), clock }, [], false);
  return async ({ definition, begin, past }: Ship): Promise<void> => {
    await starter.migration({ ...deciding(definition), begin, clock }, past);
  };
}

/** Starts the first few, then measures what the others add. */
async function grown<T>(
  servers: Servers,
  { pid }: BenchProcess,
  all: readonly T[],
  start: (one: T) => Promise<void>,
): Promise<LiveSide> {
  await fewAtOnce(all.slice(0, FIRST), start);
  await sleep(SETTLE_MS);
  const [memory, store] = [residentMiB(pid), storeKb(servers)];
  const others = all.slice(FIRST);
  const spent = countCpu(servers, pid);
  const began = performance.now();
  await fewAtOnce(others, start);
  const seconds = (performance.now() - began) / 1000;
  const cpu = spent(others.length);
  await sleep(SETTLE_MS);
  const workerMiB = residentMiB(pid);
  const added = (after: number | null, before: number | null, over: number) =>
    after === null || before === null ? null : (after - before) / over;
  return {
    startsPerSecond: others.length / seconds,
    cpu,
    cachedMiB: added(workerMiB, memory, Math.min(others.length, CACHED_RUNS - FIRST)),
    workerMiB,
    storeKb: added(storeKb(servers), store, others.length),
  };
}

/** Leaves none running: a Temporal that is not ours outlives the bench. */
const endAll = (client: Client, ids: readonly string[]): Promise<void> =>
  fewAtOnce(ids, (id) => client.workflow.getHandle(id).terminate());

const sayLife = ({ startsPerSecond, cachedMiB, workerMiB, storeKb: store }: LiveSide): string =>
  [
    `${startsPerSecond.toFixed(1)} starts/s`,
    `${cachedMiB?.toFixed(2) ?? '–'} MiB/run`,
    `worker ${workerMiB?.toFixed(0) ?? '–'} MiB`,
    `${store?.toFixed(1) ?? '–'} kB/run`,
  ].join(', ');
