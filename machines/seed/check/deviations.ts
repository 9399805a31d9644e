// What one system does otherwise than its path: judged like a path, under a name of its own, and none of it passed over.
import { type Body, type Gate, id } from '../../definition/definition.ts';
import type { Draft, Part } from '../draft.ts';
import { pathPart } from '../expand/expand.ts';
import { deviates, pathOf, phasesOf } from '../expand/path.ts';
import { gateAs, heldBy, postsOf } from '../expand/roles.ts';
import { duplicates, unknown, unknownIn } from '../names.ts';
import { inside, type Place, problem, type SeedProblem } from '../problem.ts';
import type { PathSeed, SystemSeed } from '../schema.ts';
import { misshapen } from '../shape.ts';
import { checkSuppliers, type Ground } from './conditions.ts';
import { checkGate, checkWayOn } from './paths.ts';

/** A system that deviates walks a path of its own name, made of two: no longer than any, and no other path bears it. */
export function checkOwnPaths(
  systems: readonly Part<SystemSeed>[],
  paths: readonly Part<PathSeed>[],
): SeedProblem[] {
  const names = new Set(paths.map(({ value }) => value.id));
  return systems.flatMap(({ at, value }) => {
    const part = pathPart(paths, value);
    if (!part || !deviates(value)) return [];
    const { id: path } = pathOf(part.value, value);
    if (names.has(path)) return [problem('system.pathTwice', inside(at, 'id'), { system: value.id, path })];
    names.add(path);
    return misshapen(id, path, inside(at, 'id'));
  });
}

export function checkDeviation(
  { programme }: Draft,
  { at, value }: Part<SystemSeed>,
  path: PathSeed,
): SeedProblem[] {
  const bodies = programme?.value.bodies ?? null;
  const ends = [path.phases.at(-1)?.id, path.goLive];
  const ground = pathOf(path, value);
  const changed = value.changes.flatMap(({ phase, gate, owners }, index) => {
    const place = inside(at, 'changes', index);
    const before = path.phases.find((candidate) => candidate.id === phase);
    const known = bodies?.map((body) => body.id);
    return [
      ...(known && owners ? unknownIn('body', owners, known, inside(place, 'owners')) : []),
      ...(gate && before
        ? checkGate(
            { id: phase, owners: heldBy(value, owners ?? before.owners) },
            gateAs(value, gate),
            inside(place, 'gate'),
            bodies,
            ground,
          )
        : []),
      ...(owners && !gate && before?.gate
        ? checkKeptGate(
            { id: phase, owners: heldBy(value, owners) },
            gateAs(value, before.gate),
            inside(place, 'owners'),
            ground,
          )
        : []),
    ];
  });
  const skippedEnds = value.skips.flatMap(({ phase }, index) =>
    ends.includes(phase) ? [problem('phase.skippedEnd', inside(at, 'skips', index, 'phase'), { phase })] : [],
  );
  const whole = skippedEnds.length === 0 && checkWayOn(path.phases, at).length === 0;
  return [
    ...changed,
    ...checkRoles({ at, value }, path, { ground, bodies }),
    ...skippedEnds,
    ...checkPassedOver({ at, value }, path),
    ...(whole ? checkWayOn(phasesOf(path, value), inside(at, 'changes')) : []),
  ];
}

/** Every role is one that the path has, its holder a body; and the path that they walk so can be walked. */
function checkRoles(
  { at, value }: Part<SystemSeed>,
  path: PathSeed,
  { ground, bodies }: { ground: Ground; bodies: readonly Omit<Body, 'meets'>[] | null },
): SeedProblem[] {
  const { roles } = value;
  if (!roles) return [];
  const known = bodies?.map((body) => body.id);
  const place = inside(at, 'roles');
  const unknowns = Object.entries(roles).flatMap(([role, holder]) => [
    ...unknown('body', role, postsOf(path), inside(place, role)),
    ...(known ? unknown('body', holder, known, inside(place, role)) : []),
  ]);
  if (unknowns.length > 0) return unknowns;
  const kept = ground.phases.filter(({ id }) => !value.changes.some(({ phase }) => phase === id));
  const [first] = kept.flatMap((phase) =>
    phase.gate ? checkGate(phase, phase.gate, place, bodies, ground) : [],
  );
  return first ? [{ ...first, at: place }] : [];
}

/** Other owners, and a gate that still names the old ones for what it asks. Told once, where the owners are. */
function checkKeptGate(
  here: { id: string; owners: string[] },
  { conditions }: Gate,
  at: Place,
  ground: Ground,
): SeedProblem[] {
  const [first] = conditions.flatMap((condition) => checkSuppliers(here, condition, at, ground));
  return first ? [{ ...first, at }] : [];
}

/** What a system says of a phase that it does not walk, or twice of one, or waits for where no gate is, would be passed over. */
function checkPassedOver({ at, value }: Part<SystemSeed>, path: PathSeed): SeedProblem[] {
  const skipped = value.skips.map(({ phase }) => phase);
  const gateless = phasesOf(path, value).flatMap(({ id, gate }) => (gate ? [] : [id]));
  const lists = ['changes', 'awaits', 'plan', 'ownPlan'] as const;
  const passedOver = lists.flatMap((list) =>
    (value[list] ?? []).flatMap(({ phase }, index) =>
      skipped.includes(phase)
        ? [problem('phase.skippedHere', inside(at, list, index, 'phase'), { phase })]
        : [],
    ),
  );
  const waits = value.awaits.map(({ phase, system, milestone }, index) => ({
    name: `${phase}: ${system}/${milestone}`,
    at: inside(at, 'awaits', index),
  }));
  return [
    ...passedOver,
    ...(['skips', 'changes'] as const).flatMap((list) =>
      duplicates(
        'phase',
        value[list].map(({ phase }, index) => ({ name: phase, at: inside(at, list, index, 'phase') })),
      ),
    ),
    ...duplicates('milestone', waits),
    ...value.awaits.flatMap(({ phase }, index) =>
      gateless.includes(phase)
        ? [problem('awaits.noGate', inside(at, 'awaits', index, 'phase'), { phase })]
        : [],
    ),
  ];
}
