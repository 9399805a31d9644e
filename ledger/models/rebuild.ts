// Makes the read models anew from entries and definitions, one chain at a time while others go on. What was read and
// what was delivered is not touched: nothing is sent twice.
import type postgres from 'postgres';
import { start } from '../../machines/migration/migration.ts';
import type { MigrationSnapshot } from '../../machines/migration/state.ts';
import { snapshotIn } from '../../machines/play/stored.ts';
import type { Entry } from '../../machines/record/entry.ts';
import type { Definitions } from '../chain/definitions.ts';
import type { Database } from '../database.ts';
import {
  boardRow,
  bodyOf,
  headOf,
  lettersOf,
  noModels,
  noticesOf,
  type ReadModels,
  standingModels,
} from './rows.ts';

type Told = Pick<Entry, 'body' | 'hash' | 'effects'>;

/** Gives the number of chains rebuilt. */
export async function rebuildReadModels(
  { sql }: Database,
  definitions: Definitions,
  programme?: string,
): Promise<number> {
  const within = programme ?? null;
  const chains = await sql<{ chain: string }[]>`
    select chain from definition where kind = 'migration' and (${within}::text is null or programme = ${within})
    union select chain from board where ${within}::text is null or programme = ${within}
    order by chain`;
  for (const { chain } of chains) await sql.begin((tx) => rebuildChain(tx, definitions, chain));
  return chains.length;
}

async function rebuildChain(
  tx: postgres.TransactionSql,
  definitions: Definitions,
  chain: string,
): Promise<void> {
  await tx`select lock_chain(${chain})`;
  for (const table of ['board', 'deadline', 'notice'])
    await tx`delete from ${tx(table)} where chain = ${chain}`;
  const entries = await tx<Told[]>`select body, hash, effects from entry where chain = ${chain} order by seq`;
  const last = entries.at(-1);
  const models = last
    ? await entryModels(tx, definitions, entries, last)
    : await beginning(definitions, chain);
  await tx`select write_read_models(${JSON.stringify({ ...noModels(), ...models })}::text::jsonb)`;
}

async function entryModels(
  tx: postgres.TransactionSql,
  definitions: Definitions,
  entries: readonly Told[],
  last: Told,
): Promise<Partial<ReadModels>> {
  const body = bodyOf(last);
  const [{ snapshot } = { snapshot: '' }] = await tx<{ snapshot: string }[]>`
    select snapshot from entry where chain = ${body.chain} and seq = ${body.seq}`;
  const { definition } = await definitions.migration(body.chain, body.versions.definition);
  const letters = await Promise.all(
    entries.map(async (entry) => {
      const { chain, versions } = bodyOf(entry);
      const { definition: deciding } = await definitions.migration(chain, versions.definition);
      return lettersOf(deciding, entry);
    }),
  );
  const row = boardRow(definition, snapshotIn<MigrationSnapshot>({ snapshot }), headOf(body, last.hash));
  return { ...standingModels(row), notices: noticesOf(letters.flat()) };
}

async function beginning(definitions: Definitions, chain: string): Promise<Partial<ReadModels>> {
  const first = await definitions.firstMigration(chain);
  if (!first) return {};
  return standingModels(boardRow(first.definition, start(first.definition, first.begin), null));
}
