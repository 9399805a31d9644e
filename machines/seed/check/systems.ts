// Systems and deadlines against the paths they name: ids, plans, deviations, and dates that hang on a phase.
import type { Deadline, Phase, PlannedPhase } from '../../definition/definition.ts';
import type { Draft, Part } from '../draft.ts';
import { applies } from '../expand/deadlines.ts';
import { pathPart, systemParts } from '../expand/expand.ts';
import { deviates, phasesOf } from '../expand/path.ts';
import { duplicates, named, unknown, unknownIn } from '../names.ts';
import { inside, type Place, problem, type SeedProblem } from '../problem.ts';
import type { DeadlineTemplate, PathSeed, SystemSeed } from '../schema.ts';
import { checkGate, checkWayOn } from './paths.ts';
import { reversedPlan } from './programme.ts';

export function checkSystems(draft: Draft): SeedProblem[] {
  const { systems, programme, paths } = draft;
  if (!systems) return [];
  const { at, value } = systems;
  const waves = programme?.value.waves.map((wave) => wave.id);
  return [
    ...duplicates('system', named(value.systems, inside(at, 'systems'))),
    ...Object.entries(value.plans).flatMap(([wave, plan]) => [
      ...(waves ? unknown('wave', wave, waves, inside(at, 'plans', wave)) : []),
      ...checkPlan(plan, wavePhases(draft, wave), inside(at, 'plans', wave)),
    ]),
    ...systemParts({ systems }).flatMap((system) => [
      ...(waves ? unknown('wave', system.value.wave, waves, inside(system.at, 'wave')) : []),
      ...(paths ? checkOnPath(draft, system, paths) : []),
    ]),
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

function checkDeviation(
  { programme }: Draft,
  { at, value }: Part<SystemSeed>,
  path: PathSeed,
): SeedProblem[] {
  const bodies = programme?.value.bodies ?? null;
  const ends = [path.phases.at(-1)?.id, path.goLive];
  const changed = value.changes.flatMap(({ phase, gate, owners }, index) => {
    const place = inside(at, 'changes', index);
    const before = path.phases.find((candidate) => candidate.id === phase);
    const known = bodies?.map((body) => body.id);
    return [
      ...(known && owners ? unknownIn('body', owners, known, inside(place, 'owners')) : []),
      ...(gate && before
        ? checkGate({ id: phase, owners: owners ?? before.owners }, gate, inside(place, 'gate'), bodies)
        : []),
    ];
  });
  const skippedEnds = value.skips.flatMap(({ phase }, index) =>
    ends.includes(phase) ? [problem('phase.skippedEnd', inside(at, 'skips', index, 'phase'), { phase })] : [],
  );
  const whole = skippedEnds.length === 0 && checkWayOn(path.phases, at).length === 0;
  return [
    ...changed,
    ...skippedEnds,
    ...(whole ? checkWayOn(phasesOf(path, value), inside(at, 'changes')) : []),
  ];
}

export function checkDeadlines(draft: Draft): SeedProblem[] {
  const { deadlines } = draft;
  if (!deadlines) return [];
  const { at, value } = deadlines;
  return [
    ...duplicates('deadline', named(value.deadlines, inside(at, 'deadlines'))),
    ...value.deadlines.flatMap((template, index) =>
      checkDeadline(template, inside(at, 'deadlines', index), draft),
    ),
  ];
}

function checkDeadline(template: DeadlineTemplate, at: Place, draft: Draft): SeedProblem[] {
  const { rule, metBy, eachPhase, to, extendableBy, reminders } = template;
  const whole = eachPhase ? !rule && !metBy : rule && metBy;
  const bodies = draft.programme?.value.bodies.map((body) => body.id);
  return [
    ...(whole ? [] : [problem('deadline.form', at, {})]),
    ...(bodies ? unknownIn('body', to, bodies, inside(at, 'to')) : []),
    ...(bodies ? unknownIn('body', extendableBy, bodies, inside(at, 'extendableBy')) : []),
    ...reminders.flatMap((reminder, index) =>
      reminders.indexOf(reminder) < index
        ? [problem('deadline.reminderTwice', inside(at, 'reminders', index), { reminder })]
        : [],
    ),
    ...checkScope(template, at, draft),
    ...checkPoints(template, at, draft),
  ];
}

function checkScope({ id, appliesTo, ...rest }: DeadlineTemplate, at: Place, draft: Draft): SeedProblem[] {
  const { programme, paths, systems } = draft;
  const lists = [
    ['waves', 'wave', programme?.value.waves.map((wave) => wave.id)],
    ['paths', 'path', paths?.map((path) => path.value.id)],
    ['systems', 'system', systems?.value.systems.map((system) => system.id)],
    ['except', 'system', systems?.value.systems.map((system) => system.id)],
  ] as const;
  const unknowns = lists.flatMap(([list, kind, known]) =>
    known ? unknownIn(kind, appliesTo[list], known, inside(at, 'appliesTo', list)) : [],
  );
  const nobody =
    systems && !systems.value.systems.some((system) => applies({ id, appliesTo, ...rest }, system));
  return nobody && unknowns.length === 0
    ? [problem('deadline.appliesToNothing', inside(at, 'appliesTo'), { deadline: id })]
    : unknowns;
}

/** The phases a deadline hangs on must be on the path of every system it applies to; told once per path. */
function checkPoints(template: DeadlineTemplate, at: Place, { paths, systems }: Draft): SeedProblem[] {
  if (!paths || !systems) return [];
  const told = new Set<string>();
  return systems.value.systems.flatMap((system) => {
    const path = pathPart(paths, system);
    if (!path || !applies(template, system)) return [];
    const known = phasesOf(path.value, system).map((phase: Phase) => phase.id);
    return pointsOf(template).flatMap(({ phase, path: place }) => {
      const key = `${path.value.id}/${place.join('.')}/${deviates(system) ? system.id : ''}`;
      if (known.includes(phase) || told.has(key)) return [];
      told.add(key);
      return [
        problem('deadline.phaseNotOnPath', inside(at, ...place), {
          phase,
          path: path.value.id,
          system: system.id,
          known,
        }),
      ];
    });
  });
}

function pointsOf({
  rule,
  metBy,
}: {
  rule?: Deadline['rule'] | undefined;
  metBy?: Deadline['metBy'] | undefined;
}) {
  const points: { phase: string; path: string[] }[] = [];
  if (metBy && metBy !== 'wentLive') points.push({ phase: metBy.phase, path: ['metBy', 'phase'] });
  if (rule?.kind === 'plan') points.push({ phase: rule.phase, path: ['rule', 'phase'] });
  if (rule?.kind === 'forward') points.push({ phase: rule.anchor.phase, path: ['rule', 'anchor', 'phase'] });
  if (rule?.kind === 'backward' && typeof rule.from !== 'string')
    points.push({ phase: rule.from.phase, path: ['rule', 'from', 'phase'] });
  return points;
}
