// Where a migration stands now or stood on a day, as views need it: definition, snapshot and the entry they rest on.

import { type Head, headOf } from '../../ledger/models/rows.ts';
import type { Ledger } from '../../ledger/open.ts';
import type { By } from '../../ledger/past/by.ts';
import type { MigrationDefinition } from '../../machines/definition/definition.ts';
import { start } from '../../machines/migration/migration.ts';
import type { MigrationSnapshot } from '../../machines/migration/state.ts';
import { chainOf } from '../../machines/record/entry.ts';
import { bodyOf, snapshotIn } from '../../machines/record/reader.ts';
import { ProblemError } from '../http/problem.ts';

export interface State {
  definition: MigrationDefinition;
  snapshot: MigrationSnapshot;
  head: Head | null;
}

/** A day asked for, by one of the two dates; null asks for now. */
export type AsOf = { day: string; by: By } | null;

/** @throws ProblemError notFound, or notYet where nothing was there on that day */
export async function stateOf(ledger: Ledger, code: string, system: string, asOf: AsOf): Promise<State> {
  const chain = chainOf(code, system);
  if (asOf === null) return currentState(ledger, code, system);
  const past = await ledger.stateOn(chain, asOf.day, asOf.by);
  if (!past) throw new ProblemError('notYet');
  const { definition, snapshot, head } = past;
  return { definition, snapshot, head };
}

async function currentState(ledger: Ledger, code: string, system: string): Promise<State> {
  const chain = chainOf(code, system);
  const last = await ledger.head(chain);
  if (!last) {
    const kept = await ledger.definitions.latestMigration(code, system);
    if (!kept) throw new ProblemError('notFound');
    return { definition: kept.definition, snapshot: start(kept.definition, kept.begin), head: null };
  }
  const body = bodyOf(last);
  const { definition } = await ledger.definitions.migration(chain, body.versions.definition);
  const snapshot = snapshotIn<MigrationSnapshot>(last);
  return { definition, snapshot, head: headOf(body, last.hash) };
}
