// Takes a programme in: its definitions into the record, its workflows started with their past, its rehearsal accounts
// made. A loading that was killed in the middle completes the next time.
import type { Client } from '@temporalio/client';
import type { KeptMigration } from '../../ledger/chain/definitions.ts';
import { LedgerRefusal } from '../../ledger/chain/failure.ts';
import type { Ledger } from '../../ledger/open.ts';
import type { ProgrammeDefinition } from '../../machines/programme/definition.ts';
import type { ExpandedSeed } from '../../machines/seed/expand/expand.ts';
import { fewAtOnce } from '../../machines/values/at-once.ts';
import { dayOf, instantFromMs } from '../../machines/values/date.ts';
import type { Clock } from '../../workflows/clock.ts';
import type { NewAccount, RehearsalAccounts } from '../accounts/rehearsal-accounts.ts';
import { readSeed, type SeedFile, type SeedIssue } from './read-seed.ts';
import type { Starter } from './starter.ts';
import { startingClock } from './starting-clock.ts';

export type LoadOutcome =
  | { status: 'wrong'; problems: SeedIssue[] }
  /** A programme of this code stands with another content. */
  | { status: 'differs'; code: string }
  /** A real programme, asked for where only rehearsals may be. */
  | { status: 'forbidden' }
  | { status: 'loaded'; loaded: LoadedProgramme };

export interface LoadedProgramme {
  definition: ProgrammeDefinition;
  systems: number;
  entries: number;
  created: boolean;
  /** With their passwords; empty where an earlier loading had come to its end. */
  accounts: NewAccount[];
  /** What the seed's reader should look at, though it is no mistake. */
  remarks: SeedIssue[];
}

export interface Loader {
  load: (files: readonly SeedFile[], limit?: LoadLimit) => Promise<LoadOutcome>;
  /** Says that a loading came to its end: its accounts have been told. */
  complete: (code: string) => Promise<void>;
}

export interface LoadLimit {
  rehearsalsOnly: boolean;
}

export interface LoaderParts {
  ledger: Ledger;
  temporal: Client;
  starter: Starter;
  rehearsalAccounts: RehearsalAccounts;
}

export function createLoader(parts: LoaderParts): Loader {
  const { sql } = parts.ledger.database;
  return {
    load: async (files, limit) => {
      const read = readSeed(files);
      if (read.status === 'wrong') return { status: 'wrong', problems: read.problems };
      if (limit?.rehearsalsOnly && !read.seed.programme.rehearsal) return { status: 'forbidden' };
      return loadSeed(parts, read.seed, read.warnings);
    },
    complete: async (code) => {
      await sql`update programme_loading set completed_at = now() where programme = ${code}`;
    },
  };
}

async function loadSeed(parts: LoaderParts, seed: ExpandedSeed, remarks: SeedIssue[]): Promise<LoadOutcome> {
  const { programme } = seed;
  const { code } = programme;
  const there = await parts.ledger.definitions.latestProgramme(code);
  const migrations = await begun(parts, seed);
  if (!(await keep(parts.ledger, programme, migrations))) return { status: 'differs', code };
  const completed = await isCompleted(parts.ledger, code);
  const clock = await startingClock(parts, programme);
  const entries = await startAll(parts, seed, migrations, clock);
  const isOpen = programme.rehearsal && !completed;
  const accounts = isOpen
    ? await parts.rehearsalAccounts.make(code, seed.accounts, dayOf(programme.startAt))
    : [];
  const created = there === null;
  const systems = migrations.length;
  return {
    status: 'loaded',
    loaded: { definition: programme, systems, entries, created, accounts, remarks },
  };
}

/** Each migration with its beginning; one that is recorded already began when it did. */
function begun(
  { ledger }: LoaderParts,
  { programme, migrations, starts }: ExpandedSeed,
): Promise<KeptMigration[]> {
  const at = programme.rehearsal ? programme.startAt : instantFromMs(Date.now());
  return Promise.all(
    migrations.map(async (definition) => {
      const kept = await ledger.definitions.latestMigration(programme.code, definition.system.id);
      const on = starts[definition.system.id] ?? dayOf(programme.startAt);
      return { definition, begin: kept?.begin ?? { on, at } };
    }),
  );
}

/** False where a definition of the same version stands with another content, or of another version. */
async function keep(
  ledger: Ledger,
  programme: ProgrammeDefinition,
  migrations: KeptMigration[],
): Promise<boolean> {
  const { code, version } = programme;
  const there = await ledger.definitions.latestProgramme(code);
  if (there && there.version !== version) return false;
  try {
    await ledger.load({ programme, migrations });
  } catch (error) {
    if (error instanceof LedgerRefusal && error.code === 'definition.differs') return false;
    throw error;
  }
  await ledger.database.sql`
    insert into programme_loading (programme) values (${code}) on conflict do nothing`;
  return true;
}

async function isCompleted({ database }: Ledger, code: string): Promise<boolean> {
  const rows = await database.sql`
    select from programme_loading where programme = ${code} and completed_at is not null`;
  return rows.length > 0;
}

/** The programme first: its migrations ask for its clock. Gives how many entries tell the past. */
async function startAll(
  { ledger, starter }: LoaderParts,
  { programme, history }: ExpandedSeed,
  migrations: readonly KeptMigration[],
  clock: Clock,
): Promise<number> {
  const isPinned = (await ledger.keys(programme.code)).size > 0;
  let entries = await starter.programme({ definition: programme, clock }, history.programme, isPinned);
  await fewAtOnce(migrations, async ({ definition, begin }) => {
    const past = history.migrations[definition.system.id] ?? [];
    const told = await starter.migration({ definition, begin, clock }, past);
    entries += told;
  });
  return entries;
}
