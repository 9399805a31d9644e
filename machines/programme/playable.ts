// The programme's machine as one that is played. It is never woken: it has no deadlines of its own.
import { MACHINE_VERSION } from '../migration/migration.ts';
import type { Playable } from '../play/playable.ts';
import { definitionDigest, type EntryBody } from '../record/entry.ts';
import { instantFromMs } from '../values/date.ts';
import type { ProgrammeDefinition } from './definition.ts';
import type { ProgrammeSubmission } from './event.ts';
import { acceptsProgramme, startProgramme, stepProgramme } from './programme.ts';
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
    start: () => ({ snapshot: startProgramme(definition), effects: [] }),
    accepts: (snapshot, event, atMs) => acceptsProgramme(definition, snapshot, stamped(event, atMs)),
    step: (snapshot, event, atMs) => ({
      snapshot: stepProgramme(definition, snapshot, stamped(event, atMs)),
      effects: [],
    }),
    nextWake: () => null,
    wakeEvent: () => null,
  };
}

/** A programme follows no path and counts no period: its entries name only what decided them. */
export function programmeVersionsOf(definition: ProgrammeDefinition): EntryBody['versions'] {
  const decided = { definition: definition.version, definitionDigest: definitionDigest(definition) };
  return { ...decided, path: '-', calendar: '-', machine: MACHINE_VERSION };
}
