// @ts-check
// Runs other programs during set-up: with their output kept for a failure's sentence, and a sign of life while one waits.
// Uses nothing but Node: it runs before anything is installed.
import { spawn } from 'node:child_process';
import { accessSync, constants, mkdirSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SetupFailure } from './in-order.mjs';

/** The project's own folder. */
export const projectFolder = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '');

/** The folder of what is fetched once per user. @param {NodeJS.ProcessEnv} [env] */
export function cacheFolder(env = process.env) {
  const folder = env.SEKIMORI_CACHE || join(homedir(), '.cache', 'sekimori');
  try {
    mkdirSync(join(folder, 'bin'), { recursive: true });
  } catch (error) {
    throw cannotKeep(folder, error);
  }
  return folder;
}

/** @param {string} folder @param {unknown} error */
function cannotKeep(folder, error) {
  const why = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  return new SetupFailure(
    `取得したプログラムの置き場 ${folder} に書き込めません（${why}）。書き込めるフォルダを SEKIMORI_CACHE に指定してください。`,
    `The folder of fetched programs ${folder} cannot be written to (${why}). Set SEKIMORI_CACHE to a folder that can.`,
  );
}

/** The path of an executable on PATH or in the given folders, or null. @param {string} name @param {string[]} [folders] */
export function findProgram(name, folders = []) {
  const candidates = [...(process.env.PATH ?? '').split(delimiter).filter(Boolean), ...folders];
  return candidates.map((folder) => join(folder, name)).find(isExecutable) ?? null;
}

/** @param {string} path */
export function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false; // absence is the answer, not a fault
  }
}

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env]
 * @property {number} [limitMs] the program is killed after this long
 * @property {(line: string) => void} [onLine] each line it prints
 * @property {() => void} [onWait] called every ten seconds while it runs
 */

/**
 * Runs a program to its end.
 * @param {string} program @param {string[]} args @param {RunOptions} [options]
 * @returns {Promise<{ code: number | null, output: string, timedOut: boolean }>} never rejects; code is null when it could not run
 */
export function run(program, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: options.cwd ?? projectFolder,
      env: options.env ?? process.env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    let timedOut = false;
    const wait = options.onWait ? setInterval(options.onWait, 10_000) : undefined;
    const limit = options.limitMs
      ? setTimeout(() => {
          timedOut = true;
          child.kill('SIGKILL');
        }, options.limitMs)
      : undefined;
    const take = (/** @type {Buffer} */ chunk) => {
      output = `${output}${chunk}`.slice(-200_000);
      if (options.onLine) for (const line of String(chunk).split('\n')) if (line) options.onLine(line);
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    const leave = () => {
      child.kill('SIGTERM');
      process.exit(130);
    };
    process.once('SIGINT', leave).once('SIGTERM', leave);
    const end = (/** @type {number | null} */ code) => {
      process.off('SIGINT', leave).off('SIGTERM', leave);
      clearInterval(wait);
      clearTimeout(limit);
      resolve({ code, output, timedOut });
    };
    child.on('error', (error) => {
      output += error.message;
      end(null);
    });
    child.on('close', end);
  });
}

/** The last lines a program printed. @param {string} output @param {number} [count] */
export const lastLines = (output, count = 8) => output.trim().split('\n').slice(-count).join('\n');
