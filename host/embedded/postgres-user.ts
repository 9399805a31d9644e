// Who PostgreSQL runs as. It refuses root, so root hands it to another user, who must be able to reach its files.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { StartFailure } from '../process/start-failure.ts';

export interface PostgresUser {
  name: string;
  uid: number;
  gid: number;
}

/** The user to drop to when we are root; null when we are not and PostgreSQL runs as ourselves. */
export function postgresUser(): PostgresUser | null {
  if (process.getuid?.() !== 0) return null;
  const users = readFileSync('/etc/passwd', 'utf8').split('\n').map(toUser);
  const user = ['postgres', 'nobody'].map((name) => users.find((u) => u?.name === name)).find((u) => u);
  return user ?? { name: 'nobody', uid: 65_534, gid: 65_534 };
}

function toUser(line: string): PostgresUser | null {
  const [name, , uid, gid] = line.split(':');
  return name && uid && gid ? { name, uid: Number(uid), gid: Number(gid) } : null;
}

/** @throws StartFailure naming the first folder on the way that the user may not pass */
export function requireReach(folder: string, user: PostgresUser | null): void {
  if (user === null) return;
  const ancestor = firstClosed(folder, user);
  if (ancestor !== null)
    throw new StartFailure({ code: 'folder.unreachable', folder, ancestor, user: user.name });
}

/** The first folder from the root down that the user may not pass, or null. Asks the system, so that ACLs count. */
export function firstClosed(folder: string, user: PostgresUser): string | null {
  const script = 'for folder; do test -x "$folder" || { printf %s "$folder"; exit 3; }; done';
  const { status, stdout } = spawnSync('/bin/sh', ['-c', script, 'sh', ...downTo(folder)], {
    uid: user.uid,
    gid: user.gid,
    cwd: '/',
    encoding: 'utf8',
  });
  return status === 3 ? stdout : null;
}

function downTo(folder: string): string[] {
  const parent = dirname(folder);
  return parent === folder ? [folder] : [...downTo(parent), folder];
}
