// Runs `npm start`'s program as a user would, on a folder and port of the test's own, and keeps what it says.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { inject } from 'vitest';
import { freePort } from '../../host/process/ports.ts';
import { projectFolder } from '../../setup/program.mjs';
import { endWithUs } from './end-with-us.ts';

/** For a first start, which loads the programme. */
export const firstStartMs = 1_200_000;

export interface Supervised {
  child: ChildProcess;
  port: number;
  url: string;
  /** All it has said so far, on both outputs. */
  said: () => string;
  /** Settles when the line has been said; rejects when the program ended before. */
  untilSaid: (text: string) => Promise<void>;
  /** Its exit code, null when a signal ended it. */
  ended: Promise<number | null>;
}

export interface SupervisedOptions {
  dataFolder: string;
  port?: number;
  env?: Record<string, string>;
  /** Defaults to the supervisor itself, already built. */
  command?: readonly string[];
}

const supervisor = [process.execPath, join(projectFolder, 'dist/host/main.js')];

/** In a process group of its own, as a terminal's job is; it ends with us all the same. */
export async function startSupervised(options: SupervisedOptions): Promise<Supervised> {
  const port = options.port ?? (await freePort());
  const [program = '', ...args] = options.command ?? supervisor;
  const child = spawn(program, args, {
    cwd: projectFolder,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...plainEnv(), SEKIMORI_DATA: options.dataFolder, SEKIMORI_PORT: String(port), ...options.env },
  });
  endWithUs(child);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (said += String(chunk)));
  const ended = once(child, 'close').then(() => child.exitCode);
  const untilSaid = (text: string) => waitForText(child, () => said, text);
  return { child, port, url: `http://127.0.0.1:${port}`, said: () => said, untilSaid, ended };
}

/** Without what this test run's own npm and vitest put there. */
function plainEnv(): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(
    ([name]) => !/^(npm_|VITEST|NODE_|DATABASE_URL|TEMPORAL_)/.test(name),
  );
  return {
    ...Object.fromEntries(own),
    SEKIMORI_TEMPORAL_PROGRAM: inject('temporalProgramPath'),
    SEKIMORI_TEMPORAL_UI: 'off',
  };
}

function waitForText(child: ChildProcess, said: () => string, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const look = setInterval(() => {
      if (said().includes(text)) settle(resolve);
      else if (child.exitCode !== null || child.signalCode !== null) {
        settle(() => reject(new Error(`ended without saying "${text}":\n${said()}`)));
      }
    }, 50);
    const settle = (then: () => void) => {
      clearInterval(look);
      then();
    };
  });
}
