// The folder of all data: made, and checked to be one that can keep data safely, before any server starts.
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  rmSync,
  statfsSync,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { hasCode } from '../process/processes.ts';
import { StartFailure } from '../process/start-failure.ts';
import { makePrivate } from './private-folder.ts';

const mebibyte = 1024 * 1024;
/** A new database with its first log segments takes about 60 MiB; later starts need room to write at all. */
const neededAtFirstMiB = 256;
const neededLaterMiB = 64;

/** @throws StartFailure when the folder cannot be made, written to, or is too full */
export function prepareDataFolder(folder: string): void {
  makeFolder(folder);
  makePrivate(folder);
  tryWriting(folder);
  mkdirSync(join(folder, 'log'), { recursive: true, mode: 0o700 });
  const { bavail, bsize } = statfsSync(folder);
  const freeMiB = Math.floor((bavail * bsize) / mebibyte);
  const neededMiB = statSync(join(folder, 'postgres'), { throwIfNoEntry: false })
    ? neededLaterMiB
    : neededAtFirstMiB;
  if (freeMiB < neededMiB) throw new StartFailure({ code: 'folder.full', folder, freeMiB, neededMiB });
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    readdirSync(folder);
  } catch (error) {
    if (hasCode(error, 'EEXIST') || hasCode(error, 'ENOTDIR'))
      throw new StartFailure({ code: 'folder.notAFolder', folder });
    throw cannotWrite(folder, error);
  }
}

function tryWriting(folder: string): void {
  const probe = join(folder, `.probe-${process.pid}`);
  try {
    const handle = openSync(probe, 'w', 0o600);
    writeSync(handle, Buffer.alloc(65_536));
    fsyncSync(handle);
    closeSync(handle);
  } catch (error) {
    throw cannotWrite(folder, error);
  } finally {
    rmSync(probe, { force: true });
  }
}

function cannotWrite(folder: string, error: unknown): StartFailure {
  if (hasCode(error, 'ENOSPC') || hasCode(error, 'EDQUOT')) {
    return new StartFailure({ code: 'folder.full', folder, freeMiB: 0, neededMiB: neededAtFirstMiB });
  }
  const why = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  return new StartFailure({ code: 'folder.notWritable', folder, why });
}

/** A file descriptor appending to log/NAME.log; `keepLogsShort` sets aside what grew too long. */
export const openLog = (dataFolder: string, name: string): number =>
  openSync(logFile(dataFolder, name), 'a', 0o600);

export const logFile = (dataFolder: string, name: string) => join(dataFolder, 'log', `${name}.log`);
