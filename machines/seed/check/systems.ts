// Systems against the paths they name: ids, phases and plans.
import type { PlannedPhase } from '../../definition/definition.ts';
import type { Draft, Part } from '../draft.ts';
import { pathPart, systemParts } from '../expand/expand.ts';
import { deviates } from '../expand/path.ts';
import { duplicates, named, unknown } from '../names.ts';
import { inside, type Place, problem, type SeedProblem } from '../problem.ts';
import type { PathSeed, SystemSeed } from '../schema.ts';
import { checkDeviation, checkOwnPaths } from './deviations.ts';
import { reversedPlan } from './programme.ts';

export function checkSystems(draft: Draft): SeedProblem[] {
  const { systems, programme, paths } = draft;
  if (!systems) return [];
  const { at, value } = systems;
  const waves = programme?.value.waves.map((wave) => wave.id);
  return [
    ...duplicates('system', named(value.systems, inside(at, 'systems'))),
    ...(paths ? checkOwnPaths(systemParts({ systems }), paths) : []),
    ...Object.entries(value.plans).flatMap(([wave, plan]) => [
      ...(waves ? unknown('wave', wave, waves, inside(at, 'plans', wave)) : []),
      ...checkPlan(plan, wavePhases(draft, wave), inside(at, 'plans', wave)),
    ]),
    ...systemParts({ systems }).flatMap((system) => [
      ...(waves ? unknown('wave', system.value.wave, waves, inside(system.at, 'wave')) : []),
      ...(paths ? checkOnPath(draft, system, paths) : []),
      ...checkParts(system),
    ]),
  ];
}

/** A part is said of a business that the system carries, and either of each or of all. */
function checkParts({ at, value }: Part<SystemSeed>): SeedProblem[] {
  const named = Object.keys(value.parts ?? {});
  return [
    ...named.flatMap((name) => unknown('business', name, value.businesses, inside(at, 'parts', name))),
    ...(value.part && named.length > 0
      ? [problem('business.partTwice', inside(at, 'part'), { system: value.id })]
      : []),
  ];
}

/** Phases of any path that a system of the wave walks; null while the paths are not readable. */
function wavePhases({ systems, paths }: Draft, wave: string): string[] | null {
  if (!systems || !paths) return null;
  const walked = systems.value.systems.filter((system) => system.wave === wave);
  return walked.flatMap((system) => pathPart(paths, system)?.value.phases.map(({ id }) => id) ?? []);
}

function checkPlan(
  plan: readonly PlannedPhase[],
  phases: readonly string[] | null,
  at: Place,
): SeedProblem[] {
  return [
    ...duplicates(
      'plan',
      plan.map(({ phase }, index) => ({ name: phase, at: inside(at, index, 'phase') })),
    ),
    ...plan.flatMap(({ phase, startOn, endOn }, index) => [
      ...(phases ? unknown('phase', phase, phases, inside(at, index, 'phase')) : []),
      ...reversedPlan(startOn, endOn, inside(at, index, 'endOn')),
    ]),
  ];
}

function checkOnPath(
  draft: Draft,
  system: Part<SystemSeed>,
  paths: readonly Part<PathSeed>[],
): SeedProblem[] {
  const { at, value } = system;
  const path = pathPart(paths, value);
  if (!path) {
    const known = paths.map((candidate) => candidate.value.id);
    return unknown('path', value.path, known, inside(at, 'path'));
  }
  const phases = path.value.phases.map(({ id }) => id);
  const used = (['skips', 'changes', 'awaits'] as const).flatMap((list) =>
    value[list].flatMap(({ phase }, index) =>
      unknown('phase', phase, phases, inside(at, list, index, 'phase')),
    ),
  );
  const named = [
    ...checkPlan(value.plan, phases, inside(at, 'plan')),
    ...checkPlan(value.ownPlan ?? [], phases, inside(at, 'ownPlan')),
  ];
  return [...used, ...named, ...(deviates(value) ? checkDeviation(draft, system, path.value) : [])];
}
