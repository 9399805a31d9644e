// Makes the read models anew from entries and definitions, one chain at a time while others go on. What was read and
// what was delivered is not touched: nothing is sent twice. The proof of the record compares the same rows with those that stand.

import type postgres from 'postgres';
import { start } from '../../machines/migration/migration.ts';
import type { MigrationSnapshot } from '../../machines/migration/state.ts';
import type { Entry } from '../../machines/record/entry.ts';
import { bodyOf, snapshotIn } from '../../machines/record/reader.ts';
import type { Database } from '../database.ts';
import type { Definitions, KeptMigration } from '../definitions/definitions.ts';
import {
  boardRow,
  headOf,
  type Letter,
  lettersOf,
  lettersOfProgramme,
  modelsOfRow,
  noModels,
  noticesOf,
  type ReadModels,
} from './rows.ts';

export type Told = Pick<Entry, 'body' | 'hash' | 'effects'>;
/** The definition of a version of the chain. */
type Deciding = (version: number) => Promise<KeptMigration>;

/** The rows that a chain leads to, and its letters, which notices are made of. */
type ChainModels = Pick<ReadModels, 'boards' | 'deadlines'> & { letters: Letter[] };

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
  const programmes = await sql<{ chain: string }[]>`
    select distinct chain from definition where kind = 'programme' and (${within}::text is null or programme = ${within})`;
  for (const { chain } of programmes) await sql.begin((tx) => rebuildProgramme(tx, definitions, chain));
  await sql`select rebuild_powers()`;
  return chains.length;
}

export async function rebuildChain(
  tx: postgres.TransactionSql,
  definitions: Definitions,
  chain: string,
): Promise<void> {
  await tx`select lock_chain(${chain})`;
  for (const table of ['board', 'deadline', 'notice'])
    await tx`delete from ${tx(table)} where chain = ${chain}`;
  const entries = await tx<Told[]>`select body, hash, effects from entry where chain = ${chain} order by seq`;
  const [last] = await tx<{ snapshot: string }[]>`
    select snapshot from entry where chain = ${chain} order by seq desc limit 1`;
  const models = last
    ? await modelsOfChain(entries, last.snapshot, (version) => definitions.migration(chain, version))
    : beginning(await definitions.firstMigration(chain));
  const { boards, deadlines, letters } = models;
  const rows = { ...noModels(), boards, deadlines, notices: noticesOf(letters) };
  await tx`select write_read_models(${JSON.stringify(rows)}::text::jsonb)`;
}

/** What a programme's own chain tells people, each entry by the name of its programme then. */
export async function lettersOfProgrammeChain(
  definitions: Pick<Definitions, 'deciding'>,
  chain: string,
  entries: readonly Pick<Told, 'body'>[],
): Promise<Letter[]> {
  const letters: Letter[] = [];
  for (const entry of entries) {
    const kept = await definitions.deciding(chain, bodyOf(entry).versions.definition);
    if (kept.kind === 'programme') letters.push(...lettersOfProgramme(kept.definition, entry));
  }
  return letters;
}

export async function rebuildProgramme(
  tx: postgres.TransactionSql,
  definitions: Definitions,
  chain: string,
): Promise<void> {
  await tx`select lock_chain(${chain})`;
  await tx`delete from notice where chain = ${chain}`;
  const entries = await tx<Told[]>`
    select body, hash, effects from entry where chain = ${chain} and body like '%"deputy":%' order by seq`;
  const notices = noticesOf(await lettersOfProgrammeChain(definitions, chain, entries));
  await tx`select write_read_models(${JSON.stringify({ ...noModels(), notices })}::text::jsonb)`;
}

async function modelsOfChain(
  entries: readonly Told[],
  snapshot: string,
  deciding: Deciding,
): Promise<ChainModels> {
  const last = entries.at(-1);
  if (!last) throw new Error('a chain without entries has only begun');
  return {
    ...(await rowsOfChain(last, snapshot, deciding)),
    letters: await lettersOfChain(entries, deciding),
  };
}

/** The board's row of a chain and its deadlines, by its last entry and the state that it led to. */
export async function rowsOfChain(
  last: Pick<Told, 'body' | 'hash'>,
  snapshot: string,
  deciding: Deciding,
): Promise<Pick<ChainModels, 'boards' | 'deadlines'>> {
  const body = bodyOf(last);
  const { definition } = await deciding(body.versions.definition);
  return modelsOfRow(
    boardRow(definition, snapshotIn<MigrationSnapshot>({ snapshot }), headOf(body, last.hash)),
  );
}

export async function lettersOfChain(entries: readonly Told[], deciding: Deciding): Promise<Letter[]> {
  const letters: Letter[] = [];
  for (const entry of entries) {
    const { definition } = await deciding(bodyOf(entry).versions.definition);
    letters.push(...lettersOf(definition, entry));
  }
  return letters;
}

/** The rows of a migration that has only begun; none where there is no migration. */
export function beginning(first: KeptMigration | null): ChainModels {
  if (!first) return { boards: [], deadlines: [], letters: [] };
  const row = boardRow(first.definition, start(first.definition, first.begin), null);
  return { ...modelsOfRow(row), letters: [] };
}
