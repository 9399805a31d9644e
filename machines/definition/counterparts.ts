// What of one version of a path stands for what of the version before: phases of the same id, and those that say they replace
// others. Pure data; knows no migration.
import type { Path } from './definition.ts';

/** A phase of the version before → the one that stands for it; null where none does. */
export type Counterparts = ReadonlyMap<string, string | null>;

export function counterparts(before: Path, after: Path): Counterparts {
  const there = new Set(after.phases.map(({ id }) => id));
  const replacing = new Map(
    after.phases.flatMap(({ id, replaces = [] }) => replaces.map((gone) => [gone, id] as const)),
  );
  return new Map(before.phases.map(({ id }) => [id, there.has(id) ? id : (replacing.get(id) ?? null)]));
}

/** Phases in which a migration may stand and for which nothing stands any more. */
export const without = (before: Path, after: Path): string[] =>
  [...counterparts(before, after)].flatMap(([phase, to]) => (to === null ? [phase] : []));
