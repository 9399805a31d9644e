// Adds entries to one chain: all of them, or none and what stands there instead. The read models that follow from them
// are computed here and written in the same transaction. What may be let in is gate.ts and proving.ts.

import postgres from 'postgres';
import type { MigrationSnapshot } from '../../machines/migration/state.ts';
import { programmeOf } from '../../machines/record/chain.ts';
import { requestKey } from '../../machines/record/claim.ts';
import type { AppendOutcome, Entry, EntryBody } from '../../machines/record/entry.ts';
import { bodyOf, snapshotIn } from '../../machines/record/reader.ts';
import type { Database } from '../database.ts';
import type { Definitions } from '../definitions/definitions.ts';
import { powersIn } from '../lock/empowered.ts';
import { type Gate, namesKey, requireLetIn, wantsProof } from '../lock/gate.ts';
import { isOfTimers, requireProven } from '../lock/proving.ts';
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
} from '../models/rows.ts';
import { failureOf, LedgerRefusal } from './failure.ts';

/** The channels besides the inbox that every notice goes to. */
export const CHANNELS = ['log'] as const;

/**
 * Compare-and-append, in one transaction, and in one round trip where people or imports vouch for all of it. All entries
 * are of one chain, in order, without gaps. `notAfter`: milliseconds of the database's own clock (`headNow`) after which
 * nothing is written; null where nobody gives up.
 * @throws LedgerRefusal when they can never be appended as they are
 * @throws LedgerUnavailable when they may or may not have been: ask again with the same entries
 */
export async function append(
  database: Database,
  gate: Gate,
  entries: readonly Entry[],
  notAfter: number | null,
): Promise<AppendOutcome> {
  const bodies = entries.map(bodyOf);
  const [first] = bodies;
  if (!first) return { status: 'appended' };
  requireOneRun(bodies);
  const programme = programmeOf(first.chain);
  try {
    const there = await unlessMoved(gate, programme, () => letIn(database, gate, entries, bodies, notAfter));
    if (bodies.some(namesKey)) gate.keys.forget(programme);
    if (bodies.some((body) => powersIn(body) !== null)) gate.powers.forget(programme);
    return there.length === 0 ? { status: 'appended' } : { status: 'occupied', entries: [...there] };
  } catch (error) {
    throw failureOf(error);
  }
}

async function letIn(
  database: Database,
  gate: Gate,
  entries: readonly Entry[],
  bodies: readonly EntryBody[],
  notAfter: number | null,
): Promise<Entry[]> {
  const { chain } = bodies[0] as EntryBody;
  const powersKnown = await requireLetIn(gate, bodies, () => standAlready(database, chain, entries));
  const models = await modelsOf(gate.definitions, entries, bodies);
  const until = { notAfter, powersKnown };
  const { definitions } = gate;
  const isProven =
    !bodies.some(wantsProof) ||
    (isOfTimers(bodies) && (await requireProven({ tx: database.sql, definitions }, entries, bodies)));
  if (isProven) return write(database.sql, entries, bodies, models, until);
  return database.sql.begin(async (tx) => {
    await tx`select lock_chain(${chain})`;
    await requireProven({ tx, definitions: definitions.within(tx) }, entries, bodies);
    return write(tx, entries, bodies, models, until);
  });
}

/** Powers change seldom: whoever meets a change looks again. */
const LOOKS = 3;

async function unlessMoved<T>(gate: Gate, programme: string, write: () => Promise<T>): Promise<T> {
  for (let looks = 1; ; looks += 1) {
    try {
      return await write();
    } catch (error) {
      const isMoved = error instanceof postgres.PostgresError && error.code === 'SK210';
      if (!isMoved || looks === LOOKS) throw error;
      gate.powers.forget(programme);
    }
  }
}

async function standAlready({ sql }: Database, chain: string, entries: readonly Entry[]): Promise<boolean> {
  const hashes = entries.map(({ hash }) => hash);
  const [found] = await sql<{ rows: number }[]>`
    select count(*)::integer as rows from entry where chain = ${chain} and hash = any (${hashes}::text[])`;
  return found?.rows === entries.length;
}

/** Gives what stands in the way: then nothing was written. What may be let in was asked before. */
export function write(
  sql: postgres.Sql | postgres.TransactionSql,
  entries: readonly Entry[],
  bodies: readonly EntryBody[],
  models: ReadModels,
  { notAfter, powersKnown }: { notAfter: number | null; powersKnown: number | null },
): Promise<Entry[]> {
  const { chain, seq } = bodies[0] as EntryBody;
  return sql<Entry[]>`select body, hash, snapshot, effects from append_entries(
    ${chain}, ${seq}, ${bodies.map(requestKey)}::text[],
    ${entries.map((entry) => entry.body)}::text[], ${entries.map((entry) => entry.hash)}::text[],
    ${entries.map((entry) => entry.snapshot)}::text[], ${entries.map((entry) => entry.effects)}::text[],
    ${JSON.stringify(models)}::text::jsonb, ${notAfter}::float8, ${powersKnown}::integer)`;
}

function requireOneRun(bodies: readonly EntryBody[]): void {
  const [first] = bodies;
  bodies.forEach(({ chain, seq }, index) => {
    if (first && (chain !== first.chain || seq !== first.seq + index)) {
      throw new LedgerRefusal('batch.mixed', { chain, seq });
    }
  });
}

async function modelsOf(
  definitions: Definitions,
  entries: readonly Entry[],
  bodies: readonly EntryBody[],
): Promise<ReadModels> {
  const [body, entry] = [bodies.at(-1), entries.at(-1)];
  if (!body || !entry) return noModels();
  const kept = await definitions.named(body.chain, body.versions);
  if (kept?.kind === 'programme')
    return { ...noModels(), ...told(entries.flatMap((each) => lettersOfProgramme(kept.definition, each))) };
  if (kept?.kind !== 'migration') return noModels();
  const { definition } = kept;
  const snapshot = snapshotIn<MigrationSnapshot>(entry);
  return {
    ...modelsOfRow(boardRow(definition, snapshot, headOf(body, entry.hash))),
    ...told(entries.flatMap((each) => lettersOf(definition, each))),
  };
}

const told = (letters: readonly Letter[]): Pick<ReadModels, 'notices' | 'letters'> => ({
  notices: noticesOf(letters),
  letters: letters.flatMap((letter) => CHANNELS.map((channel) => carried(letter, channel))),
});

export const carried = (letter: Letter, channel: string): ReadModels['letters'][number] => ({
  chain: letter.chain,
  seq: letter.seq,
  index: letter.index,
  channel,
  letter,
});
