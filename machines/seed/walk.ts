// Where a migration stands after its imported history: the machine's own steps, nothing else.
import type { VagueDay } from '../date.ts';
import type { MigrationDefinition } from '../definition.ts';
import type { Submission } from '../event.ts';
import { start, step } from '../migration.ts';
import type { MigrationSnapshot } from '../migration-state.ts';

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
