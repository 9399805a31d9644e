// The programme itself: its code, its names, which businesses it has and whether its systems cover them.
import { partOfBusiness } from '../../definition/definition.ts';
import { tooFewApprovers } from '../../programme/amendment/approvers.ts';
import { earliestDay, latestDay } from '../../values/date.ts';
import { nationalBusinesses } from '../../values/names/business.ts';
import type { Draft, Part } from '../draft.ts';
import { systemParts } from '../expand/expand.ts';
import { hasPrefecture, withCheckDigit } from '../municipality-code.ts';
import { duplicates, named, unknownIn } from '../names.ts';
import { inside, type Place, problem, type SeedProblem } from '../problem.ts';
import type { ProgrammeFile, SystemSeed } from '../schema.ts';

export function checkProgramme({ at, value }: Part<ProgrammeFile>): SeedProblem[] {
  const bodies = value.bodies.map((body) => body.id);
  const right = withCheckDigit(value.code);
  return [
    ...(right === value.code
      ? []
      : [problem('code.checkDigit', inside(at, 'code'), { code: value.code, right })]),
    ...(hasPrefecture(value.code)
      ? []
      : [problem('code.noPrefecture', inside(at, 'code'), { code: value.code })]),
    ...duplicates('wave', named(value.waves, inside(at, 'waves'))),
    ...duplicates('body', named(value.bodies, inside(at, 'bodies'))),
    ...duplicates('occurrence', named(value.occurrences ?? [], inside(at, 'occurrences'))),
    ...unknownIn('body', value.control, bodies, inside(at, 'control')),
    ...checkAmend(value, at),
    ...checkBusinesses(value, at),
  ];
}

/** Those who approve an amendment are people enough. */
function checkAmend({ amend, bodies }: ProgrammeFile, at: Place): SeedProblem[] {
  if (!amend) return [];
  const known = bodies.map(({ id }) => id);
  const place = inside(at, 'amend');
  const unknown = [
    ...unknownIn('body', amend.propose, known, inside(place, 'propose')),
    ...unknownIn('body', amend.approve, known, inside(place, 'approve')),
  ];
  const few = tooFewApprovers(amend, bodies);
  if (unknown.length > 0 || few === null) return unknown;
  return [problem('gate.quorumOverMembers', inside(place, 'quorum'), few)];
}

function checkBusinesses({ businesses }: ProgrammeFile, at: Place): SeedProblem[] {
  const listed = businesses.map(({ name }, index) => ({
    name,
    at: inside(at, 'businesses', index, 'name'),
  }));
  const missing = Object.keys(nationalBusinesses).filter(
    (name) => !listed.some((business) => business.name === name),
  );
  return [
    ...duplicates('business', listed),
    ...(missing.length > 0
      ? [problem('business.unlisted', inside(at, 'businesses'), { names: missing })]
      : []),
    ...businesses.flatMap(({ name, applies, reason }, index) =>
      applies || reason ? [] : [problem('business.reasonMissing', inside(at, 'businesses', index), { name })],
    ),
  ];
}

/** Every business that applies is some system's that is not retired; one that several systems share says which part each takes. */
export function checkCoverage({ programme, systems }: Draft): SeedProblem[] {
  if (!systems || !programme) return [];
  const parts = systemParts({ systems }).filter(({ value }) => value.retired === undefined);
  return programme.value.businesses.flatMap((business, index) =>
    coverage(business, inside(programme.at, 'businesses', index), parts),
  );
}

function coverage(
  { name, applies }: ProgrammeFile['businesses'][number],
  at: Place,
  systems: readonly Part<SystemSeed>[],
): SeedProblem[] {
  const carriers = systems.flatMap((system) => {
    const index = system.value.businesses.indexOf(name);
    return index < 0 ? [] : [{ ...system, place: inside(system.at, 'businesses', index) }];
  });
  if (!applies) {
    return carriers.map(({ value, place }) =>
      problem('business.notApplicable', place, { name, system: value.id }),
    );
  }
  if (carriers.length === 0) return [problem('business.uncovered', at, { name })];
  const whole =
    carriers.length > 1 ? carriers.filter(({ value }) => partOfBusiness(value, name) === null) : [];
  return whole.map(({ place }) =>
    problem('business.coveredTwice', place, {
      name,
      systems: carriers.map(({ value }) => value.id),
    }),
  );
}

/** A plan that ends before it starts. */
export function reversedPlan(startOn: string, endOn: string, at: Place): SeedProblem[] {
  return earliestDay(startOn) > latestDay(endOn) ? [problem('plan.reversed', at, { startOn, endOn })] : [];
}
