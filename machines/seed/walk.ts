// Where a migration stands after its imported history: the machine's own steps, nothing else.

import type { MigrationDefinition } from '../definition/definition.ts';
import type { Submission } from '../migration/event.ts';
import { start, step } from '../migration/migration.ts';
import type { MigrationSnapshot } from '../migration/state.ts';
import type { VagueDay } from '../values/date.ts';

/** `on` is the day the path begins, `at` the instant at which all of it is recorded. */
export function walked(
  definition: MigrationDefinition,
  on: VagueDay,
  at: string,
  submissions: readonly Submission[],
): MigrationSnapshot {
  return submissions.reduce(
    (snapshot, submission) => step(definition, snapshot, { ...submission, at }).snapshot,
    start(definition, { on, at }),
  );
}
