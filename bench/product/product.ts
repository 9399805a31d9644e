// The whole product as `npm start` runs it, on a folder and a port of the bench's own.
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { freePort } from '../../host/process/ports.ts';
import { waitForEnd } from '../../host/process/processes.ts';
import { untilServing } from '../../host/readiness.ts';
import { packageFolder } from '../../ledger/package-folder.ts';
import { childrenOf } from '../usage.ts';

const readyLimitMs = 180_000;

export interface Product {
  url: string;
  /** From the start until it was ready to serve. */
  seconds: number;
  /** All it has said so far. */
  said: () => string;
  pids: () => number[];
  stop: () => Promise<void>;
}

/** @throws where it ends, or is not ready within three minutes */
export async function startProduct(dataFolder: string): Promise<Product> {
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
    child.once('exit', (code) => reject(new Error(`npm start ended (${code}):\n${said().slice(-2000)}`)));
  });
  ended.catch(() => undefined); // the end that stop() asks for
  const limit = AbortSignal.timeout(readyLimitMs);
  const url = `http://127.0.0.1:${port}`;
  await Promise.race([untilServing(url, { signal: limit }), ended]);
  if (limit.aborted)
    throw new Error(`npm start was not ready after ${readyLimitMs / 1000} s:\n${said().slice(-2000)}`);
  const seconds = (performance.now() - began) / 1000;
  return { url, seconds, said, stop, pids: () => descendants(child.pid ?? 0) };
}

function outputOf(child: ChildProcess): () => string {
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data) => lines.push(String(data)));
  return () => lines.join('');
}

function descendants(pid: number): number[] {
  return childrenOf(pid).flatMap((child) => [child, ...descendants(child)]);
}
