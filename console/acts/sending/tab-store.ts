// What one browser tab keeps over a reload: a few named values, bounded, the oldest given up first. Knows nothing of
// what they are; a browser without room or right to keep them loses only the reload.
export interface TabStore<Value> {
  get: (key: string) => Value | undefined;
  entries: () => [string, Value][];
  set: (key: string, value: Value) => void;
  drop: (key: string) => void;
  /** Calls back after every change; answers how to stop. */
  watch: (changed: () => void) => () => void;
}

interface Bounds {
  name: string;
  /** Values kept at most. */
  most: number;
  /** Characters kept at most over a reload. */
  room: number;
}

export function createTabStore<Value>(storage: Storage, { name, most, room }: Bounds): TabStore<Value> {
  const values = new Map<string, Value>(read(storage, name));
  const watchers = new Set<() => void>();
  const keep = () => {
    while (values.size > most) values.delete(oldest(values));
    write(storage, name, [...values], room);
    for (const changed of watchers) changed();
  };
  return {
    get: (key) => values.get(key),
    entries: () => [...values],
    set: (key, value) => {
      values.delete(key);
      values.set(key, value);
      keep();
    },
    drop: (key) => {
      if (values.delete(key)) keep();
    },
    watch: (changed) => {
      watchers.add(changed);
      return () => watchers.delete(changed);
    },
  };
}

const oldest = (values: ReadonlyMap<string, unknown>): string => values.keys().next().value ?? '';

/** What this tab wrote itself, in the shape that `name` stands for; anything else is not ours. */
function read<Value>(storage: Storage, name: string): [string, Value][] {
  try {
    const kept: unknown = JSON.parse(storage.getItem(name) ?? '[]');
    return Array.isArray(kept) ? (kept as [string, Value][]) : [];
  } catch {
    // Not readable (storage is blocked) or not ours: there is nothing to give back.
    return [];
  }
}

function write(storage: Storage, name: string, values: [string, unknown][], room: number): void {
  let kept = values;
  while (kept.length > 0 && JSON.stringify(kept).length > room) kept = kept.slice(1);
  try {
    storage.setItem(name, JSON.stringify(kept));
  } catch {
    // Full or blocked: the values stand in memory, and only a reload would lose them.
    storage.removeItem(name);
  }
}
