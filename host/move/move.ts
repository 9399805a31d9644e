// Moves the embedded database to one of one's own, whole: in one transaction there, each table compared with what it was copied
// from. The embedded one stays as it is, and says where its record went.
import { createHash, type Hash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import postgres from 'postgres';
import { applySchemaChanges } from '../../ledger/schema-changes.ts';
import { copyIn, copyOut, type WholeTable, wholeTables } from '../../ledger/whole-tables.ts';
import { prepareDataFolder } from '../embedded/data-folder.ts';
import { appRole } from '../embedded/postgres-roles.ts';
import { startPostgres } from '../embedded/postgres-server.ts';
import type { Environment } from '../process/environment.ts';
import { takeLock } from '../process/lock.ts';
import { markMoved } from '../process/moved.ts';
import { MoveFailure } from './move-failure.ts';
import { requireTarget, requireTemporal, type Target } from './target.ts';

export interface Moved {
  target: Target;
  programmes: string[];
  entries: number;
  tables: number;
}

/** Its own: a fresh schema has written it down already. */
const SCHEMA = 'schema_change';

/**
 * @param onlyCheck looks at both sides and writes nothing
 * @throws MoveFailure or StartFailure, with both sides as they were
 */
export async function move(environment: Environment, onlyCheck: boolean): Promise<Moved> {
  const { dataFolder } = environment;
  if (!existsSync(join(dataFolder, 'postgres/cluster/PG_VERSION')))
    throw new MoveFailure({ code: 'nothing.there', folder: dataFolder });
  const target = await requireTarget(environment);
  // One that was put back from a backup has not been started yet.
  prepareDataFolder(dataFolder);
  const lock = takeLock(dataFolder, 'npm run move');
  try {
    const source = await startPostgres(dataFolder);
    const sql = postgres(source.addresses.ownerUrl, { max: 1, connection: { TimeZone: 'UTC' } });
    try {
      const codes = await programmesIn(sql);
      await requireTemporal(environment, codes);
      if (!onlyCheck) {
        await applySchemaChanges(source.addresses.ownerUrl, appRole);
        await copyAll(sql, target);
        markMoved(dataFolder, target.address);
      }
      const [counted] = await sql<{ entries: number }[]>`select count(*)::integer as entries from entry`;
      const tables = (await wholeTables(sql)).length;
      return { target, programmes: codes, entries: counted?.entries ?? 0, tables };
    } finally {
      await sql.end({ timeout: 5 });
      await source.stop();
    }
  } finally {
    lock.release();
  }
}

async function programmesIn(sql: postgres.Sql): Promise<string[]> {
  const rows = await sql<{ code: string }[]>`
    select distinct chain as code from definition where kind = 'programme' order by chain`;
  return rows.map(({ code }) => code);
}

/**
 * What holds for those who write, and not for rows that stood: a version before the entry that adopts it, powers that an entry says, a
 * programme that was handed over, and what 0.2.0 kept. All that a chain has to be is asked of the copies too.
 */
const NOT_OF_COPIES = [
  ['definition', 'named', ''],
  ['entry', 'says_powers', ''],
  ['entry', 'here', ''],
  ['post_grant_before', 'append_only', 'always'],
] as const;

async function copyAll(source: postgres.Sql, target: Target): Promise<void> {
  const tables = (await wholeTables(source)).filter(({ name }) => name !== SCHEMA);
  await applySchemaChanges(target.ownerUrl, target.role, async (tx) => {
    await tx`set local time zone 'UTC'`;
    for (const [table, trigger] of NOT_OF_COPIES)
      await tx`alter table ${tx(table)} disable trigger ${tx(trigger)}`;
    for (const table of tables) await copyOne(source, tx, table);
    for (const [table, trigger, how] of NOT_OF_COPIES)
      await tx`alter table ${tx(table)} enable ${tx.unsafe(how)} trigger ${tx(trigger)}`;
  });
}

async function copyOne(source: postgres.Sql, tx: postgres.TransactionSql, table: WholeTable): Promise<void> {
  const given = createHash('sha256');
  const into = await copyIn(tx, table);
  await pipeline(await copyOut(source, table), passedBy(given), into);
  if ((await digestOf(await copyOut(tx, table))) !== given.digest('hex'))
    throw new MoveFailure({ code: 'copy.differs', table: table.name });
}

const passedBy = (hash: Hash) =>
  async function* (rows: AsyncIterable<Buffer>) {
    for await (const chunk of rows) {
      hash.update(chunk);
      yield chunk;
    }
  };

async function digestOf(rows: Readable): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of rows) hash.update(chunk);
  return hash.digest('hex');
}
