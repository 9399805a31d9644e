// One whole `npm start` of its own: folder, port, processes. Knows how it is started, asked whether it serves, and ended.
import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectFolder } from '../../../setup/program.mjs';
import { endWithUs } from '../../servers/end-with-us.ts';
import { inTime, until, WaitedTooLong } from './waiting.ts';

export interface Tree {
  child: ChildProcess;
  pid: number;
  url: string;
  dataFolder: string;
  said: () => string;
  isReady: () => Promise<boolean>;
  /** Ends it in good order, at the latest by force. */
  stop: () => Promise<void>;
  /** Takes its folder away, data and all. */
  remove: () => void;
  folder: string;
}

const OPEN_LIMIT_MS = 300_000;
const STOP_LIMIT_MS = 60_000;
const READY_ANSWER_MS = 10_000;

/**
 * @param prepare writes the programme's folder
 * @throws WaitedTooLong, or what it said where it ended by itself; nothing is left running then
 */
export async function startTree(prepare: (folder: string) => void, temporalProgram: string): Promise<Tree> {
  const folder = mkdtempSync(join(tmpdir(), 'sekimori-weather-'));
  chmodSync(folder, 0o711); // PostgreSQL's own user passes through
  const [dataFolder, programme] = [join(folder, 'data'), join(folder, 'town')];
  mkdirSync(programme);
  prepare(programme);
  const port = await freePort();
  const child = spawn(process.execPath, [join(projectFolder, 'dist/host/main.js')], {
    cwd: projectFolder,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: environment({ dataFolder, programme, port, temporalProgram }),
  });
  endWithUs(child);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (said += String(chunk)));
  const url = `http://127.0.0.1:${port}`;
  const tree: Tree = {
    child,
    pid: child.pid ?? 0,
    url,
    dataFolder,
    folder,
    said: () => said,
    isReady: () => isReady(url),
    stop: () => stop(child),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
  await opened(tree).catch(async (error: unknown) => {
    await tree.stop();
    throw error;
  });
  return tree;
}

async function opened({ child, said }: Tree): Promise<void> {
  await until('the town to open', OPEN_LIMIT_MS, () =>
    hasEnded(child) || said().includes('Sekimori is open') ? true : null,
  );
  if (hasEnded(child)) throw new Error(`it ended by itself:\n${said()}`);
}

const hasEnded = ({ exitCode, signalCode }: ChildProcess): boolean =>
  exitCode !== null || signalCode !== null;

async function isReady(url: string): Promise<boolean> {
  try {
    return await inTime('/readyz', READY_ANSWER_MS, async (signal) => {
      const response = await fetch(`${url}/readyz`, { signal });
      await response.arrayBuffer();
      return response.status === 200;
    });
  } catch {
    return false; // it answers nobody: not ready
  }
}

async function stop(child: ChildProcess): Promise<void> {
  if (hasEnded(child)) return;
  child.kill('SIGTERM');
  const ended = () => (hasEnded(child) ? true : null);
  await until('the tree to end', STOP_LIMIT_MS, ended).catch(async (error: unknown) => {
    if (!(error instanceof WaitedTooLong)) throw error;
    child.kill('SIGKILL'); // its warden sees that and stops what is left
    await until('the killed tree to end', STOP_LIMIT_MS, ended);
  });
}

interface Settings {
  dataFolder: string;
  programme: string;
  port: number;
  temporalProgram: string;
}

/** Without what this run's own npm or test put there. */
function environment({ dataFolder, programme, port, temporalProgram }: Settings): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(
    ([name]) => !/^(npm_|VITEST|NODE_|DATABASE_URL|TEMPORAL_|SEKIMORI_)/.test(name),
  );
  return {
    ...Object.fromEntries(own),
    SEKIMORI_DATA: dataFolder,
    SEKIMORI_PORT: String(port),
    SEKIMORI_PROGRAMME: programme,
    SEKIMORI_TEMPORAL_PROGRAM: temporalProgram,
    SEKIMORI_TEMPORAL_UI: 'off',
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
