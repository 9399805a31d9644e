// Takes a programme's definitions into the record, all or none, and puts its migrations on the board as they begin.
// Loading the same again changes nothing.
import type postgres from 'postgres';
import { start } from '../../machines/migration/migration.ts';
import type { ProgrammeDefinition } from '../../machines/programme/definition.ts';
import { failureOf, LedgerRefusal } from '../chain/failure.ts';
import type { Database } from '../database.ts';
import { boardRow, modelsOfRow, noModels, type ReadModels } from '../models/rows.ts';
import { type DefinitionRow, type KeptMigration, migrationRecord, programmeRecord } from './definitions.ts';
import { keepParts } from './parts.ts';

export interface Loading {
  programme?: ProgrammeDefinition;
  /** In the programme's own order. */
  migrations: KeptMigration[];
  /** The place of the first of them in that order; 0 where left out. */
  from?: number;
}

/** Definitions that were not in the record before. */
export interface Loaded {
  added: number;
}

const BATCH = 500;

/** @throws LedgerRefusal `definition.differs` when a version stands with another content; nothing is written then. */
export async function load(
  database: Database,
  { programme, migrations, from = 0 }: Loading,
): Promise<Loaded> {
  try {
    return await database.sql.begin(async (tx) => {
      let added = programme ? (await keep(tx, [programmeRecord(programme)])).length : 0;
      for (let at = 0; at < migrations.length; at += BATCH) {
        added += await loadMigrations(tx, migrations.slice(at, at + BATCH), from + at);
      }
      return { added };
    });
  } catch (error) {
    throw failureOf(error);
  }
}

async function loadMigrations(
  tx: postgres.TransactionSql,
  migrations: KeptMigration[],
  first: number,
): Promise<number> {
  const given = migrations.map((migration, index) => migrationRecord(migration, first + index));
  const records = given.map(({ record }) => record);
  await keepParts(
    tx,
    given.flatMap(({ parts }) => parts),
  );
  const added = await keep(tx, records);
  const fresh = new Set(added.filter(({ first: isFirst }) => isFirst).map(({ chain }) => chain));
  const begun = migrations.filter((_, index) => fresh.has(records[index]?.chain ?? ''));
  await tx`select write_read_models(${JSON.stringify(beginnings(begun))}::text::jsonb)`;
  return added.length;
}

function beginnings(migrations: KeptMigration[]): ReadModels {
  const models = noModels();
  for (const { definition, begin } of migrations) {
    const { boards, deadlines } = modelsOfRow(boardRow(definition, start(definition, begin), null));
    models.boards.push(...boards);
    models.deadlines.push(...deadlines);
  }
  return models;
}

/** Gives those that were added, and whether each is its chain's first version. */
export async function keep(tx: postgres.TransactionSql, records: DefinitionRow[]) {
  const given = JSON.stringify(records);
  const added = await tx<{ chain: string; first: boolean }[]>`
    insert into definition (chain, version, kind, json, begin, position)
      select chain, version, kind, json, begin, position
      from jsonb_to_recordset(${given}::text::jsonb)
        as given (chain text, version integer, kind text, json text, begin text, position integer)
      order by chain
    on conflict do nothing
    returning chain, not exists (
      select from definition before where before.chain = definition.chain and before.version <> definition.version
    ) as first`;
  const [differing] = await tx<{ chain: string; version: number }[]>`
    select given.chain, given.version
    from jsonb_to_recordset(${given}::text::jsonb) as given (chain text, version integer, json text, begin text)
      join definition there using (chain, version)
    where (there.json, coalesce(there.begin, '')) <> (given.json, coalesce(given.begin, ''))
    limit 1`;
  if (differing) throw new LedgerRefusal('definition.differs', { ...differing });
  return added;
}
