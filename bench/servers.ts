// The servers under measurement: PostgreSQL and Temporal as the product starts them, on a data folder of the bench's own,
// and the worker as its own process. All end with the bench. A Temporal named in TEMPORAL_ADDRESS is used in place of ours.
import { type ChildProcess, fork } from 'node:child_process';
import { chmodSync, closeSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { logFile, openLog, prepareDataFolder } from '../host/embedded/data-folder.ts';
import { appRole, createOwnedDatabase } from '../host/embedded/postgres-roles.ts';
import { startWarden, type Warden } from '../host/embedded/warden-client.ts';
import {
  type Environment,
  readEnvironment,
  type TemporalConnectionOptions,
  temporalConnection,
} from '../host/process/environment.ts';
import { processEnvironment, processFlags } from '../host/process/kept-process.ts';
import { prepareOutsideTemporal } from '../host/process/outside-temporal.ts';
import { stopMessage } from '../host/process/parent.ts';
import { waitForEnd } from '../host/process/processes.ts';
import { packageFolder } from '../ledger/package-folder.ts';
import { applySchemaChanges } from '../ledger/schema-changes.ts';

export interface Servers {
  dataFolder: string;
  postgres: { pid: number; adminUrl: string; ownerUrl: string; appUrl: string };
  /** `pid`: null for one that is not ours. */
  temporal: { pid: number | null; namespace: string; connection: TemporalConnectionOptions };
  /** What a process needs to find Temporal. */
  temporalEnvironment: Record<string, string>;
  stop: () => Promise<void>;
}

/** Where `npm run bench` has built what runs. */
export const built = (path: string): string => join(packageFolder(), 'dist', path);

export function temporaryFolder(): { path: string; remove: () => void } {
  const parent = mkdtempSync(join(tmpdir(), 'sekimori-bench-'));
  chmodSync(parent, 0o711); // run by root, PostgreSQL's own user must pass through
  const path = join(parent, 'data');
  return { path, remove: () => rmSync(parent, { recursive: true, force: true }) };
}

export async function startServers(temporalProgram: string): Promise<Servers> {
  const folder = temporaryFolder();
  prepareDataFolder(folder.path);
  let warden: Warden | undefined;
  const stop = async () => {
    await warden?.stop();
    folder.remove();
  };
  try {
    const environment = readEnvironment(process.env);
    const outside = environment.temporal.address !== null;
    if (outside) await prepareOutsideTemporal(environment);
    const temporalPlan = outside ? null : { program: temporalProgram, namespace: 'default', withUi: false };
    const plan = { dataFolder: folder.path, postgres: {}, temporal: temporalPlan };
    warden = await startWarden(built('host/embedded/warden.js'), plan, (notice) => {
      throw new Error(`${notice.server} ${notice.kind} in the middle of a measurement`);
    });
    const { postgres: database, temporal } = warden.servers;
    if (database === null) throw new Error('PostgreSQL was asked for');
    await applySchemaChanges(database.ownerUrl, appRole);
    return { dataFolder: folder.path, postgres: database, ...temporalOf(environment, temporal), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Ours, or the one that the environment names; processes inherit what else they need of it. */
function temporalOf(
  environment: Environment,
  ours: { pid: number; address: string } | null,
): Pick<Servers, 'temporal' | 'temporalEnvironment'> {
  if (ours === null) {
    const { namespace } = environment.temporal;
    const temporal = { pid: null, namespace, connection: temporalConnection(environment) };
    return { temporal, temporalEnvironment: {} };
  }
  const { pid, address } = ours;
  return {
    temporal: { pid, namespace: 'default', connection: { address } },
    temporalEnvironment: { TEMPORAL_ADDRESS: address, TEMPORAL_NAMESPACE: 'default' },
  };
}

/** A further database on the same PostgreSQL, so that one measurement does not read what another wrote. */
export async function furtherDatabase(servers: Servers, name: string): Promise<string> {
  const admin = postgres(servers.postgres.adminUrl, { max: 1, onnotice: () => undefined });
  try {
    await createOwnedDatabase(admin, name);
  } finally {
    await admin.end({ timeout: 5 });
  }
  await applySchemaChanges(on(servers.postgres.ownerUrl, name), appRole);
  return on(servers.postgres.appUrl, name);
}

function on(url: string, database: string): string {
  const moved = new URL(url);
  moved.pathname = `/${database}`;
  return moved.href;
}

export interface BenchProcess {
  pid: number;
  child: ChildProcess;
  stop: () => Promise<void>;
}

/** A built process with its log in the data folder; ends when it is told to, or with the bench. */
export function startProcess(
  dataFolder: string,
  name: string,
  entry: string,
  env: Record<string, string>,
  flags: readonly string[] = [],
): BenchProcess {
  const log = openLog(dataFolder, name);
  const child = fork(built(entry), [], {
    env: { ...processEnvironment, ...process.env, ...env },
    stdio: ['ignore', log, log, 'ipc'],
    execArgv: [...processFlags, ...flags],
  });
  closeSync(log);
  const pid = child.pid ?? 0;
  const stop = async () => {
    if (child.connected) child.send(stopMessage);
    if (await waitForEnd(pid, 20_000)) return;
    child.kill('SIGKILL');
    await waitForEnd(pid, 5_000);
  };
  return { pid, child, stop };
}

/** The last lines of a process's log: why it did not come up. */
export const lastLines = (dataFolder: string, name: string): string =>
  readFileSync(logFile(dataFolder, name), 'utf8').trim().split('\n').slice(-15).join('\n');
