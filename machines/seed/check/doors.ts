// The past that a sound seed makes, before anything is kept: submissions in the shapes that the doors ask for, which the
// machines themselves accept in their order.
import type { MigrationDefinition } from '../../definition/definition.ts';
import { submission as migrationSubmission, type Submission } from '../../migration/event.ts';
import { migrationPlayable } from '../../migration/playable.ts';
import { decideOne } from '../../play/decide.ts';
import type { Played } from '../../play/playable.ts';
import { programmeSubmission } from '../../programme/event.ts';
import { programmePlayable } from '../../programme/playable.ts';
import type { Instant } from '../../values/date.ts';
import type { Seed } from '../draft.ts';
import { type ExpandedSeed, pathPart, systemParts } from '../expand/expand.ts';
import { beginOf, type Placed, programmeHistory, systemHistory } from '../expand/history.ts';
import { type Place, problem, type SeedProblem } from '../problem.ts';
import { misshapen } from '../shape.ts';

interface Made {
  definition: MigrationDefinition;
  past: Placed<Submission>[];
}

/** What the doors would refuse, told where it was written. `expanded` is what `seed` makes; `now` as in `loadSeed`. */
export function checkAtDoors(seed: Seed, expanded: ExpandedSeed, now: Instant): SeedProblem[] {
  const { rehearsal, startAt } = seed.programme.value;
  const at = rehearsal ? startAt : now;
  const told = programmeHistory(seed.history);
  const made = madeOf(seed, expanded.migrations);
  const shapes = [
    ...told.flatMap((event) => misshapen(programmeSubmission, event.submission, event.at)),
    ...made.flatMap(({ past }) =>
      past.flatMap((event) => misshapen(migrationSubmission, event.submission, event.at)),
    ),
  ];
  if (shapes.length > 0) return eachOnce(shapes);
  return [
    ...walkProgramme(expanded.programme, told, at),
    ...made.flatMap((migration) => walkMigration(seed, migration, at)),
  ];
}

function madeOf(seed: Seed, definitions: readonly MigrationDefinition[]): Made[] {
  const byId = new Map(definitions.map((definition) => [definition.system.id, definition]));
  return systemParts(seed).flatMap((system) => {
    const path = pathPart(seed.paths, system.value);
    const definition = byId.get(system.value.id);
    return path && definition ? [{ definition, past: systemHistory(seed, path, system) }] : [];
  });
}

/** An event of several systems is wrong in one place. */
const eachOnce = (problems: readonly SeedProblem[]): SeedProblem[] => [
  ...new Map(problems.map((one) => [JSON.stringify([one.code, one.at]), one])).values(),
];

function walkMigration(seed: Seed, { definition, past }: Made, at: Instant): SeedProblem[] {
  const { id } = definition.system;
  const machine = migrationPlayable(definition);
  const first = machine.start({ on: beginOf(seed, id), at }).snapshot;
  return refusedOf(machine, first, past, at).map(({ place, refusal }) =>
    problem('history.refused', place, { system: id, refusal }),
  );
}

function walkProgramme(
  programme: ExpandedSeed['programme'],
  told: ReturnType<typeof programmeHistory>,
  at: Instant,
): SeedProblem[] {
  const machine = programmePlayable(programme);
  return refusedOf(machine, machine.start().snapshot, told, at).map(({ place, refusal }) =>
    problem('history.programmeRefused', place, { refusal }),
  );
}

/** Every refusal on the way; what is refused is left out of it. */
function refusedOf<Snapshot, Event, Refusal, Effect>(
  machine: Played<Snapshot, Event, Refusal, Effect>,
  first: Snapshot,
  events: readonly { at: Place; submission: Event }[],
  at: string,
): { place: Place; refusal: Refusal }[] {
  let snapshot = first;
  return events.flatMap(({ at: place, submission }) => {
    const one = decideOne(machine, snapshot, submission, Date.parse(at));
    if (one.status === 'failed') throw one.error;
    if (one.status === 'refused') return one.refusals.map((refusal) => ({ place, refusal }));
    snapshot = one.decision.snapshot;
    return [];
  });
}
