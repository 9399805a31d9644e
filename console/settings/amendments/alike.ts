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

const withoutName = ({ system: _system, name: _name, ...what }: Named): object => what;

export function alike<T extends Named>(
  effects: readonly T[],
  of: (effect: T) => object = withoutName,
): T[][] {
  const found = new Map<string, T[]>();
  for (const effect of effects) {
    const key = JSON.stringify(of(effect));
    found.set(key, [...(found.get(key) ?? []), effect]);
  }
  return [...found.values()];
}
