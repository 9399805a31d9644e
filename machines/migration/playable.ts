// The migration's machine as one that is played: submissions stamped with the instant of their turn.
import type { MigrationDefinition } from '../definition/definition.ts';
import { deciding } from '../definition/parts.ts';
import type { Deed } from '../play/fold.ts';
import type { Playable } from '../play/playable.ts';
import type { Effect } from '../record/effect.ts';
import type { EntryBody } from '../record/entry.ts';
import { eventIn } from '../record/reader.ts';
import type { Refusal } from '../record/refusal.ts';
import { instantFromMs } from '../values/date.ts';
import type { Submission } from './event.ts';
import { accepts, type Begin, MACHINE_VERSION, nextWake, start, take, wakeEvent } from './migration.ts';
import type { MigrationSnapshot } from './state.ts';

export type MigrationPlayable = Playable<Begin, MigrationSnapshot, Submission, Refusal, Effect>;

const stamped = (submission: Submission, atMs: number) => ({ ...submission, at: instantFromMs(atMs) });

/** @param leaving of an adoption: the definition that decided before it */
export function migrationPlayable(
  definition: MigrationDefinition,
  leaving?: MigrationDefinition,
): MigrationPlayable {
  // Asked several times per event; the answer lies in the snapshot alone.
  const wakes = new WeakMap<MigrationSnapshot, { atMs: number | null }>();
  return {
    start: (begin) => ({ snapshot: start(definition, begin), effects: [] }),
    accepts: (snapshot, event, atMs) => accepts(definition, snapshot, stamped(event, atMs), leaving),
    take: (snapshot, event, atMs) => take(definition, snapshot, stamped(event, atMs), leaving),
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

/** What an entry records, as the machine of a definition took it at the instant it was recorded. */
export function migrationDeed(
  definition: MigrationDefinition,
  body: EntryBody,
  leaving?: MigrationDefinition,
): Deed<MigrationSnapshot, Submission, Effect> {
  return {
    machine: migrationPlayable(definition, leaving),
    event: eventIn(body),
    atMs: Date.parse(body.recordedAt),
  };
}

/** The versions that decide, as every entry names them; the digest of one that was kept whole is another. */
export function versionsOf(
  definition: MigrationDefinition,
  definitionDigest = deciding(definition).digest,
): EntryBody['versions'] {
  const { version, path, calendar } = definition;
  return {
    definition: version,
    path: `${path.id}@${path.version}`,
    calendar: `${calendar.id}@${calendar.version}`,
    machine: MACHINE_VERSION,
    definitionDigest,
  };
}
