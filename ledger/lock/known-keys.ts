// The keys of each programme as its chain names them, read again when they are no longer fresh.

import type { EntryBody } from '../../machines/record/entry.ts';
import { bodyOf } from '../../machines/record/reader.ts';
import type { Database } from '../database.ts';
import { type KnownKey, type KnownKeys, keysAfter, keysIn } from './signatures.ts';

/** A key that was replaced is taken for so long at most by who has not heard of it. */
const FRESH_MS = 5_000;

export interface NamedKey extends KnownKey {
  /** The entry that names it. */
  by: EntryBody;
}

export class KnownKeysOf {
  readonly #database: Database;
  readonly #known = new Map<string, { keys: KnownKeys; readMs: number }>();

  constructor(database: Database) {
    this.#database = database;
  }

  /** @param isNew true to read them now, whatever was read before */
  async of(programme: string, isNew = false): Promise<KnownKeys> {
    const known = this.#known.get(programme);
    if (known && !isNew && Date.now() - known.readMs < FRESH_MS) return known.keys;
    const readMs = Date.now();
    const keys = keysIn(await this.#naming(programme));
    if (keys.size > 0) this.#known.set(programme, { keys, readMs });
    return keys;
  }

  /** Each key with the entry that put it in force, the eldest first. */
  async history(programme: string): Promise<NamedKey[]> {
    const bodies = await this.#naming(programme);
    const found = new Map<string, EntryBody>();
    let keys: KnownKeys = new Map();
    for (const body of bodies) {
      keys = keysAfter(keys, body);
      for (const id of keys.keys()) if (!found.has(id)) found.set(id, body);
    }
    return [...found].flatMap(([id, by]) => {
      const known = keys.get(id);
      return known ? [{ ...known, by }] : [];
    });
  }

  async #naming(programme: string): Promise<EntryBody[]> {
    const rows = await this.#database.sql<{ body: string }[]>`
      select body from entry where chain = ${programme} and type like 'signingKey.%' order by seq`;
    return rows.map(bodyOf);
  }

  forget(programme: string): void {
    this.#known.delete(programme);
  }
}
