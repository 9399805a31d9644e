// The embedded PostgreSQL: made on the first start, started on loopback with passwords, stopped so that nothing is lost.
// Knows nothing of tables; schema changes are the ledger's.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import postgres from 'postgres';
import { type Secrets, secretsOf } from '../process/keys/secrets.ts';
import { requireNotMoved } from '../process/moved.ts';
import { freePort } from '../process/ports.ts';
import { commandLine, endProcess, hasCode, isAlive, startLimitMs } from '../process/processes.ts';
import { StartFailure } from '../process/start-failure.ts';
import { logFile, openLog } from './data-folder.ts';
import { postgresPrograms } from './postgres-programs.ts';
import { appRole, databaseName, ensureDatabase, ownerRole } from './postgres-roles.ts';
import { type PostgresUser, postgresUser, requireReach } from './postgres-user.ts';

/** Fast shutdown, then immediate, then none: the log makes each of them safe. */
export const postgresStopSignals = [
  ['SIGINT', 20_000],
  ['SIGQUIT', 5_000],
  ['SIGKILL', 5_000],
] as const;

export interface PostgresAddresses {
  port: number;
  pid: number;
  /** The cluster's administrator, on the database `postgres`. */
  adminUrl: string;
  ownerUrl: string;
  appUrl: string;
}

export interface PostgresServer {
  addresses: PostgresAddresses;
  process: ChildProcess;
  stop: (immediately?: boolean) => Promise<void>;
}

/**
 * Starts PostgreSQL on the data folder; one left behind by a killed parent is stopped first. A start that fails or is
 * told to stop leaves none behind.
 */
export async function startPostgres(
  dataFolder: string,
  wishedPort?: number,
  signal: AbortSignal = new AbortController().signal,
): Promise<PostgresServer> {
  const user = postgresUser();
  const home = join(dataFolder, 'postgres');
  const cluster = join(home, 'cluster');
  requireReach(dataFolder, user);
  requireNotMoved(dataFolder);
  const secrets = secretsOf(dataFolder, cluster);
  mkdirSync(home, { recursive: true, mode: 0o700 });
  if (user !== null) chownSync(home, user.uid, user.gid);
  const programs = postgresPrograms(user, join(home, 'programs'));
  if (existsSync(join(cluster, 'PG_VERSION'))) requireSameVersion(programs, cluster);
  else initialise({ programs, home, cluster, user, secrets, dataFolder });
  await endOrphan(cluster);
  signal.throwIfAborted();
  const port = wishedPort ?? (await freePort());
  const child = launch(programs, cluster, user, port, dataFolder);
  const addresses = addressesOf(port, child.pid, secrets);
  const stop = async (immediately = false) => {
    if (addresses.pid > 0)
      await endProcess(addresses.pid, immediately ? postgresStopSignals.slice(1) : postgresStopSignals);
  };
  try {
    await untilReady({ child, addresses, dataFolder, signal });
    await ensureDatabase(addresses.adminUrl, secrets);
    await requirePasswords(addresses, dataFolder);
  } catch (error) {
    await stop();
    throw error;
  }
  return { addresses, process: child, stop };
}

/** Those of an earlier database would be refused to every process for ever. */
async function requirePasswords({ ownerUrl, appUrl }: PostgresAddresses, dataFolder: string): Promise<void> {
  for (const url of [ownerUrl, appUrl]) {
    const refused = await ask(url);
    if (hasCode(refused, wrongPassword)) throw secretsWrong(url, dataFolder);
    if (refused !== null) throw refused;
  }
}

/** PostgreSQL's `invalid_password`: it is up, and waiting would not help. */
const wrongPassword = '28P01';

function secretsWrong(url: string, dataFolder: string): StartFailure {
  const role = new URL(url).username;
  return new StartFailure({ code: 'secrets.wrong', file: join(dataFolder, 'secrets.json'), role });
}

interface NewCluster {
  programs: string;
  home: string;
  cluster: string;
  user: PostgresUser | null;
  secrets: Secrets;
  dataFolder: string;
}

/** Made beside its final place and renamed, so that an interrupted making leaves nothing that looks whole. */
function initialise({ programs, home, cluster, user, secrets, dataFolder }: NewCluster): void {
  const fresh = join(home, 'cluster.new');
  const passwordFile = join(home, '.password');
  rmSync(fresh, { recursive: true, force: true });
  writeFileSync(passwordFile, `${secrets.postgresAdmin}\n`, { mode: 0o600 });
  if (user !== null) chownSync(passwordFile, user.uid, user.gid);
  const flags = ['--username=postgres', '--auth=scram-sha-256', '--encoding=UTF8', '--data-checksums'];
  const locale = ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const result = spawnSync(
    join(programs, 'bin/initdb'),
    [`--pgdata=${fresh}`, `--pwfile=${passwordFile}`, ...flags, ...locale],
    { ...identity(user), cwd: home, env: quietEnv(), encoding: 'utf8' },
  );
  rmSync(passwordFile, { force: true });
  if (result.status !== 0) {
    const why = (result.error?.message ?? result.stderr).trim().split('\n').slice(-2).join(' ');
    throw new StartFailure({
      code: 'postgres.failed',
      doing: 'initdb',
      why,
      log: logFile(dataFolder, 'postgres'),
    });
  }
  // initdb has synced the files; the rename is what makes them the cluster
  spawnSync('mv', [fresh, cluster], { ...identity(user), cwd: home });
}

function requireSameVersion(programs: string, cluster: string): void {
  const found = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim();
  const { stdout } = spawnSync(join(programs, 'bin/postgres'), ['--version'], {
    encoding: 'utf8',
    env: quietEnv(),
  });
  const ours = /(\d+)(\.|devel|beta|$)/.exec(stdout)?.[1] ?? stdout.trim();
  if (found !== ours) throw new StartFailure({ code: 'postgres.version', folder: cluster, found, ours });
}

/** A PostgreSQL whose parents were all killed still serves; a file of one that died names a stranger or nobody. */
async function endOrphan(cluster: string): Promise<void> {
  const file = join(cluster, 'postmaster.pid');
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  if (isAlive(pid) && commandLine(pid).includes(cluster)) await endProcess(pid, postgresStopSignals);
  rmSync(file, { force: true });
}

function launch(
  programs: string,
  cluster: string,
  user: PostgresUser | null,
  port: number,
  dataFolder: string,
) {
  const settings = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    max_connections: '80',
    shared_buffers: '64MB',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_line_prefix: '%m [%p] ',
  };
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const log = openLog(dataFolder, 'postgres');
  return spawn(join(programs, 'bin/postgres'), ['-D', cluster, ...options], {
    ...identity(user),
    cwd: cluster,
    env: quietEnv(),
    detached: true, // a terminal's Ctrl-C must not stop it before those who use it
    stdio: ['ignore', log, log],
  });
}

const identity = (user: PostgresUser | null) => (user === null ? {} : { uid: user.uid, gid: user.gid });

const quietEnv = (): NodeJS.ProcessEnv => ({ PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' });

function addressesOf(port: number, pid: number | undefined, secrets: Secrets): PostgresAddresses {
  const url = (user: string, password: string, database: string) =>
    `postgres://${user}:${password}@127.0.0.1:${port}/${database}`;
  return {
    port,
    pid: pid ?? 0,
    adminUrl: url('postgres', secrets.postgresAdmin, 'postgres'),
    ownerUrl: url(ownerRole, secrets.postgresOwner, databaseName),
    appUrl: url(appRole, secrets.postgresApp, databaseName),
  };
}

interface Awaited {
  child: ChildProcess;
  addresses: PostgresAddresses;
  dataFolder: string;
  signal: AbortSignal;
}

async function untilReady({ child, addresses, dataFolder, signal }: Awaited): Promise<void> {
  let spawnError: Error | null = null;
  child.on('error', (error) => {
    spawnError = error;
  });
  const until = Date.now() + startLimitMs;
  const log = logFile(dataFolder, 'postgres');
  let last: unknown = null;
  while (Date.now() < until) {
    signal.throwIfAborted();
    if (spawnError !== null || child.exitCode !== null || child.signalCode !== null) {
      const why = spawnError === null ? lastLogLine(log) : String(spawnError);
      throw new StartFailure({ code: 'postgres.failed', doing: 'start', why, log });
    }
    last = await ask(addresses.adminUrl);
    if (last === null) return;
    if (hasCode(last, wrongPassword)) throw secretsWrong(addresses.adminUrl, dataFolder);
    await sleep(50);
  }
  throw new StartFailure({ code: 'postgres.failed', doing: 'start', why: String(last), log });
}

async function ask(url: string): Promise<unknown> {
  const sql = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => undefined });
  try {
    await sql`select 1`;
    return null;
  } catch (error) {
    return error;
  } finally {
    await sql.end({ timeout: 1 });
  }
}

function lastLogLine(log: string): string {
  const lines = readFileSync(log, 'utf8').trim().split('\n');
  return lines.findLast((line) => /FATAL|PANIC|ERROR/.test(line)) ?? lines.at(-1) ?? '';
}
