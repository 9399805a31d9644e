// The folder of all data on this machine: how much room is left, and what in it others could read.
import { lstatSync, readdirSync, statfsSync } from 'node:fs';
import { join } from 'node:path';

const MEBIBYTE = 1024 * 1024;
/** A folder may be passed through: PostgreSQL runs as its own user where the server is root. */
const OTHERS_IN_FOLDER = 0o066;
const OTHERS_IN_FILE = 0o077;

export interface DataFolderState {
  freeMiB: number;
  /** What others may read or write, with its mode: `temporal.db 644`. */
  exposed: string[];
}

/** Looks at the folder, what is in it, and no deeper. @throws where the folder cannot be read */
export function dataFolderState(folder: string): DataFolderState {
  const { bavail, bsize } = statfsSync(folder);
  const exposed = ['.', ...readdirSync(folder)].flatMap((name) => exposure(folder, name));
  return { freeMiB: Math.floor((bavail * bsize) / MEBIBYTE), exposed };
}

function exposure(folder: string, name: string): string[] {
  const found = lstatSync(join(folder, name), { throwIfNoEntry: false });
  if (!found || !(found.isDirectory() || found.isFile())) return [];
  const others = found.isDirectory() ? OTHERS_IN_FOLDER : OTHERS_IN_FILE;
  return (found.mode & others) === 0 ? [] : [`${name} ${(found.mode & 0o777).toString(8)}`];
}
