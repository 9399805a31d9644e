// How far a programme's clock may have come, as its own chain tells: the real one, or in a rehearsal the last recorded
// move, or its first entry where it was never moved. A rehearsal's clock runs as fast as the wall.

import { CLOCK_MOVED } from '../../machines/programme/clock/acts.ts';
import { bodyOf } from '../../machines/record/reader.ts';
import type { Database } from '../database.ts';

/** Clocks of different machines differ by less. */
export const SKEW_MS = 120_000;

/** Which instant of a programme's clock was which on the wall; it has run as fast since. */
export interface Anchor {
  programmeMs: number;
  wallMs: number;
}

const REAL: Anchor = { programmeMs: 0, wallMs: 0 };

export class ProgrammeClocks {
  readonly #database: Database;
  readonly #wallMs: () => number | Promise<number>;
  readonly #anchors = new Map<string, Anchor>();

  constructor(database: Database, wallMs: () => number | Promise<number>) {
    this.#database = database;
    this.#wallMs = wallMs;
  }

  async wallMs(): Promise<number> {
    return this.#wallMs();
  }

  /** True where an instant lies no further than a programme's clock may show; a clock only ever goes forward. */
  async hasCome(programme: string, rehearsal: boolean, at: string): Promise<boolean> {
    const wallMs = await this.#wallMs();
    const atMs = Date.parse(at) - SKEW_MS;
    if (!rehearsal) return atMs <= wallMs;
    const known = this.#anchors.get(programme);
    if (known && atMs <= shows(known, wallMs)) return true;
    const anchor = await this.#read(programme);
    return anchor !== null && atMs <= shows(anchor, wallMs);
  }

  /** Where its clock was set last, as its chain says now; null before its first entry. */
  async anchor(programme: string, rehearsal: boolean): Promise<Anchor | null> {
    return rehearsal ? this.#read(programme) : REAL;
  }

  async #read(programme: string): Promise<Anchor | null> {
    const [row] = await this.#database.sql<{ body: string }[]>`
      select body from entry where chain = ${programme} and (seq = 1 or type = ${CLOCK_MOVED})
      order by seq desc limit 1`;
    if (!row) return null;
    const { fact, recordedAt, wallAt } = bodyOf(row);
    const to = fact.type === CLOCK_MOVED ? String(fact.to) : recordedAt;
    const anchor = { programmeMs: Date.parse(to), wallMs: Date.parse(wallAt) };
    this.#anchors.set(programme, anchor);
    return anchor;
  }
}

const shows = ({ programmeMs, wallMs }: Anchor, nowMs: number): number => programmeMs + (nowMs - wallMs);
