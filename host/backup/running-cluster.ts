// A database that goes on while it is copied, by PostgreSQL's own protocol for it (low-level base backup): its files as they
// happen to be, and the log from the first to the last moment, from which the next start makes them whole.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import postgres from 'postgres';
import { secretsOf } from '../process/keys/secrets.ts';
import { commandLine, isAlive } from '../process/processes.ts';
import { BackupFailure } from './backup-failure.ts';

export interface RunningCluster {
  /** From here on what changes is also in the log. */
  begin: () => Promise<void>;
  /** The label that the copy starts from, and the log's files that it needs. */
  end: () => Promise<{ label: string; logFiles: string[] }>;
  close: () => Promise<void>;
}

/** The port of the PostgreSQL that lives on this cluster; null where none does. */
export function livingPort(cluster: string): number | null {
  const file = join(cluster, 'postmaster.pid');
  if (!existsSync(file)) return null;
  const lines = readFileSync(file, 'utf8').split('\n');
  const pid = Number(lines[0]);
  return isAlive(pid) && commandLine(pid).includes(cluster) ? Number(lines[3]) : null;
}

export function runningCluster(dataFolder: string, cluster: string, port: number): RunningCluster {
  const { postgresAdmin: password } = secretsOf(dataFolder, cluster);
  // One session for all: PostgreSQL gives a backup up when the session that began it ends.
  const sql = postgres({
    host: '127.0.0.1',
    port,
    user: 'postgres',
    password,
    database: 'postgres',
    max: 1,
    idle_timeout: 0,
    max_lifetime: null,
    onnotice: () => undefined,
  });
  let first = '';
  return {
    begin: () =>
      orEnded(async () => {
        // A temporary slot: the log since now is not removed until we have it; it goes with the session.
        await sql`select pg_create_physical_replication_slot(${`sekimori_backup_${process.pid}`}, true, true)`;
        const [row] = await sql<{ file: string }[]>`
          select pg_walfile_name(pg_backup_start('sekimori', true)) as file`;
        first = row?.file ?? '';
      }),
    end: () =>
      orEnded(async () => {
        const [stopped] = await sql<{ label: string; last: string }[]>`
          select labelfile as label, pg_walfile_name(lsn) as last from pg_backup_stop(false)`;
        const { label, last } = stopped ?? { label: '', last: '' };
        const files = await sql<{ name: string }[]>`
          select name from pg_ls_waldir() where name ~ '^[0-9A-F]{24}$' and name between ${first} and ${last} order by name`;
        return { label, logFiles: files.map(({ name }) => name) };
      }),
    close: () => sql.end({ timeout: 2 }),
  };
}

async function orEnded<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    throw new BackupFailure({ code: 'database.ended', why: String(error) });
  }
}
