// Starts the whole product as `npm start` does, twice on one data folder, and looks at it idle: time to ready of the
// second start, memory of worker and server. The Setagaya rehearsal is loaded by the first.
import { setTimeout as sleep } from 'node:timers/promises';
import { commandLine } from '../../host/process/processes.ts';
import { temporaryFolder } from '../servers.ts';
import { residentMiB } from '../usage.ts';
import { startProduct } from './product.ts';

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

function residentOf(pids: readonly number[], entry: string): number | null {
  const pid = pids.find((candidate) => commandLine(candidate).includes(entry));
  return pid === undefined ? null : residentMiB(pid);
}
