// Whether the names in a seed mean something: unique where they are given, known where they are used.

import { nearest } from '../values/names/nearest.ts';
import { type IdKind, inside, type Place, problem, type SeedProblem } from './problem.ts';

/** A second use of a name, at the second place. */
export function duplicates(kind: IdKind, names: readonly { name: string; at: Place }[]): SeedProblem[] {
  const seen = new Set<string>();
  return names.flatMap(({ name, at }) => {
    if (seen.has(name)) return [problem('id.duplicate', at, { kind, id: name })];
    seen.add(name);
    return [];
  });
}

export function unknown(kind: IdKind, name: string, known: readonly string[], at: Place): SeedProblem[] {
  if (known.includes(name)) return [];
  return [problem('id.unknown', at, { kind, id: name, known: [...known], nearest: nearest(name, known) })];
}

/** Each name of a list, at its own place in it. */
export function unknownIn(
  kind: IdKind,
  names: readonly string[],
  known: readonly string[],
  at: Place,
): SeedProblem[] {
  return names.flatMap((name, index) => unknown(kind, name, known, inside(at, index)));
}

export const named = (items: readonly { id: string }[], at: Place) =>
  items.map(({ id }, index) => ({ name: id, at: inside(at, index, 'id') }));
