// The definitions as they lie in the table now, read within the proof's own snapshot, or in an archive: what a running server keeps in
// memory would hide that they were altered.
import type postgres from 'postgres';
import { LedgerRefusal } from '../chain/failure.ts';
import { type DefinitionRow, type Kept, parseDefinitions } from '../definitions/definitions.ts';
import { Parts, partsIn, type ReadParts } from '../definitions/parts.ts';
import { sha256 } from './entries/entry-bytes.ts';
import { isOfDatabase } from './readable.ts';

/** Where definitions lie: their rows by chain, in ascending order of chain and version, and the parts that they name. */
export interface LyingDefinitions {
  rows: (chains: readonly string[]) => Promise<readonly DefinitionRow[]>;
  parts: ReadParts;
}

export const inTables = (tx: postgres.TransactionSql): LyingDefinitions => ({
  rows: (chains) => tx<DefinitionRow[]>`
    select chain, version, kind, json, begin, position from public.definition
    where chain = any (${[...chains]}::text[]) order by chain, version`,
  parts: partsIn(tx),
});

export interface KeptRow {
  digest: string;
  position: number;
  /** Null where its bytes cannot be read, which the check of definitions names. */
  kept: Kept | null;
}

/** How many chains' definitions are held at once. */
const HELD = 300;

export class KeptDefinitions {
  readonly #lying: LyingDefinitions;
  readonly #held = new Map<string, Map<number, KeptRow>>();
  /** Equal texts are parsed once, so that a machine is compiled once. */
  readonly #parsed = new Map<string, Kept | null>();

  readonly #parts: Parts;

  constructor(lying: LyingDefinitions) {
    this.#lying = lying;
    this.#parts = new Parts(lying.parts);
  }

  /** Null where there is none, or none that can be read. */
  async version(chain: string, version: number): Promise<Kept | null> {
    return (await this.versions(chain)).get(version)?.kept ?? null;
  }

  /** In ascending order. */
  async versions(chain: string): Promise<Map<number, KeptRow>> {
    return this.#held.get(chain) ?? (await this.fetch([chain])).get(chain) ?? new Map();
  }

  /** A part as it is kept; null where it is not, or its bytes are not those it is kept by. Only what was proposed is kept. */
  async part<Value>(digest: string): Promise<Value | null> {
    const [json] = await this.#parts.texts([digest]);
    return json === undefined ? null : (JSON.parse(json) as Value);
  }

  /** Reads those of several chains at once. Who asks meanwhile reads them too: nothing is held before it is whole. */
  async fetch(chains: readonly string[]): Promise<ReadonlyMap<string, Map<number, KeptRow>>> {
    if (this.#held.size + chains.length > HELD) {
      this.#held.clear();
      this.#parsed.clear();
    }
    const rows = await this.#lying.rows(chains);
    const found = new Map(chains.map((chain) => [chain, new Map<number, KeptRow>()]));
    for (const row of rows) found.get(row.chain)?.set(row.version, await this.#keptOf(row));
    for (const [chain, versions] of found) this.#held.set(chain, versions);
    return found;
  }

  async #keptOf({ kind, json, begin, position }: DefinitionRow): Promise<KeptRow> {
    const digest = sha256(json);
    const key = `${kind} ${digest} ${begin ?? ''}`;
    const known = this.#parsed.get(key);
    const kept = known === undefined ? await this.#read({ kind, json, begin }) : known;
    this.#parsed.set(key, kept);
    return { digest, position, kept };
  }

  async #read(row: Pick<DefinitionRow, 'kind' | 'json' | 'begin'>): Promise<Kept | null> {
    try {
      const [kept] = await parseDefinitions(this.#parts, [row]);
      return kept ?? null;
    } catch (error) {
      if (isOfDatabase(error) && !(error instanceof LedgerRefusal)) throw error;
      return null;
    }
  }
}
