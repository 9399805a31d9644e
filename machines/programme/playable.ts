// The programme's machine as one that is played. It is never woken: it has no deadlines of its own.
import { MACHINE_VERSION } from '../migration/migration.ts';
import type { Deed } from '../play/fold.ts';
import type { Playable } from '../play/playable.ts';
import { definitionDigest, type EntryBody } from '../record/entry.ts';
import { eventIn } from '../record/reader.ts';
import { instantFromMs } from '../values/date.ts';
import type { ProgrammeDefinition } from './definition.ts';
import type { ProgrammeSubmission } from './event.ts';
import { acceptsProgramme, startProgramme, takeProgramme } from './programme.ts';
import type { ProgrammeRefusal } from './refusal.ts';
import type { ProgrammeSnapshot } from './state.ts';

export type ProgrammePlayable = Playable<
  void,
  ProgrammeSnapshot,
  ProgrammeSubmission,
  ProgrammeRefusal,
  never
>;

const stamped = (submission: ProgrammeSubmission, atMs: number) => ({
  ...submission,
  at: instantFromMs(atMs),
});

export function programmePlayable(definition: ProgrammeDefinition): ProgrammePlayable {
  return {
    start: () => ({ snapshot: startProgramme(), effects: [] }),
    accepts: (snapshot, event, atMs) => acceptsProgramme(definition, snapshot, stamped(event, atMs)),
    take: (snapshot, event, atMs) => ({
      snapshot: takeProgramme(definition, snapshot, stamped(event, atMs)),
      effects: [],
    }),
    nextWake: () => null,
    wakeEvent: () => null,
  };
}

/** What an entry of a programme's chain records, as its machine took it. */
export function programmeDeed(
  definition: ProgrammeDefinition,
  body: EntryBody,
): Deed<ProgrammeSnapshot, ProgrammeSubmission, never> {
  return { machine: programmePlayable(definition), event: eventIn(body), atMs: Date.parse(body.recordedAt) };
}

/** A programme follows no path and counts no period: its entries name only what decided them. */
export function programmeVersionsOf(definition: ProgrammeDefinition): EntryBody['versions'] {
  const decided = { definition: definition.version, definitionDigest: definitionDigest(definition) };
  return { ...decided, path: '-', calendar: '-', machine: MACHINE_VERSION };
}
