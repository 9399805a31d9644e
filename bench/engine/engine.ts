// Measures ours against a bare Temporal workflow on the same servers, in turns: one client alone, then many at once.
import { setTimeout as sleep } from 'node:timers/promises';
import { Client, Connection } from '@temporalio/client';
import { openLedger } from '../../ledger/open.ts';
import { newSigner } from '../first-entry.ts';
import type { Options } from '../options.ts';
import { type BenchProcess, lastLines, type Servers } from '../servers.ts';
import { type Cpu, countCpu, residentMiB } from '../usage.ts';
import { startBareWorker, startOurWorker } from '../workers.ts';
import { type HistorySize, historySize } from './history-size.ts';
import { endLanes, type Lane, type Sample, startBareLanes, startOurLanes } from './lanes.ts';

export interface Block {
  samples: Sample[];
  seconds: number;
  /** CPU milliseconds per update, by process. */
  cpu: Cpu;
}

export interface Side {
  single: Block[];
  many: Block[];
  history: HistorySize;
  workerMiB: number | null;
}

export interface EngineMeasurement {
  bare: Side;
  ours: Side;
  temporalMiB: number | null;
}

interface Runner {
  name: 'bare' | 'ours';
  worker: BenchProcess;
  lanes: Lane[];
  single: Block[];
  many: Block[];
}

export async function measureEngine(
  servers: Servers,
  options: Options,
  say: (line: string) => void,
): Promise<EngineMeasurement> {
  const connection = await Connection.connect(servers.temporal.connection);
  const client = new Client({ connection, namespace: servers.temporal.namespace });
  const signer = newSigner();
  const ledger = openLedger(servers.postgres.appUrl, { pinnable: () => [signer.publicKey] });
  const workers = {
    bare: startBareWorker(servers),
    ours: await startOurWorker(servers, servers.postgres.appUrl, signer),
  };
  try {
    const lanes = options.clients + 1;
    const bare = runner('bare', workers.bare, await startBareLanes(client, lanes));
    const ours = runner('ours', workers.ours, await startOurLanes(client, ledger, signer, lanes));
    for (const each of [bare, ours]) await orLog(servers, each, warmUp(each));
    for (let round = 0; round < options.rounds; round += 1) {
      const order = round % 2 === 0 ? [bare, ours] : [ours, bare];
      for (const each of order) await orLog(servers, each, measureRound(servers, each, options));
      say(`${round + 1}/${options.rounds}: ${sayRound(bare)} | ${sayRound(ours)}`);
    }
    const temporalMiB = residentMiB(servers.temporal.pid);
    const measured = { bare: await sideOf(client, bare), ours: await sideOf(client, ours), temporalMiB };
    await endLanes(client, [...bare.lanes, ...ours.lanes]);
    await connection.close(); // after a failure calls are still being tried on it: the process ends with it open
    return measured;
  } finally {
    await Promise.all([workers.bare.stop(), workers.ours.stop(), ledger.close()]);
  }
}

const runner = (name: Runner['name'], worker: BenchProcess, lanes: Lane[]): Runner => ({
  name,
  worker,
  lanes,
  single: [],
  many: [],
});

/** A worker that ended will never answer: say why instead of waiting. */
async function orLog<T>(servers: Servers, { name, worker }: Runner, work: Promise<T>): Promise<T> {
  const { child } = worker;
  const log = name === 'bare' ? 'bare-worker' : 'worker';
  let ended: () => void = () => undefined;
  const end = new Promise<never>((_, reject) => {
    ended = () => reject(new Error(`the ${name} worker ended:\n${lastLines(servers.dataFolder, log)}`));
    if (child.exitCode !== null) ended();
    child.once('exit', ended);
  });
  try {
    return await Promise.race([work, end]);
  } finally {
    child.off('exit', ended);
  }
}

/** Fills caches and lets code settle: the first answers of a new worker say nothing of its later ones. */
async function warmUp({ lanes }: Runner): Promise<void> {
  await Promise.all(lanes.map((lane) => lane.next()));
  const [first] = lanes;
  for (let run = 1; first && run < 23; run += 1) await first.next();
}

async function measureRound(servers: Servers, each: Runner, options: Options): Promise<void> {
  const [alone, ...others] = each.lanes;
  if (!alone) throw new Error('no lanes');
  await sleep(300); // what the other side left behind is done
  each.single.push(await block(servers, each.worker.pid, [alone], options.single));
  await sleep(300);
  each.many.push(await block(servers, each.worker.pid, others, options.each));
}

async function block(servers: Servers, worker: number, lanes: Lane[], updates: number): Promise<Block> {
  const spent = countCpu(servers, worker);
  const began = performance.now();
  const taken = await Promise.all(
    lanes.map(async (lane) => {
      const samples: Sample[] = [];
      while (samples.length < updates) samples.push(await lane.next());
      return samples;
    }),
  );
  const seconds = (performance.now() - began) / 1000;
  const samples = taken.flat();
  return { samples, seconds, cpu: spent(samples.length) };
}

const rate = (given: Block | undefined) => (given ? given.samples.length / given.seconds : 0);

const sayRound = ({ name, single, many }: Runner) =>
  `${name} ${rate(single.at(-1)).toFixed(1)}/s, ×many ${rate(many.at(-1)).toFixed(1)}/s`;

async function sideOf(client: Client, { lanes, single, many, worker }: Runner): Promise<Side> {
  const [alone] = lanes;
  if (!alone) throw new Error('no lanes');
  const history = await historySize(client, alone.workflowId);
  return { single, many, history, workerMiB: residentMiB(worker.pid) };
}
