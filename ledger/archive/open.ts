// Opens an archive in an installation that holds nothing yet: proven before anything is written, then all of it in one transaction, with
// the entry by which it goes on here. Runs are started from the record as lost ones are.
import type postgres from 'postgres';
import { isMigration } from '../../machines/record/chain.ts';
import type { Entry } from '../../machines/record/entry.ts';
import { bodyOf } from '../../machines/record/reader.ts';
import { CHANNELS, carried, write } from '../chain/append.ts';
import type { ChainHead } from '../chain/entries.ts';
import { failureOf } from '../chain/failure.ts';
import type { Database } from '../database.ts';
import { Definitions } from '../definitions/definitions.ts';
import { keep } from '../definitions/load.ts';
import { keepParts } from '../definitions/parts.ts';
import {
  lettersOfChain,
  lettersOfProgrammeChain,
  rebuildChain,
  rebuildProgramme,
} from '../models/rebuild.ts';
import { type Letter, noModels } from '../models/rows.ts';
import { ArchiveRefusal } from './fault.ts';
import { type ArchiveProof, proveArchive } from './prove.ts';
import type { Archive } from './read.ts';
import { type GoingOn, takingUp } from './taking-up.ts';

export type Opening =
  /** Its chains are wrong: nothing is written. */
  | { status: 'wrong'; proof: ArchiveProof }
  /** It stands here with the very same heads. */
  | { status: 'stands'; proof: ArchiveProof }
  /** `entry`: by which it goes on here. Written unless it was only asked what would be. */
  | { status: 'opened'; proof: ArchiveProof; entry: Entry };

const BATCH = 200;

/**
 * @param onlyCheck looks at everything and writes nothing
 * @throws ArchiveRefusal with nothing written
 */
export async function openArchive(
  database: Database,
  archive: Archive,
  goingOn: GoingOn,
  onlyCheck: boolean,
): Promise<Opening> {
  const proof = await proveArchive(archive);
  if (!proof.ok) return { status: 'wrong', proof };
  if (await standsAlready(database, archive)) return { status: 'stands', proof };
  const entry = await takingUp(archive, goingOn);
  if (!onlyCheck) {
    await database.apart
      .begin(async (tx) => {
        await tx`set local statement_timeout = 0`;
        await writeAll(tx, archive, entry);
      })
      .catch((error: unknown) => {
        throw failureOf(error);
      });
  }
  return { status: 'opened', proof, entry };
}

/** @throws ArchiveRefusal where anything else stands */
async function standsAlready({ sql }: Database, { manifest }: Archive): Promise<boolean> {
  const { programme, heads } = manifest;
  const rows = await sql<{ programme: string }[]>`
    select distinct programme from definition union select distinct programme from entry order by programme`;
  const there = rows.map((row) => row.programme);
  if (there.length === 0) return false;
  if (!there.includes(programme)) throw new ArchiveRefusal({ code: 'open.notEmpty', programmes: there });
  const differing: string[] = [];
  for (const head of heads) if (!(await hasHead(sql, head))) differing.push(head.chain);
  if (differing.length === 0) return true;
  throw new ArchiveRefusal({ code: 'open.otherHeads', programme, chains: differing });
}

async function hasHead(sql: postgres.Sql, { chain, seq, hash }: ChainHead): Promise<boolean> {
  const rows = await (seq === 0
    ? sql`select from definition where chain = ${chain}`
    : sql`select from entry where chain = ${chain} and seq = ${seq} and hash = ${hash}`);
  return rows.length > 0;
}

async function writeAll(tx: postgres.TransactionSql, archive: Archive, entry: Entry): Promise<void> {
  const { manifest, definitions, parts, chains } = archive;
  const { programme } = manifest;
  await keepParts(tx, parts);
  const first = new Map<string, number>();
  for (const { chain, version } of definitions) if (!first.has(chain)) first.set(chain, version);
  // A further version stands by the entry that adopts it, which brings it.
  await keep(
    tx,
    definitions.filter(({ chain, version }) => first.get(chain) === version),
  );
  const kept = new Definitions({ sql: tx });
  // Once its own chain stands to the entry that handed it over, nothing more is taken in any of the others.
  for (const [chain, entries] of [...chains].filter(([of]) => isMigration(of))) {
    await appendAll(tx, entries);
    await tellDelivered(tx, kept, chain, entries);
    await rebuildChain(tx, kept, chain);
  }
  await appendAll(tx, [...(chains.get(programme) ?? []), entry]);
  await tellOfProgramme(tx, kept, programme, chains.get(programme) ?? []);
  await tx`insert into programme_loading (programme, completed_at) values (${programme}, now())`;
}

async function appendAll(tx: postgres.TransactionSql, entries: readonly Entry[]): Promise<void> {
  const until = { notAfter: null, powersKnown: null };
  for (let at = 0; at < entries.length; at += BATCH) {
    const some = entries.slice(at, at + BATCH);
    const inTheWay = await write(tx, some, some.map(bodyOf), noModels(), until);
    if (inTheWay.length > 0) throw new Error('an entry stood in an empty record');
  }
}

async function tellOfProgramme(
  tx: postgres.TransactionSql,
  definitions: Definitions,
  programme: string,
  entries: readonly Entry[],
): Promise<void> {
  await markDelivered(tx, await lettersOfProgrammeChain(definitions, programme, entries));
  await rebuildProgramme(tx, definitions, programme);
}

/** Where it comes from they were told: nobody hears of them again. */
async function tellDelivered(
  tx: postgres.TransactionSql,
  definitions: Definitions,
  chain: string,
  entries: readonly Entry[],
): Promise<void> {
  await markDelivered(tx, await lettersOfChain(entries, (version) => definitions.migration(chain, version)));
}

async function markDelivered(tx: postgres.TransactionSql, letters: readonly Letter[]): Promise<void> {
  const rows = letters.flatMap((letter) => CHANNELS.map((channel) => carried(letter, channel)));
  await tx`
    insert into outbox (chain, seq, index, channel, letter, delivered_at)
      select chain, seq, index, channel, letter, now()
      from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb)
        as given (chain text, seq integer, index integer, channel text, letter jsonb)`;
}
