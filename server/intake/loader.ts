// Takes a programme in: its definitions into the record, its workflows started with their past, its rehearsal accounts
// made. A loading that was killed in the middle completes the next time.

import type { Client } from '@temporalio/client';
import { LedgerRefusal } from '../../ledger/chain/failure.ts';
import type { KeptMigration } from '../../ledger/definitions/definitions.ts';
import type { Ledger } from '../../ledger/open.ts';
import type { ProgrammeDefinition } from '../../machines/programme/definition.ts';
import type { ExpandedSeed } from '../../machines/seed/expand/expand.ts';
import { fewAtOnce } from '../../machines/values/at-once.ts';
import { dayOf, instantFromMs } from '../../machines/values/date.ts';
import { type Clock, programmeMsAt } from '../../workflows/clock.ts';
import type { NewAccount, RehearsalAccounts } from '../accounts/rehearsal-accounts.ts';
import type { Door } from '../door/door.ts';
import { beginPowers } from './first-powers.ts';
import { readSeed, type SeedFile, type SeedIssue } from './read-seed.ts';
import type { Starter } from './starter.ts';
import { startingClock } from './starting-clock.ts';
import { type Difference, type Survey, survey } from './survey.ts';

export type Unloadable =
  | { status: 'wrong'; problems: SeedIssue[] }
  /** A real programme or another rehearsal, asked for by whom it does not belong to. */
  | { status: 'forbidden'; onlyOf: string; code: string; rehearsal: boolean }
  /** A rehearsal, where only a real programme is asked for. */
  | { status: 'rehearsal' };

export type LoadOutcome =
  | Unloadable
  /** A programme of this code stands with another content; empty where that came to stand in this very moment. */
  | { status: 'differs'; code: string; differences: Difference[] }
  | { status: 'loaded'; loaded: LoadedProgramme };

export type CheckOutcome = Unloadable | { status: 'checked'; checked: CheckedProgramme };

/** What a loading would do, with nothing done. */
export interface CheckedProgramme extends Pick<Survey, 'stands' | 'differences'> {
  definition: ProgrammeDefinition;
  systems: number;
  /** Entries that tell its past. */
  entries: number;
  /** People of a rehearsal. */
  accounts: number;
  remarks: SeedIssue[];
}

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
  /** Looks as `load` does, and does nothing. */
  check: (files: readonly SeedFile[], limit?: LoadLimit) => Promise<CheckOutcome>;
  /** Says that a loading came to its end: its accounts have been told. */
  complete: (code: string) => Promise<void>;
}

export interface LoadLimit {
  /** The rehearsal that the one who asks belongs to; null where any programme may be. */
  onlyOf: string | null;
  /** No rehearsal. */
  isReal?: true;
}

const ENGINE_MS = 5_000;

export interface LoaderParts {
  ledger: Ledger;
  temporal: Client;
  starter: Starter;
  door: Pick<Door, 'submitToProgramme'>;
  rehearsalAccounts: RehearsalAccounts;
}

export function createLoader(parts: LoaderParts): Loader {
  return {
    load: async (files, limit) => {
      const read = readFor(files, limit);
      return read.status === 'sound' ? loadSeed(parts, read.seed, read.warnings) : read;
    },
    check: async (files, limit) => {
      const read = readFor(files, limit);
      if (read.status !== 'sound') return read;
      return { status: 'checked', checked: await checkSeed(parts.ledger, read.seed, read.warnings) };
    },
    complete: parts.ledger.loadings.complete,
  };
}

type Read = Unloadable | Extract<ReturnType<typeof readSeed>, { status: 'sound' }>;

function readFor(files: readonly SeedFile[], limit: LoadLimit | undefined): Read {
  const read = readSeed(files);
  if (read.status === 'wrong') return { status: 'wrong', problems: read.problems };
  const { code, rehearsal } = read.seed.programme;
  const onlyOf = limit?.onlyOf ?? null;
  if (limit?.isReal && rehearsal) return { status: 'rehearsal' };
  return onlyOf === null || (rehearsal && code === onlyOf)
    ? read
    : { status: 'forbidden', onlyOf, code, rehearsal };
}

async function checkSeed(
  ledger: Ledger,
  seed: ExpandedSeed,
  remarks: SeedIssue[],
): Promise<CheckedProgramme> {
  const { programme, history, accounts } = seed;
  const { stands, migrations, differences } = await survey(ledger, seed);
  const pasts = [history.programme, ...Object.values(history.migrations)];
  return {
    definition: programme,
    stands,
    differences,
    systems: migrations.length,
    entries: pasts.reduce((sum, past) => sum + past.length, 0),
    accounts: programme.rehearsal ? accounts.length : 0,
    remarks,
  };
}

async function loadSeed(parts: LoaderParts, seed: ExpandedSeed, remarks: SeedIssue[]): Promise<LoadOutcome> {
  const { programme } = seed;
  const { code } = programme;
  const { stands, migrations, differences } = await survey(parts.ledger, seed);
  const differs = { status: 'differs', code, differences } as const;
  if (differences.length > 0) return differs;
  // Asked before anything is kept: what nothing can run stands in nobody's way.
  await requireEngine(parts.temporal);
  const clock = await startingClock(parts, programme);
  if (!(await keep(parts.ledger, programme, migrations))) return differs;
  const entries = await startAll(parts, seed, clock);
  const isOpen = programme.rehearsal && !(await parts.ledger.loadings.isComplete(code));
  const { rehearsalAccounts } = parts;
  const seeds = isOpen ? seed.accounts : [];
  const today = dayOf(instantFromMs(programmeMsAt(clock, Date.now())));
  const brought = await rehearsalAccounts.named(code, seeds, dayOf(programme.startAt));
  await beginPowers(parts, programme, today, brought);
  const accounts = await rehearsalAccounts.givePasswords(code, seeds);
  const created = stands === 'nothing';
  const systems = migrations.length;
  return {
    status: 'loaded',
    loaded: { definition: programme, systems, entries, created, accounts, remarks },
  };
}

/** @throws where Temporal is out of reach */
async function requireEngine(temporal: Client): Promise<void> {
  await temporal.withDeadline(Date.now() + ENGINE_MS, () => temporal.workflowService.getSystemInfo({}));
}

/** False where another loading has kept a definition of the same version with another content meanwhile. */
async function keep(
  ledger: Ledger,
  programme: ProgrammeDefinition,
  migrations: KeptMigration[],
): Promise<boolean> {
  try {
    await ledger.load({ programme, migrations });
  } catch (error) {
    if (error instanceof LedgerRefusal && error.code === 'definition.differs') return false;
    throw error;
  }
  await ledger.loadings.begin(programme.code);
  return true;
}

/** The programme first: its migrations ask for its clock. Gives how many entries tell the past. */
async function startAll(
  { ledger, starter }: LoaderParts,
  { programme: { code }, history }: ExpandedSeed,
  clock: Clock,
): Promise<number> {
  const isPinned = (await ledger.keys(code)).size > 0;
  const programme = await ledger.definitions.inForce(code);
  if (programme?.kind !== 'programme') throw new Error(`${code} is not kept`);
  let entries = await starter.programme({ ...programme, clock }, history.programme, isPinned);
  await fewAtOnce(await ledger.definitions.firstMigrations(code), async (kept) => {
    const past = history.migrations[kept.definition.system.id] ?? [];
    const told = await starter.migration({ ...kept, clock }, past);
    entries += told;
  });
  return entries;
}
