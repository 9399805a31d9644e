// What people hold in each programme, as its chain's newest state remembers it, and how far that was read: the append compares it once
// more, in its own transaction, so that nobody acts by what was taken from them meanwhile.
import type { Powers } from '../../machines/programme/powers/grant.ts';
import type { ProgrammeSnapshot } from '../../machines/programme/state.ts';
import { snapshotIn } from '../../machines/record/reader.ts';
import type { Database } from '../database.ts';

export interface KnownPowers {
  /** Null where the chain says nothing of them: it was written by 0.2.0, or has only begun. */
  powers: Powers | null;
  /** The newest entry that may say something of them. */
  seq: number;
}

export class KnownPowersOf {
  readonly #database: Database;
  readonly #known = new Map<string, KnownPowers>();

  constructor(database: Database) {
    this.#database = database;
  }

  /** @param isNew true to read them now, whatever was read before */
  async of(programme: string, isNew = false): Promise<KnownPowers> {
    const known = this.#known.get(programme);
    if (known && !isNew) return known;
    const [row] = await this.#database.sql<{ seq: number; snapshot: string | null }[]>`
      select powers_seq(${programme}) as seq,
        (select snapshot from entry where chain = ${programme} order by seq desc limit 1) as snapshot`;
    const { seq = 0, snapshot = null } = row ?? {};
    const context = snapshot === null ? null : snapshotIn<ProgrammeSnapshot>({ snapshot }).context;
    const read = { powers: context?.powers ?? null, seq };
    this.#known.set(programme, read);
    return read;
  }

  forget(programme: string): void {
    this.#known.delete(programme);
  }
}
