// The keys of each programme as its chain names them, read again when they are no longer fresh.
import type { EntryBody } from '../../machines/record/entry.ts';
import type { Database } from '../database.ts';
import { type KnownKeys, keysIn } from './signatures.ts';

/** A key that was replaced is taken for so long at most by who has not heard of it. */
const FRESH_MS = 5_000;

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
    const rows = await this.#database.sql<{ body: string }[]>`
      select body from entry where chain = ${programme} and type like 'signingKey.%' order by seq`;
    const keys = keysIn(rows.map(({ body }) => JSON.parse(body) as EntryBody));
    if (keys.size > 0) this.#known.set(programme, { keys, readMs });
    return keys;
  }

  forget(programme: string): void {
    this.#known.delete(programme);
  }
}
