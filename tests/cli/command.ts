// Runs the built `sekimori` as a user would: with a home of its own and nothing of this machine's environment but its PATH. Each in a
// process of its own, or where a test runs many, one after the other in one.
import { type ChildProcess, fork, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { buildPrograms } from '../../setup/build.mjs';
import { projectFolder } from '../../setup/program.mjs';
import { builtProgram } from '../servers/built-program.ts';
import type { Ended, Line } from './resident.ts';

export interface Ran {
  code: number | null;
  out: string;
  err: string;
  /** The one JSON value on stdout; throws where there is none or more than one. */
  json: () => unknown;
}

export interface RunOptions {
  env?: Record<string, string>;
  input?: string | Uint8Array;
}

export interface Home {
  path: string;
  run: (args: readonly string[], options?: RunOptions) => Promise<Ran>;
  remove: () => void;
}

type Run = (
  args: readonly string[],
  env: Record<string, string>,
  input: string | Uint8Array,
) => Promise<Omit<Ran, 'json'>>;

export const buildCommand = () => buildPrograms(['cli/main.ts'], () => undefined);

export function createHome(standing: Record<string, string> = {}): Home {
  const path = mkdtempSync(join(tmpdir(), 'sekimori-cli-'));
  return homeAt(path, standing, (args, env, input) => runApart(args, path, env, input));
}

/** Whose commands share one process, which starts with the first. */
export function createResidentHome(standing: Record<string, string> = {}): Home {
  const path = mkdtempSync(join(tmpdir(), 'sekimori-cli-'));
  const resident = residentIn(path);
  const home = homeAt(path, standing, resident.run);
  return {
    ...home,
    remove: () => {
      resident.end();
      home.remove();
    },
  };
}

function homeAt(path: string, standing: Record<string, string>, run: Run): Home {
  return {
    path,
    run: async (args, { env = {}, input = '' } = {}) => {
      const at = { PATH: process.env.PATH ?? '', LANG: 'ja_JP.UTF-8', HOME: path, ...standing, ...env };
      const ran = await run(args, at, input);
      return { ...ran, json: () => JSON.parse(ran.out) as unknown };
    },
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}

async function runApart(
  args: readonly string[],
  cwd: string,
  env: Record<string, string>,
  input: string | Uint8Array,
) {
  const child = spawn(process.execPath, [join(projectFolder, 'cli/sekimori.mjs'), ...args], { cwd, env });
  child.stdin.end(input);
  const closed = new Promise<number | null>((resolve) => child.on('close', resolve));
  // A decoder of streams would swallow the mark at the beginning of a CSV.
  const text = async (stream: typeof child.stdout) => (await buffer(stream)).toString('utf8');
  const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), closed]);
  return { code, out, err };
}

function residentIn(cwd: string): { run: Run; end: () => void } {
  let child: ChildProcess | undefined;
  let numbers = 0;
  const start = () => {
    const started = fork(builtProgram('cli/resident'), [], {
      cwd,
      env: { PATH: process.env.PATH ?? '', HOME: cwd },
      execArgv: [],
      serialization: 'advanced',
    });
    started.setMaxListeners(0);
    return started;
  };
  return {
    run: (args, env, input) => {
      child ??= start();
      const resident = child;
      numbers += 1;
      const line: Line = { number: numbers, argv: [...args], env, input: Buffer.from(input) };
      return new Promise((resolve, reject) => {
        const lost = () => reject(new Error(`the commands' process ended in: sekimori ${args.join(' ')}`));
        const heard = ({ number, code, out, err }: Ended) => {
          if (number !== line.number) return;
          resident.off('message', heard).off('exit', lost);
          resolve({ code, out: Buffer.from(out).toString('utf8'), err });
        };
        resident.on('message', heard).once('exit', lost);
        resident.send(line);
      });
    },
    end: () => void child?.kill('SIGKILL'),
  };
}
