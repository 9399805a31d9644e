// Migrations to which the same happens, together: forty systems of one path are read once.
interface Named {
  system: string;
  name: unknown;
}

export function alike<T extends Named>(effects: readonly T[]): T[][] {
  const found = new Map<string, T[]>();
  for (const effect of effects) {
    const { system: _system, name: _name, ...what } = effect;
    const key = JSON.stringify(what);
    found.set(key, [...(found.get(key) ?? []), effect]);
  }
  return [...found.values()];
}
