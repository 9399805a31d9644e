// Decides every recorded event again, from the definitions alone, and compares the states and effects it leads to with
// those on record.
import type postgres from 'postgres';
import { MACHINE_VERSION } from '../../machines/migration/migration.ts';
import { migrationPlayable } from '../../machines/migration/playable.ts';
import type { MigrationSnapshot } from '../../machines/migration/state.ts';
import { fold } from '../../machines/play/fold.ts';
import { snapshotIn } from '../../machines/play/stored.ts';
import { programmePlayable } from '../../machines/programme/playable.ts';
import type { ProgrammeSnapshot } from '../../machines/programme/state.ts';
import { canonical, digest, type Entry, type EntryBody } from '../../machines/record/entry.ts';
import type { Definitions } from '../chain/definitions.ts';
import { LedgerRefusal } from '../chain/failure.ts';
import { bodyOf, isMigration } from '../models/rows.ts';
import { deedOf } from '../past/past.ts';
import { programmeDeedOf } from '../past/programmes.ts';
import type { Fault, Wrong } from './wrong.ts';

/** Rows fetched at once. */
const FETCHED = 200;

type Snapshot = MigrationSnapshot | ProgrammeSnapshot;

interface Decided {
  snapshot: Snapshot;
  effects: unknown[];
}

/** The first entry of each chain that is decided otherwise now; what follows it in its chain is not looked at. */
export async function redecide(
  tx: postgres.TransactionSql,
  definitions: Definitions,
  within: string | null,
): Promise<{ redecided: number; wrong: Wrong[] }> {
  const wrong: Wrong[] = [];
  let redecided = 0;
  let chain = '';
  let snapshot: Snapshot | null = null;
  const rows = tx<Entry[]>`
    select body, hash, snapshot, effects from entry
    where ${within}::text is null or programme = ${within} order by chain, seq`.cursor(FETCHED);
  for await (const page of rows) {
    for (const entry of page) {
      const body = bodyOf(entry);
      if (wrong.at(-1)?.chain === body.chain) continue;
      if (body.chain !== chain) [chain, snapshot] = [body.chain, null];
      if (body.versions.machine !== MACHINE_VERSION) {
        // Decided by a machine that is no longer shipped: what it led to is taken as it stands.
        snapshot = snapshotIn<Snapshot>(entry);
        continue;
      }
      const decided = await decideOrMissing(definitions, snapshot, body);
      const what = decided === null ? 'definition' : difference(decided, body, entry);
      if (what) wrong.push({ chain, seq: body.seq, what, recordedAt: body.recordedAt });
      snapshot = decided?.snapshot ?? null;
      redecided += 1;
    }
  }
  return { redecided, wrong };
}

function difference(decided: Decided, body: EntryBody, entry: Entry): Fault | null {
  if (digest(canonical(decided.snapshot)) !== body.stateHash) return 'decision';
  return canonical(decided.effects) === entry.effects ? null : 'effects';
}

/** Null where the definition is missing that decided it. */
async function decideOrMissing(
  definitions: Definitions,
  before: Snapshot | null,
  body: EntryBody,
): Promise<Decided | null> {
  try {
    return isMigration(body.chain)
      ? await decideMigration(definitions, before as MigrationSnapshot | null, body)
      : await decideProgramme(definitions, before as ProgrammeSnapshot | null, body);
  } catch (error) {
    if (error instanceof LedgerRefusal && error.code === 'definition.unknown') return null;
    throw error;
  }
}

async function decideMigration(
  definitions: Definitions,
  before: MigrationSnapshot | null,
  body: EntryBody,
): Promise<Decided | null> {
  const { definition, begin } = await definitions.migration(body.chain, body.versions.definition);
  const from = before ?? migrationPlayable(definition).start(begin).snapshot;
  return fold(from, [deedOf(definition, body)])[0] ?? null;
}

async function decideProgramme(
  definitions: Definitions,
  before: ProgrammeSnapshot | null,
  body: EntryBody,
): Promise<Decided | null> {
  const definition = await definitions.programme(body.chain, body.versions.definition);
  const from = before ?? programmePlayable(definition).start().snapshot;
  return fold(from, [programmeDeedOf(definition, body)])[0] ?? null;
}
