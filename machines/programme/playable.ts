// The programme's machine as one that is played. It wakes for what it has approved: an edition is adopted when its day has come.
import { ADOPTED } from '../migration/adoption/acts.ts';
import { MACHINE_VERSION } from '../migration/migration.ts';
import type { Deed } from '../play/fold.ts';
import type { Playable } from '../play/playable.ts';
import { definitionDigest, type EntryBody } from '../record/entry.ts';
import { eventIn } from '../record/reader.ts';
import { dayOf, instantFromMs } from '../values/date.ts';
import { nextAdoption, postsGoingOn } from './amendment/acts.ts';
import { programmeActor } from './amendment/edition.ts';
import type { ProgrammeDefinition } from './definition.ts';
import type { ProgrammeSubmission } from './event.ts';
import { acceptsProgramme, startProgramme, takeProgramme } from './programme.ts';
import type { ProgrammeRefusal } from './refusal.ts';
import type { ProgrammeContext, ProgrammeSnapshot } from './state.ts';

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
    nextWake(snapshot) {
      const next = nextAdoption(snapshot.context);
      return next && Date.parse(next.at);
    },
    wakeEvent: ({ context }) => adoption(definition, context),
  };
}

/** What the programme says of itself when an approved edition's day has come. */
function adoption(definition: ProgrammeDefinition, context: ProgrammeContext): ProgrammeSubmission | null {
  const next = nextAdoption(context);
  if (!next) return null;
  const { seq, edition, adopts, reason } = next.amendment;
  const leaves = { version: definition.version, digest: definitionDigest(definition) };
  const posts = postsGoingOn(context, next.amendment, dayOf(next.at));
  const following = posts.length > 0 ? { posts } : {};
  return {
    fact: { type: ADOPTED, amendment: seq, edition, leaves, adopts, reason, ...following },
    actor: programmeActor(definition.code),
    occurredOn: dayOf(next.at),
    requestId: `definition/${seq}`,
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
export function programmeVersionsOf(
  definition: ProgrammeDefinition,
  digest = definitionDigest(definition),
): EntryBody['versions'] {
  const decided = { definition: definition.version, definitionDigest: digest };
  return { ...decided, path: '-', calendar: '-', machine: MACHINE_VERSION };
}
