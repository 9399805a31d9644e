// The folder of all data: made, and checked to be one that can keep data safely, before any server starts.
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { hasCode } from '../process/processes.ts';
import { StartFailure } from '../process/start-failure.ts';

const mebibyte = 1024 * 1024;
/** A new database with its first log segments takes about 60 MiB; later starts need room to write at all. */
const neededAtFirstMiB = 256;
const neededLaterMiB = 64;
const logLimitBytes = 20 * mebibyte;

/** @throws StartFailure when the folder cannot be made, written to, or is too full */
export function prepareDataFolder(folder: string): void {
  makeFolder(folder);
  tryWriting(folder);
  const { bavail, bsize } = statfsSync(folder);
  const freeMiB = Math.floor((bavail * bsize) / mebibyte);
  const neededMiB = statSync(join(folder, 'postgres'), { throwIfNoEntry: false })
    ? neededLaterMiB
    : neededAtFirstMiB;
  if (freeMiB < neededMiB) throw new StartFailure({ code: 'folder.full', folder, freeMiB, neededMiB });
}

function makeFolder(folder: string): void {
  try {
    const isNew = !existsSync(folder);
    mkdirSync(join(folder, 'log'), { recursive: true });
    if (isNew) chmodSync(folder, 0o711); // PostgreSQL's own user passes through; what is private below says so itself
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

/** A file descriptor appending to log/NAME.log; an overlong log is set aside once. */
export function openLog(dataFolder: string, name: string): number {
  const file = logFile(dataFolder, name);
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > logLimitBytes) renameSync(file, `${file}.1`);
  return openSync(file, 'a', 0o600);
}

export const logFile = (dataFolder: string, name: string) => join(dataFolder, 'log', `${name}.log`);
