// The parts of definitions as they are kept: each once, by the digest of its canonical JSON. Parsed once per process and handed
// out as the same object.
import { createHash } from 'node:crypto';
import type postgres from 'postgres';
import type { MigrationDefinition } from '../../machines/definition/definition.ts';
import {
  type Composition,
  composed,
  isComposed,
  type Part,
  partNames,
} from '../../machines/definition/parts.ts';
import { LedgerRefusal } from '../chain/failure.ts';

type Sql = postgres.Sql | postgres.TransactionSql;

/** How many parsed parts are held; those not asked for longest go first. */
const HELD = 2_000;

/** Gives those that are kept; whether their bytes are what they are kept by is not looked at. */
export type ReadParts = (digests: readonly string[]) => Promise<readonly Part[]>;

export const partsIn =
  (sql: Sql): ReadParts =>
  (digests) =>
    sql<Part[]>`
    select digest, json from public.definition_part where digest = any (${[...digests]}::text[])`;

export class Parts {
  readonly #read: ReadParts;
  readonly #held: Map<string, object>;

  constructor(read: ReadParts, held = new Map<string, object>()) {
    this.#read = read;
    this.#held = held;
  }

  /** The same, asked through a transaction's own connection. */
  within(tx: postgres.TransactionSql): Parts {
    return new Parts(partsIn(tx), this.#held);
  }

  /** The whole of a definition as it lies in a row or is kept by its digest: its parts fetched where it names some. */
  async whole(given: MigrationDefinition | Composition): Promise<MigrationDefinition> {
    const [whole] = await this.wholes([given]);
    return whole as MigrationDefinition;
  }

  /** @throws LedgerRefusal `definition.unknown` where a part is not kept */
  async wholes(given: readonly (MigrationDefinition | Composition)[]): Promise<MigrationDefinition[]> {
    const named = given.flatMap((one) => (isComposed(one) ? partNames.map((name) => one.parts[name]) : []));
    const there = await this.fetch([...new Set(named)]);
    // What is kept by a digest is what was kept by it: of the type that named it.
    return given.map((one) =>
      isComposed(one) ? composed(one, (digest) => there.get(digest) as never) : one,
    );
  }

  /** As they lie there; those not kept are left out. */
  async texts(digests: readonly string[]): Promise<string[]> {
    const rows = await this.#read(digests);
    return rows.filter(({ digest, json }) => sha256(json) === digest).map(({ json }) => json);
  }

  /** @throws LedgerRefusal `definition.unknown` where one is not kept */
  async fetch(digests: readonly string[]): Promise<Map<string, object>> {
    const missing = digests.filter((digest) => !this.#held.has(digest));
    const rows = missing.length === 0 ? [] : await this.#read(missing);
    // One whose bytes are not those it is kept by is none.
    for (const { digest, json } of rows)
      if (sha256(json) === digest) this.#held.set(digest, JSON.parse(json) as object);
    const found = new Map<string, object>();
    for (const digest of digests) {
      const part = this.#held.get(digest);
      if (part === undefined) throw new LedgerRefusal('definition.unknown', { digest });
      this.#held.delete(digest);
      this.#held.set(digest, part);
      found.set(digest, part);
    }
    for (const [eldest] of this.#held) {
      if (this.#held.size <= HELD) break;
      this.#held.delete(eldest);
    }
    return found;
  }
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Keeps parts; those that are kept already are left alone. */
export async function keepParts(sql: Sql, parts: readonly Part[]): Promise<void> {
  const distinct = [...new Map(parts.map((part) => [part.digest, part])).values()];
  if (distinct.length === 0) return;
  await sql`
    insert into definition_part (digest, json)
      select * from unnest(${distinct.map(({ digest }) => digest)}::text[], ${distinct.map(({ json }) => json)}::text[])
    on conflict do nothing`;
}
