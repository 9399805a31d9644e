// What systems wait for of each other: every awaited milestone is announced, and no circle of gates waits for itself.
import type { Draft, Part } from '../draft.ts';
import { pathPart, systemParts } from '../expand/expand.ts';
import { phasesOf } from '../expand/path.ts';
import { unknown } from '../names.ts';
import { inside, type Place, problem, type SeedProblem } from '../problem.ts';
import type { Milestone, PathSeed, SystemSeed } from '../schema.ts';

/** One gate's wait, and where it is written. */
interface Wait {
  system: string;
  phase: string;
  on: Pick<Milestone, 'system' | 'milestone' | 'hard'>;
  at: Place;
}

/** A system's phases in order, with the milestones they announce. */
interface Walk {
  system: string;
  phases: { id: string; announces?: string | undefined }[];
}

export function checkMilestones({ systems, paths }: Draft): SeedProblem[] {
  if (!systems || !paths) return [];
  const pairs = systemParts({ systems }).flatMap((system) => {
    const path = pathPart(paths, system.value);
    return path ? [{ system, path }] : [];
  });
  const walks = pairs.map(({ system, path }) => ({
    system: system.value.id,
    phases: phasesOf(path.value, system.value),
  }));
  const waits = pairs.flatMap(({ system, path }) => waitsOf(system, path));
  const unknowns = onePerPlace(waits.flatMap((wait) => checkAnnounced(wait, walks)));
  return unknowns.length > 0 ? unknowns : findDeadlocks(waits, walks);
}

function waitsOf({ at, value }: Part<SystemSeed>, path: Part<PathSeed>): Wait[] {
  const skipped = new Set(value.skips.map((skip) => skip.phase));
  const changed = new Map(value.changes.map((change, index) => [change.phase, { change, index }]));
  const ofPath = path.value.phases.flatMap((phase, index) => {
    if (skipped.has(phase.id)) return [];
    const own = changed.get(phase.id);
    const gate = own?.change.gate ?? phase.gate;
    const place = own?.change.gate ? inside(at, 'changes', own.index) : inside(path.at, 'phases', index);
    return (gate?.conditions ?? []).flatMap((condition, position) =>
      condition.kind === 'milestone'
        ? [
            {
              system: value.id,
              phase: phase.id,
              on: condition,
              at: inside(place, 'gate', 'conditions', position),
            },
          ]
        : [],
    );
  });
  const own = value.awaits.map((await_, index) => ({
    system: value.id,
    phase: await_.phase,
    on: await_,
    at: inside(at, 'awaits', index),
  }));
  return [...ofPath, ...own];
}

function checkAnnounced({ on, at }: Wait, walks: readonly Walk[]): SeedProblem[] {
  const target = walks.find((walk) => walk.system === on.system);
  if (!target) {
    const known = walks.map((walk) => walk.system);
    return unknown('system', on.system, known, inside(at, 'system'));
  }
  const announced = target.phases.flatMap((phase) => phase.announces ?? []);
  return announced.includes(on.milestone)
    ? []
    : [problem('milestone.neverAnnounced', inside(at, 'milestone'), { ...pick(on), announced })];
}

const pick = ({ system, milestone }: Wait['on']) => ({ system, milestone });

function onePerPlace(problems: readonly SeedProblem[]): SeedProblem[] {
  const seen = new Set<string>();
  return problems.filter(({ at }) => {
    const key = `${at.file}/${at.path.join('/')}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

type Node = { system: string; phase: string };
const keyOf = ({ system, phase }: Node) => `${system}/${phase}`;

/** Leaving a phase needs the phase before it and every hard milestone its gate waits for: a circle never opens. */
function findDeadlocks(waits: readonly Wait[], walks: readonly Walk[]): SeedProblem[] {
  const done = new Set<string>();
  const problems: SeedProblem[] = [];
  const needs = ({ system, phase }: Node): { node: Node; wait?: Wait }[] => {
    const phases = walks.find((walk) => walk.system === system)?.phases ?? [];
    const before = phases[phases.findIndex(({ id }) => id === phase) - 1];
    const awaited = waits
      .filter((wait) => wait.on.hard && wait.system === system && wait.phase === phase)
      .flatMap((wait) => {
        const target = walks.find((walk) => walk.system === wait.on.system);
        const source = target?.phases.find(({ announces }) => announces === wait.on.milestone);
        return source ? [{ node: { system: wait.on.system, phase: source.id }, wait }] : [];
      });
    return [...(before ? [{ node: { system, phase: before.id } }] : []), ...awaited];
  };
  const visit = (node: Node, trail: Node[], via: Wait | undefined): void => {
    const start = trail.findIndex((earlier) => keyOf(earlier) === keyOf(node));
    if (start >= 0) {
      if (via)
        problems.push(problem('milestone.deadlock', via.at, { circle: [...trail.slice(start), node] }));
      return;
    }
    if (done.has(keyOf(node))) return;
    for (const need of needs(node)) visit(need.node, [...trail, node], need.wait ?? via);
    done.add(keyOf(node));
  };
  for (const { system, phases } of walks)
    for (const { id } of phases) visit({ system, phase: id }, [], undefined);
  return onePerPlace(problems);
}
