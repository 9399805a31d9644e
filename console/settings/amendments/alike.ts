// Migrations to which the same happens, together: forty systems of one path are read once.
interface Named {
  system: string;
  name: unknown;
}

interface Differing {
  systems: readonly string[];
  place: { ja: string };
}

/** What of one migration's definition changes, beside the version that rises with it. */
export const ownDifferences = <D extends Differing>(differences: readonly D[], system: string): D[] =>
  differences.filter(({ systems, place }) => systems.includes(system) && !place.ja.endsWith(' › 版'));

export function alike<T extends Named>(effects: readonly T[]): T[][] {
  const found = new Map<string, T[]>();
  for (const effect of effects) {
    const { system: _system, name: _name, ...what } = effect;
    const key = JSON.stringify(what);
    found.set(key, [...(found.get(key) ?? []), effect]);
  }
  return [...found.values()];
}
