// Things of one kind together, in the order in which each kind is first met.
export function grouped<T>(items: readonly T[], kindOf: (item: T) => string): T[][] {
  const found = new Map<string, T[]>();
  for (const item of items) {
    const kind = kindOf(item);
    found.set(kind, [...(found.get(kind) ?? []), item]);
  }
  return [...found.values()];
}
