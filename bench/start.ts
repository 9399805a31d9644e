// Starts the whole product as `npm start` does, twice on one data folder, and looks at it idle: time to ready of the
// second start, memory of worker and server. The Setagaya rehearsal is loaded by the first.
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../host/process/ports.ts';
import { commandLine, waitForEnd } from '../host/process/processes.ts';
import { untilServing } from '../host/readiness.ts';
import { packageFolder } from '../ledger/package-folder.ts';
import { temporaryFolder } from './servers.ts';
import { childrenOf, residentMiB } from './usage.ts';

const readyLimitMs = 180_000;
const idleMs = 15_000;

export interface StartMeasurement {
  firstSeconds: number;
  secondSeconds: number;
  workerMiB: number | null;
  serverMiB: number | null;
}

export async function measureStart(say: (line: string) => void): Promise<StartMeasurement> {
  const folder = temporaryFolder();
  try {
    const first = await startProduct(folder.path);
    await first.stop();
    say(`1 回目 / first start: ${first.seconds.toFixed(1)} s`);
    const second = await startProduct(folder.path);
    try {
      say(`2 回目 / second start: ${second.seconds.toFixed(1)} s`);
      await sleep(idleMs);
      const memory = (entry: string) => residentOf(second.pids(), entry);
      return {
        firstSeconds: first.seconds,
        secondSeconds: second.seconds,
        workerMiB: memory('dist/worker/main.js'),
        serverMiB: memory('dist/server/main.js'),
      };
    } finally {
      await second.stop();
    }
  } finally {
    folder.remove();
  }
}

async function startProduct(dataFolder: string) {
  const port = await freePort();
  const env = {
    ...process.env,
    SEKIMORI_DATA: dataFolder,
    SEKIMORI_PORT: String(port),
    SEKIMORI_TEMPORAL_UI: 'off',
  };
  const began = performance.now();
  // what `npm start` runs, without npm in between
  const child = spawn(process.execPath, [join(packageFolder(), 'setup/start.mjs')], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = outputOf(child);
  const stop = async () => {
    child.kill('SIGTERM');
    await waitForEnd(child.pid ?? 0, 60_000);
  };
  const ended = new Promise<never>((_, reject) => {
    child.once('exit', (code) => reject(new Error(`npm start ended (${code}):\n${said()}`)));
  });
  ended.catch(() => undefined); // the end that stop() asks for
  const limit = AbortSignal.timeout(readyLimitMs);
  await Promise.race([untilServing(`http://127.0.0.1:${port}`, { signal: limit }), ended]);
  if (limit.aborted) throw new Error(`npm start was not ready after ${readyLimitMs / 1000} s:\n${said()}`);
  const seconds = (performance.now() - began) / 1000;
  return { seconds, stop, pids: () => descendants(child.pid ?? 0) };
}

function outputOf(child: ChildProcess): () => string {
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data) => lines.push(String(data)));
  return () => lines.join('').slice(-2000);
}

function descendants(pid: number): number[] {
  return childrenOf(pid).flatMap((child) => [child, ...descendants(child)]);
}

function residentOf(pids: readonly number[], entry: string): number | null {
  const pid = pids.find((candidate) => commandLine(candidate).includes(entry));
  return pid === undefined ? null : residentMiB(pid);
}
