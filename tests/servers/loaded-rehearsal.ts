// Setagaya's rehearsal as its first start leaves it, at rest: loaded once in a run, copied by whoever wants one of its own. Its
// workflows are not copied: `npm start` runs the lost ones again from the record, as it would after a disaster.
import { execFileSync } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type postgres from 'postgres';
import { expect, inject, vi } from 'vitest';
import { closeToOthers, createOwnedDatabase, ownerRole } from '../../host/embedded/postgres-roles.ts';
import { readiness } from '../../server/contract/health.ts';
import { createDataFolder, type DataFolder } from './data-folder.ts';
import { madeBy } from './empty-database.ts';
import { createOutsideServers, type OutsideServers } from './outside-servers.ts';
import { firstStartMs, startSupervised } from './supervisor.ts';

const database = 'loaded_rehearsal';

export interface LoadedRehearsal {
  folder: DataFolder;
  servers: OutsideServers;
  /** What its first start said, with the passwords that are said only then. */
  said: string;
}

/** @param name of a namespace that is not there yet */
export async function copyLoadedRehearsal(name: string): Promise<LoadedRehearsal> {
  const said = await loadedOnce();
  const folder = createDataFolder();
  execFileSync('cp', ['-a', `${inject('rehearsalFolder')}/.`, folder.path]);
  const servers = await createOutsideServers(name, () => madeBy(copyOf));
  return { folder, servers, said };
}

async function copyOf(sql: postgres.Sql, name: string): Promise<void> {
  await sql`create database ${sql(name)} owner ${sql(ownerRole)} template ${sql(database)} strategy file_copy`;
  await closeToOthers(sql, name);
}

/** The first of the run's processes loads it, the others wait for it. */
async function loadedOnce(): Promise<string> {
  const said = join(inject('rehearsalFolder'), '..', 'said');
  const [claim, failure] = [`${said}.claim`, `${said}.failure`];
  if (claimed(claim)) {
    await load(said).catch((error: unknown) => {
      writeFileSync(failure, String(error));
      throw error;
    });
  }
  for (const until = Date.now() + firstStartMs; !existsSync(said); await sleep(100)) {
    if (existsSync(failure)) throw new Error(`the rehearsal did not load: ${readFileSync(failure, 'utf8')}`);
    if (Date.now() > until) throw new Error('waited for another file to load the rehearsal');
  }
  return readFileSync(said, 'utf8');
}

function claimed(path: string): boolean {
  try {
    closeSync(openSync(path, 'wx'));
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

async function load(path: string): Promise<void> {
  const servers = await createOutsideServers('loaded-rehearsal', () => madeBy(createOwnedDatabase, database));
  const tree = await startSupervised({ dataFolder: inject('rehearsalFolder'), env: servers.env });
  await tree.untilSaid('to stop:');
  tree.child.kill('SIGTERM');
  const code = await tree.ended;
  if (code !== 0) throw new Error(`it ended with ${code}:\n${tree.said()}`);
  writeFileSync(`${path}.partial`, tree.said());
  renameSync(`${path}.partial`, path);
}

/** Every workflow that the copy lacked runs again. */
export async function untilWell(url: string): Promise<void> {
  await vi.waitFor(
    async () => {
      const { detail } = readiness.parse(await (await fetch(`${url}/readyz`)).json());
      expect([detail.ill, detail.waitedFor, detail.lookedAt === null], 'every run well').toEqual([
        [],
        0,
        false,
      ]);
    },
    { timeout: 300_000, interval: 100 },
  );
}
