// The definitions as they lie in the table now, read within the proof's own snapshot: what a running server keeps in memory
// would hide that they were altered.
import type postgres from 'postgres';
import { type Kept, parseDefinition } from '../chain/definitions.ts';
import { sha256 } from './entries/entry-bytes.ts';
import { readOrNull } from './readable.ts';

interface Row {
  chain: string;
  version: number;
  kind: 'programme' | 'migration';
  json: string;
  begin: string | null;
  position: number;
}

export interface KeptRow {
  digest: string;
  position: number;
  /** Null where its bytes cannot be read, which the check of definitions names. */
  kept: Kept | null;
}

/** How many chains' definitions are held at once. */
const HELD = 300;

export class KeptDefinitions {
  readonly #tx: postgres.TransactionSql;
  readonly #held = new Map<string, Map<number, KeptRow>>();
  /** Equal texts are parsed once, so that a machine is compiled once. */
  readonly #parsed = new Map<string, Kept | null>();

  constructor(tx: postgres.TransactionSql) {
    this.#tx = tx;
  }

  /** Null where there is none, or none that can be read. */
  async version(chain: string, version: number): Promise<Kept | null> {
    return (await this.versions(chain)).get(version)?.kept ?? null;
  }

  /** In ascending order. */
  async versions(chain: string): Promise<Map<number, KeptRow>> {
    if (!this.#held.has(chain)) await this.fetch([chain]);
    return this.#held.get(chain) ?? new Map();
  }

  /** Reads those of several chains at once. */
  async fetch(chains: readonly string[]): Promise<void> {
    if (this.#held.size + chains.length > HELD) {
      this.#held.clear();
      this.#parsed.clear();
    }
    const rows = await this.#tx<Row[]>`
      select chain, version, kind, json, begin, position from public.definition
      where chain = any (${[...chains]}::text[]) order by chain, version`;
    for (const chain of chains) this.#held.set(chain, new Map());
    for (const row of rows) this.#held.get(row.chain)?.set(row.version, this.#keptOf(row));
  }

  #keptOf({ kind, json, begin, position }: Row): KeptRow {
    const digest = sha256(json);
    const key = `${kind} ${digest} ${begin ?? ''}`;
    const known = this.#parsed.get(key);
    const kept = known === undefined ? readOrNull(() => parseDefinition({ kind, json, begin })) : known;
    this.#parsed.set(key, kept);
    return { digest, position, kept };
  }
}
