// Runs the built `sekimori` as a user would: a child process with a home of its own and nothing of this machine's
// environment but its PATH.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { buildPrograms } from '../../setup/build.mjs';
import { projectFolder } from '../../setup/program.mjs';

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

export const buildCommand = () => buildPrograms(['cli/main.ts'], () => undefined);

export function createHome(standing: Record<string, string> = {}): Home {
  const path = mkdtempSync(join(tmpdir(), 'sekimori-cli-'));
  return {
    path,
    run: (args, { env = {}, input } = {}) =>
      runCommand(args, path, { LANG: 'ja_JP.UTF-8', HOME: path, ...standing, ...env }, input),
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}

async function runCommand(
  args: readonly string[],
  cwd: string,
  env: Record<string, string>,
  input: string | Uint8Array | undefined,
): Promise<Ran> {
  const child = spawn(process.execPath, [join(projectFolder, 'cli/sekimori.mjs'), ...args], {
    cwd,
    env: { PATH: process.env.PATH ?? '', ...env },
  });
  child.stdin.end(input ?? '');
  const closed = new Promise<number | null>((resolve) => child.on('close', resolve));
  // A decoder of streams would swallow the mark at the beginning of a CSV.
  const text = async (stream: typeof child.stdout) => (await buffer(stream)).toString('utf8');
  const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), closed]);
  return { code, out, err, json: () => JSON.parse(out) as unknown };
}
