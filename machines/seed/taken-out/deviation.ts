// What a system that walks a path of its own name does otherwise than the path that it comes from: found by comparing the two, and
// taken for true only where it gives the same path again.
import type { Condition, Gate, Path, Phase } from '../../definition/definition.ts';
import { canonical } from '../../record/canonical.ts';
import { same } from '../../record/same.ts';
import { pathOf, phasesOf } from '../expand/path.ts';
import type { PathSeed, SystemSeed } from '../schema.ts';
import { NOT_KEPT } from './not-kept.ts';
import { rolesBetween } from './roles.ts';

export type Deviation = Pick<SystemSeed, 'path' | 'roles' | 'skips' | 'changes' | 'awaits'>;

/** Null where the path is no other's with something otherwise. */
export function deviationOf(own: Path, system: SystemSeed, bases: readonly PathSeed[]): Deviation | null {
  const base = bases.find(({ id }) => `${id}-${system.id}` === own.id);
  if (!base) return null;
  const roles = rolesBetween(base, own);
  const tried = [{}, ...(Object.keys(roles).length > 0 ? [{ roles }] : [])].map((held) =>
    comparing(base, own, { ...system, path: base.id, ...held }),
  );
  return tried.filter((one) => gives(base, own, { ...system, ...one })).sort(byLength)[0] ?? null;
}

const gives = (base: PathSeed, own: Path, system: SystemSeed): boolean => same(pathOf(base, system), own);

const byLength = (a: Deviation, b: Deviation): number => canonical(a).length - canonical(b).length;

function comparing(base: PathSeed, own: Path, system: SystemSeed): Deviation {
  const kept = new Set(own.phases.map(({ id }) => id));
  const skips = base.phases
    .filter(({ id }) => !kept.has(id))
    .map(({ id }) => ({ phase: id, reason: NOT_KEPT }));
  const plain = phasesOf(base, { ...system, skips, changes: [], awaits: [] });
  const pairs = plain.flatMap((before) => {
    const now = own.phases.find(({ id }) => id === before.id);
    return now && !same(now, before) ? [{ before, now }] : [];
  });
  return {
    path: base.id,
    ...(system.roles ? { roles: system.roles } : {}),
    skips,
    awaits: pairs.flatMap(({ before, now }) => awaitedBeside(before, now) ?? []),
    changes: pairs
      .filter(({ before, now }) => !awaitedBeside(before, now))
      .map(({ before, now }) => changeOf(before, now)),
  };
}

/** Milestones that it waits for besides, where it differs in nothing else. */
function awaitedBeside(before: Phase, now: Phase): SystemSeed['awaits'] | null {
  const [asked, wanted] = [before.gate?.conditions ?? [], now.gate?.conditions ?? []];
  const more = wanted.slice(asked.length);
  const isMilestone = (one: Condition) => one.kind === 'milestone';
  if (!before.gate || more.length === 0 || !more.every(isMilestone)) return null;
  const gate: Gate = { ...before.gate, conditions: [...asked, ...more] };
  if (!same({ ...before, gate }, now)) return null;
  return more.flatMap((one) => {
    if (one.kind !== 'milestone') return [];
    const { kind: _kind, ...rest } = one;
    return [{ phase: now.id, ...rest }];
  });
}

function changeOf(before: Phase, now: Phase): SystemSeed['changes'][number] {
  return {
    phase: now.id,
    reason: NOT_KEPT,
    ...(same(before.label, now.label) ? {} : { label: now.label }),
    ...(same(before.owners, now.owners) ? {} : { owners: now.owners }),
    ...(same(before.gate, now.gate) || !now.gate ? {} : { gate: now.gate }),
  };
}
