// The programme's machine as a driver takes it. It is never woken: it has no deadlines of its own.

import { MACHINE_VERSION } from '../../machines/migration/migration.ts';
import type { Driven } from '../../machines/play/driven.ts';
import type { ProgrammeDefinition } from '../../machines/programme/definition.ts';
import type { ProgrammeSubmission } from '../../machines/programme/event.ts';
import { acceptsProgramme, stepProgramme } from '../../machines/programme/programme.ts';
import type { ProgrammeRefusal } from '../../machines/programme/refusal.ts';
import type { ProgrammeSnapshot } from '../../machines/programme/state.ts';
import { instantFromMs } from '../../machines/values/date.ts';

/** A programme's own refusals, and the one every chain has. */
export type ProgrammeNo = ProgrammeRefusal;

const stamped = (submission: ProgrammeSubmission, atMs: number) => ({
  ...submission,
  at: instantFromMs(atMs),
});

export function drivenProgramme(
  definition: ProgrammeDefinition,
): Driven<ProgrammeSnapshot, ProgrammeSubmission, ProgrammeNo, never> {
  return {
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
export function programmeVersionsOf({ version }: ProgrammeDefinition) {
  return { definition: version, path: '-', calendar: '-', machine: MACHINE_VERSION };
}
