// The data folder is its owner's alone: its own mode, and those of the files we keep in it, narrowed where an earlier
// start or a copy left them open. What is inside PostgreSQL's folder is PostgreSQL's to guard.
import { chmodSync, chownSync, lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { hasCode } from '../process/processes.ts';
import { StartFailure } from '../process/start-failure.ts';
import { postgresUser } from './postgres-user.ts';

/** Files that are in no other program's folder. */
const marks = ['secrets.json', 'session-secret'];
const ourFiles =
  /^(temporal\.(db|pid)|secrets\.json|session-secret|operator\.json|moved\.json|sekimori\.lock)/;
const ourFolders = ['log', 'postgres', 'secrets', 'lost+found'];
const others = 0o077;

/**
 * Makes the folder and our files in it private. Run by root, PostgreSQL's own user may pass through the folder, by its
 * group, and nobody else.
 * @throws StartFailure for a folder that holds what is not ours, or whose mode cannot be set
 */
export function makePrivate(folder: string): void {
  const names = readdirSync(folder);
  if (!isOurs(names)) throw new StartFailure({ code: 'folder.shared', folder });
  narrowFolder(folder);
  for (const name of names.filter((one) => ourFiles.test(one))) narrow(join(folder, name), 0o600);
  if (!names.includes('log')) return;
  narrow(join(folder, 'log'), 0o700);
  for (const name of readdirSync(join(folder, 'log'))) narrow(join(folder, 'log', name), 0o600);
}

const isOurs = (names: readonly string[]): boolean =>
  names.some((name) => marks.includes(name)) ||
  names.every((name) => ourFiles.test(name) || ourFolders.includes(name));

function narrowFolder(folder: string): void {
  const user = postgresUser();
  setMode(folder, user === null ? 0o700 : 0o710, user?.gid);
}

/** Links are left alone: what they point at is not ours to change. */
function narrow(path: string, mode: number): void {
  const found = lstatSync(path);
  if (found.isSymbolicLink() || (found.mode & others) === 0) return;
  setMode(path, found.isDirectory() ? 0o700 : mode);
}

function setMode(path: string, mode: number, gid?: number): void {
  try {
    if (gid !== undefined) chownSync(path, process.getuid?.() ?? -1, gid);
    chmodSync(path, mode);
  } catch (error) {
    if (hasCode(error, 'EROFS'))
      throw new StartFailure({ code: 'folder.notWritable', folder: path, why: 'EROFS' });
    if (!hasCode(error, 'EPERM')) throw error;
    throw new StartFailure({ code: 'folder.notPrivate', folder: path });
  }
  if ((lstatSync(path).mode & 0o007) !== 0)
    throw new StartFailure({ code: 'folder.notPrivate', folder: path });
}
