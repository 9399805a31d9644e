// What most of several have alike, the first of them where as many have another.
import { canonical } from '../../record/canonical.ts';

export function commonest<T>(all: readonly T[]): T | null {
  const found = new Map<string, { one: T; count: number }>();
  for (const one of all) {
    const key = canonical(one);
    found.set(key, { one, count: (found.get(key)?.count ?? 0) + 1 });
  }
  const [most] = [...found.values()].sort((a, b) => b.count - a.count);
  return most?.one ?? null;
}
