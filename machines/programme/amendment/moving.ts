// A small change by which a system goes to another wave or path: it walks, is due and is planned from then on as most of the systems
// there. What it alone has otherwise is written in the programme's folder.
import * as z from 'zod';
import { id, type MigrationDefinition, type Path } from '../../definition/definition.ts';
import { canonical } from '../../record/entry.ts';
import { type Changed, type ChangeProblem, each, systemIn, unknownSystem, wrong } from './changing.ts';
import type { Wanted } from './proposal.ts';

export const moveChange = z.strictObject({
  kind: z.literal('move'),
  system: id,
  /** It takes path, deadlines and plan as most systems of that wave have them. */
  wave: id.optional(),
  path: id.optional(),
  /** Phases of the path left that have no namesake on the other → those that stand for them. */
  instead: z.record(id, id).optional(),
});
type Move = z.infer<typeof moveChange>;

export function move(wanted: Wanted, given: Move): Changed {
  const found = systemIn(wanted, given.system);
  if (!found) return unknownSystem(wanted, given.system);
  const problem = nowhere(wanted, given, found);
  if (problem) return { problem };
  const model = modelOf(wanted, given, found);
  if ('code' in model) return { problem: model };
  const { instead = {}, wave = found.system.wave } = given;
  const strange = strangeIn(instead, found.path, model.path);
  if (strange) return { problem: strange };
  const moved = {
    ...found,
    system: { ...found.system, wave },
    path: standingFor(model.path, instead, given.system),
    deadlines: model.deadlines,
    plan: model.plan,
  };
  return each(wanted, (one) => (one === found ? moved : one));
}

/** Where it is moved to is not said, is not there, or is where it is. */
function nowhere(
  { programme }: Wanted,
  given: Move,
  { system, path }: MigrationDefinition,
): ChangeProblem | null {
  if (given.wave === undefined && given.path === undefined)
    return wrong('change.nothingSaid', { system: system.id });
  const known = programme.waves.map((one) => one.id);
  if (given.wave !== undefined && !known.includes(given.wave))
    return wrong('change.unknown', { what: 'wave', id: given.wave, known });
  const stays = (given.wave ?? system.wave) === system.wave && (given.path ?? path.id) === path.id;
  return stays ? wrong('change.already', { what: system.id }) : null;
}

/** Whom it follows: of that wave, or on that path, of that wave first. */
function modelOf(
  { migrations }: Wanted,
  { wave, path }: Move,
  { system }: MigrationDefinition,
): MigrationDefinition | ChangeProblem {
  const others = migrations.filter((one) => one.system.id !== system.id && !one.system.retired);
  const isNear = (one: MigrationDefinition) => one.system.wave === (wave ?? system.wave);
  const walking = path === undefined ? others.filter(isNear) : others.filter((one) => one.path.id === path);
  const known = [...new Set((path === undefined ? walking : others).map((one) => one.path.id))];
  if (path !== undefined && walking.length === 0)
    return wrong('change.unknown', { what: 'path', id: path, known });
  const near = walking.filter(isNear);
  const model = commonest(near.length > 0 ? near : walking);
  return model ?? wrong('change.manyPaths', { wave: wave ?? system.wave, paths: known });
}

/** As most of them walk, are due and are planned; null where there is none, or as many otherwise. */
export function commonest(all: readonly MigrationDefinition[]): MigrationDefinition | null {
  const groups = new Map<string, MigrationDefinition[]>();
  for (const one of all) {
    const key = canonical([one.path, one.deadlines, one.plan]);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  const [most, next] = [...groups.values()].sort((a, b) => b.length - a.length);
  return most?.[0] && most.length > (next?.length ?? 0) ? most[0] : null;
}

/** A phase that neither path has, or not the one it is said of. */
function strangeIn(instead: Record<string, string>, left: Path, taken: Path): ChangeProblem | null {
  const idsOf = ({ phases }: Path) => phases.map((phase) => phase.id);
  const unknown = (named: readonly string[], known: string[]) => {
    const strange = named.find((phase) => !known.includes(phase));
    return strange === undefined ? null : wrong('change.unknown', { what: 'phase', id: strange, known });
  };
  return unknown(Object.keys(instead), idsOf(left)) ?? unknown(Object.values(instead), idsOf(taken));
}

/** A path of its own name where it says what its phases stand for. */
function standingFor(path: Path, instead: Record<string, string>, named: string): Path {
  if (Object.keys(instead).length === 0) return path;
  const phases = path.phases.map((phase) => {
    const gone = Object.entries(instead).flatMap(([from, to]) => (to === phase.id ? [from] : []));
    const replaces = [...new Set([...(phase.replaces ?? []), ...gone])];
    return gone.length === 0 ? phase : { ...phase, replaces };
  });
  return { ...path, id: `${path.id}-${named}`, phases };
}
