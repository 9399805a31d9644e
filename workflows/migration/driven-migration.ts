// The migration's machine as a driver takes it: submissions stamped with the instant of their turn.

import type { MigrationDefinition } from '../../machines/definition/definition.ts';
import type { Submission } from '../../machines/migration/event.ts';
import { accepts, MACHINE_VERSION, nextWake, step, wakeEvent } from '../../machines/migration/migration.ts';
import type { MigrationSnapshot } from '../../machines/migration/state.ts';
import type { Driven } from '../../machines/play/driven.ts';
import type { Effect } from '../../machines/record/effect.ts';
import type { Refusal } from '../../machines/record/refusal.ts';
import { instantFromMs } from '../../machines/values/date.ts';

const stamped = (submission: Submission, atMs: number) => ({ ...submission, at: instantFromMs(atMs) });

export function drivenMigration(
  definition: MigrationDefinition,
): Driven<MigrationSnapshot, Submission, Refusal, Effect> {
  // A driver asks several times per event; the answer lies in the snapshot alone.
  const wakes = new WeakMap<MigrationSnapshot, { atMs: number | null }>();
  return {
    accepts: (snapshot, event, atMs) => accepts(definition, snapshot, stamped(event, atMs)),
    step: (snapshot, event, atMs) => step(definition, snapshot, stamped(event, atMs)),
    nextWake(snapshot) {
      const known = wakes.get(snapshot);
      if (known) return known.atMs;
      const at = nextWake(definition, snapshot);
      const atMs = at === null ? null : Date.parse(at);
      wakes.set(snapshot, { atMs });
      return atMs;
    },
    wakeEvent: (snapshot) => wakeEvent(definition, snapshot),
  };
}

/** The versions that decide, as every entry names them. */
export function versionsOf({ version, path, calendar }: MigrationDefinition) {
  return {
    definition: version,
    path: `${path.id}@${path.version}`,
    calendar: `${calendar.id}@${calendar.version}`,
    machine: MACHINE_VERSION,
  };
}
