// Starts one PostgreSQL and one Temporal for a whole test run, in a temporary folder, and provides what tests ask for.
// They stop when this process ends, however it ends: their warden sees the channel close.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import postgres from 'postgres';
import type { TestProject } from 'vitest/node';
import { appRole, createOwnedDatabase } from '../../host/embedded/postgres-roles.ts';
import { startWarden } from '../../host/embedded/warden-client.ts';
import { applySchemaChanges } from '../../ledger/schema-changes.ts';
import { buildPrograms, buildWorkflowBundle } from '../../setup/build.mjs';
import { findChromium } from '../../setup/chromium.mjs';
import { projectFolder } from '../../setup/program.mjs';
import { provideTemporal } from '../../setup/temporal-program.mjs';
import { provideTimeSkippingServer } from '../../setup/time-skipping-server.mjs';
import { buildTestPrograms } from '../servers/built-program.ts';
import { createDataFolder } from '../servers/data-folder.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Administrator of the run's PostgreSQL: may create databases. Most tests want `createDatabase()`. */
    databaseOwnerUrl: string;
    databaseAppPassword: string;
    /** With the schema as it is today, for `createDatabase()` to copy: nobody connects to it. */
    schemaDatabase: string;
    databaseOwnerPassword: string;
    /** host:port of the run's Temporal, namespace `default`, our search attributes registered. */
    temporalAddress: string;
    /** The `temporal` program, for tests that start a server of their own. */
    temporalProgramPath: string;
    timeSkippingServerPath: string;
    workflowBundlePath: string;
    /** At rest, with a new database and its passwords: for `createUsedDataFolder()`. */
    usedDataFolder: string;
    /** For the rehearsal that the first file to want one loads: `copyLoadedRehearsal()`. */
    rehearsalFolder: string;
    /** Empty where there is none. */
    chromiumPath: string;
  }
}

const say = (line: string) => console.log(`set-up: ${line}`);

export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const folder = createDataFolder();
  const dataFolder = folder.path;
  const { path: program } = await provideTemporal(say);
  await buildPrograms(['host/embedded/warden.ts', 'host/main.ts', 'worker/untraced-promises.ts'], say);
  await buildTestPrograms();
  const bundle = bundleOrSay();
  const entry = join(projectFolder, 'dist/host/embedded/warden.js');
  const used = createDataFolder();
  const rehearsal = createDataFolder();
  const first = await startWarden(
    entry,
    { dataFolder: used.path, postgres: {}, temporal: null },
    () => undefined,
  );
  await first.stop();
  const temporal = { program, namespace: 'default', withUi: false };
  const warden = await startWarden(entry, { dataFolder, postgres: {}, temporal }, (notice) =>
    say(`${notice.server} ${notice.kind}`),
  );
  const { servers } = warden;
  if (servers.postgres === null || servers.temporal === null) throw new Error('both servers were asked for');
  await hurry(servers.postgres.adminUrl);
  project.provide(
    'schemaDatabase',
    await makeSchemaDatabase(servers.postgres.adminUrl, servers.postgres.ownerUrl),
  );
  project.provide('databaseOwnerUrl', servers.postgres.adminUrl);
  project.provide('databaseOwnerPassword', new URL(servers.postgres.ownerUrl).password);
  project.provide('databaseAppPassword', new URL(servers.postgres.appUrl).password);
  project.provide('temporalAddress', servers.temporal.address);
  project.provide('temporalProgramPath', program);
  project.provide('timeSkippingServerPath', await provideTimeSkippingServer(say));
  project.provide('workflowBundlePath', await bundle);
  project.provide('usedDataFolder', used.path);
  project.provide('rehearsalFolder', rehearsal.path);
  project.provide('chromiumPath', findChromium() ?? '');
  return async () => {
    await warden.stop();
    folder.remove();
    used.remove();
    rehearsal.remove();
  };
}

/**
 * Nothing of the run's own PostgreSQL outlives the machine's power, and hundreds of databases are made and dropped in it.
 * Tests that end a PostgreSQL start one of their own, as the product does.
 */
async function hurry(adminUrl: string): Promise<void> {
  const sql = postgres(adminUrl, { max: 1 });
  for (const setting of ['fsync', 'full_page_writes', 'autovacuum'])
    await sql`alter system set ${sql(setting)} = off`;
  await sql`select pg_reload_conf()`;
  await sql.end();
}

async function makeSchemaDatabase(adminUrl: string, ownerUrl: string): Promise<string> {
  const name = 'schema_of_today';
  const sql = postgres(adminUrl, { max: 1 });
  await createOwnedDatabase(sql, name);
  await sql.end();
  await applySchemaChanges(Object.assign(new URL(ownerUrl), { pathname: `/${name}` }).href, appRole);
  return name;
}

/** A bundle that cannot be built fails the tests that need it, not those of other rooms. */
async function bundleOrSay(): Promise<string> {
  const path = join(projectFolder, 'dist/workflow-bundle.js');
  try {
    return await buildWorkflowBundle(say);
  } catch (error) {
    rmSync(path, { force: true });
    console.error(error instanceof Error ? error.message : error);
    return path;
  }
}
