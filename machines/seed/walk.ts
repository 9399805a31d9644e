// Where a migration stands after its imported history: each event taken by the machine, nothing else.

import type { MigrationDefinition } from '../definition/definition.ts';
import type { Submission } from '../migration/event.ts';
import { migrationPlayable } from '../migration/playable.ts';
import type { MigrationSnapshot } from '../migration/state.ts';
import { fold } from '../play/fold.ts';
import type { VagueDay } from '../values/date.ts';

/** `on` is the day the path begins, `at` the instant at which all of it is recorded. */
export function walked(
  definition: MigrationDefinition,
  on: VagueDay,
  at: string,
  submissions: readonly Submission[],
): MigrationSnapshot {
  const machine = migrationPlayable(definition);
  const first = machine.start({ on, at }).snapshot;
  const deeds = submissions.map((event) => ({ machine, event, atMs: Date.parse(at) }));
  return fold(first, deeds).at(-1)?.snapshot ?? first;
}
