// The embedded database's passwords are replaced while it rests: the old ones open nothing, the record is there, and a change that
// was cut off is completed by asking again.
import { copyFileSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import postgres from 'postgres';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startPostgres } from '../../host/embedded/postgres-server.ts';
import { startToken } from '../../host/process/processes.ts';
import { renewPasswords } from '../../host/renew/renew.ts';
import { createUsedDataFolder, type DataFolder } from '../servers/data-folder.ts';

let folder: DataFolder;
beforeEach(() => {
  folder = createUsedDataFolder();
});
afterEach(() => folder.remove());

const inFolder = (name: string) => join(folder.path, name);
const secrets = () => JSON.parse(readFileSync(inFolder('secrets.json'), 'utf8')) as Record<string, string>;

it('old passwords open nothing, new ones do, and a run that was cut off is completed by the next', async () => {
  copyFileSync(inFolder('secrets.json'), inFolder('log/former'));
  const former = secrets();
  await renewPasswords(folder.path);
  const now = secrets();
  for (const name of ['postgresAdmin', 'postgresOwner', 'postgresApp'])
    expect(now[name]).not.toBe(former[name]);
  expect(existsSync(inFolder('secrets.json.next'))).toBe(false);

  const server = await startPostgres(folder.path);
  for (const [url, name] of [
    [server.addresses.adminUrl, 'postgresAdmin'],
    [server.addresses.ownerUrl, 'postgresOwner'],
    [server.addresses.appUrl, 'postgresApp'],
  ] as const) {
    const old = Object.assign(new URL(url), { password: former[name] }).href;
    const sql = postgres(old, { max: 1 });
    await expect(sql`select 1`).rejects.toMatchObject({ code: '28P01' });
    await sql.end();
  }
  await server.stop();

  // Cut off when the database had taken them, and their file was not yet in its place.
  renameSync(inFolder('secrets.json'), inFolder('secrets.json.next'));
  copyFileSync(inFolder('log/former'), inFolder('secrets.json'));
  await expect(startPostgres(folder.path)).rejects.toThrow(/does not take the password/);
  await renewPasswords(folder.path);
  expect(secrets()).toEqual(now);
});

it('nobody’s password is changed while somebody is at work on the folder', async () => {
  const former = secrets();
  const pid = process.ppid;
  const holder = { pid, started: startToken(pid), address: 'http://127.0.0.1:8765' };
  writeFileSync(inFolder('sekimori.lock'), JSON.stringify(holder));
  await expect(renewPasswords(folder.path)).rejects.toThrow('http://127.0.0.1:8765');
  expect(secrets()).toEqual(former);
  expect(existsSync(inFolder('secrets.json.next'))).toBe(false);
});
