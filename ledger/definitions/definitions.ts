// The definitions that decided, by chain and version: kept for ever, the same version never with another content.
// Parsed once per process and handed out as the same object; what many of them have alike is kept and held once (parts.ts).
import { createHash } from 'node:crypto';
import type postgres from 'postgres';
import type { MigrationDefinition } from '../../machines/definition/definition.ts';
import { type Composition, type Deciding, inParts, type Part } from '../../machines/definition/parts.ts';
import { sharing } from '../../machines/definition/shared.ts';
import type { ProgrammeDefinition } from '../../machines/programme/definition.ts';
import { chainOf } from '../../machines/record/chain.ts';
import { canonical, type EntryBody } from '../../machines/record/entry.ts';
import { LedgerRefusal } from '../chain/failure.ts';
import type { Database } from '../database.ts';
import { Parts, partsIn } from './parts.ts';

/** A migration's first day, and the instant that is recorded for it on the programme's clock. */
export interface Begin {
  on: string;
  at: string;
  /** It waits for the word of those it goes on with. */
  continues?: true;
}

export interface KeptMigration {
  definition: MigrationDefinition;
  begin: Begin;
}

/** One that is on record, with the digest by which entries name it: SHA-256 of its row's canonical JSON. */
export type RecordedMigration = KeptMigration & Deciding<MigrationDefinition>;

/** What decided entries: the definition of one version of a chain, whichever kind it is of. */
export type Kept =
  | ({ kind: 'migration' } & RecordedMigration)
  | ({ kind: 'programme' } & Deciding<ProgrammeDefinition>);

/** As an entry names what decided it. */
type Named = Pick<EntryBody['versions'], 'definition' | 'definitionDigest'>;

/** Whose it is, and in which version: what is kept by a digest may be anybody's. */
function isOf(kept: Kept, chain: string, version: number): boolean {
  const { definition: given } = kept;
  const its = 'code' in given ? chainOf(given.code) : chainOf(given.programme.code, given.system.id);
  return its === chain && given.version === version;
}

/** How many parsed definitions one process keeps; the eldest go first. */
const CACHED = 5_000;

type Sql = postgres.Sql | postgres.TransactionSql;

export class Definitions {
  readonly #sql: Sql;
  readonly #cache: Map<string, Kept>;
  readonly parts: Parts;

  constructor(
    { sql }: Pick<Database, 'sql'> | { sql: Sql },
    cache = new Map<string, Kept>(),
    parts = new Parts(partsIn(sql)),
  ) {
    this.#sql = sql;
    this.#cache = cache;
    this.parts = parts;
  }

  /** The same, asked through a transaction's own connection: whoever holds one waits for no other. */
  within(tx: postgres.TransactionSql): Definitions {
    return new Definitions({ sql: tx }, this.#cache, this.parts.within(tx));
  }

  /** @throws LedgerRefusal `definition.unknown` */
  async migration(chain: string, version: number): Promise<RecordedMigration> {
    const kept = await this.#kept(chain, version);
    if (kept?.kind !== 'migration') throw new LedgerRefusal('definition.unknown', { chain, version });
    return kept;
  }

  /** @throws LedgerRefusal `definition.unknown` */
  async programme(code: string, version: number): Promise<ProgrammeDefinition> {
    const kept = await this.#kept(code, version);
    if (kept?.kind !== 'programme') throw new LedgerRefusal('definition.unknown', { chain: code, version });
    return kept.definition;
  }

  /** @throws LedgerRefusal `definition.unknown` */
  async deciding(chain: string, version: number): Promise<Kept> {
    const kept = await this.#kept(chain, version);
    if (!kept) throw new LedgerRefusal('definition.unknown', { chain, version });
    return kept;
  }

  /** The version that the chain's entries name, the first before its first entry; null where the chain has none. */
  async latestMigration(programme: string, system: string): Promise<RecordedMigration | null> {
    const kept = await this.inForce(chainOf(programme, system));
    return kept?.kind === 'migration' ? kept : null;
  }

  async latestProgramme(code: string): Promise<ProgrammeDefinition | null> {
    const kept = await this.inForce(code);
    return kept?.kind === 'programme' ? kept.definition : null;
  }

  /** How a migration began: its first version. */
  async firstMigration(chain: string): Promise<RecordedMigration | null> {
    const eldest = await this.#first(chain);
    const [kept] = eldest ? await this.#remember([eldest]) : [];
    return kept?.kind === 'migration' ? kept : null;
  }

  /** The first version of each of a programme's migrations, in the programme's order: how each began. */
  async firstMigrations(programme: string): Promise<RecordedMigration[]> {
    const rows = await this.#rows(this.#sql`
      d.programme = ${programme} and d.kind = 'migration'
        and d.version = (select min(f.version) from definition f where f.chain = d.chain)
      order by d.position, d.chain`);
    const all = await this.#remember(rows);
    return all.filter((kept) => kept.kind === 'migration');
  }

  /** Of a chain and a digest that is no row yet, but kept to be adopted; null where there is none. */
  async proposed(chain: string, { definition: version, definitionDigest }: Named): Promise<Kept | null> {
    const first = await this.#first(chain);
    if (first === null) return null;
    const [json] = await this.parts.texts([definitionDigest]);
    if (json === undefined) return null;
    const { kind, begin } = first;
    const [kept] = await parseDefinitions(this.parts, [{ kind, json, begin }]);
    return kept && isOf(kept, chain, version) ? kept : null;
  }

  /** What decides an entry as it says: on record, or adopted by that very entry. */
  async named(chain: string, versions: Named): Promise<Kept | null> {
    return (await this.#kept(chain, versions.definition)) ?? this.proposed(chain, versions);
  }

  /** The whole of a definition by its digest, whoever's it is; null where none is kept by it. */
  async byDigest(digest: string): Promise<MigrationDefinition | ProgrammeDefinition | null> {
    const [row] = await this.#rows(this.#sql`d.digest = ${digest} limit 1`);
    const [json] = row ? [row.json] : await this.parts.texts([digest]);
    if (json === undefined) return null;
    const value = JSON.parse(json) as ProgrammeDefinition | MigrationDefinition | Composition;
    return 'code' in value ? value : this.parts.whole(value);
  }

  /** How its chain began, as a row. */
  async #first(chain: string): Promise<DefinitionRow | null> {
    const [eldest] = await this.#rows(this.#sql`d.chain = ${chain} order by d.version limit 1`);
    return eldest ?? null;
  }

  #rows(where: postgres.PendingQuery<postgres.Row[]>): Promise<DefinitionRow[]> {
    return this.#sql<DefinitionRow[]>`
      select d.chain, d.version, d.kind, d.json, d.begin, d.position from definition d where ${where}`;
  }

  async #kept(chain: string, version: number): Promise<Kept | null> {
    const known = this.#cache.get(`${chain}@${version}`);
    if (known) return known;
    const [row] = await this.#rows(this.#sql`d.chain = ${chain} and d.version = ${version}::integer`);
    const [kept] = row ? await this.#remember([row]) : [];
    return kept ?? null;
  }

  /** What decides a chain now; null where nothing is kept for it. */
  async inForce(chain: string): Promise<Kept | null> {
    const [named] = await this.#sql<{ version: number | null }[]>`
      select ${versionInForce(this.#sql, this.#sql`${chain}`)} as version`;
    return typeof named?.version === 'number' ? this.#kept(chain, named.version) : null;
  }

  async #remember(rows: readonly DefinitionRow[]): Promise<Kept[]> {
    const fresh = rows.filter(({ chain, version }) => !this.#cache.has(`${chain}@${version}`));
    const parsed = await parseDefinitions(this.parts, fresh);
    fresh.forEach(({ chain, version }, index) => {
      this.#cache.set(`${chain}@${version}`, sharingParts(parsed[index] as Kept));
    });
    const found = rows.map(({ chain, version }) => this.#cache.get(`${chain}@${version}`) as Kept);
    for (const [eldest] of this.#cache) {
      if (this.#cache.size <= CACHED) break;
      this.#cache.delete(eldest);
    }
    return found;
  }
}

/** What decides a chain is not what lies newest in a table, but what its newest entry names. */
export const versionInForce = (sql: Sql, chain: postgres.PendingQuery<postgres.Row[]>) => sql`
  coalesce(
    (select (e.body::jsonb -> 'versions' ->> 'definition')::integer from entry e
      where e.chain = ${chain} order by e.seq desc limit 1),
    (select min(d.version) from definition d where d.chain = ${chain}))`;

const sharingParts = (kept: Kept): Kept =>
  kept.kind === 'migration' ? { ...kept, definition: sharing(kept.definition) } : kept;

type Row = Pick<DefinitionRow, 'kind' | 'json' | 'begin'>;

/**
 * Only what passed the schema is ever stored, so the parsed JSON has the type that it was stored from.
 * @throws LedgerRefusal `definition.unknown` where a part is not kept
 */
export async function parseDefinitions(parts: Pick<Parts, 'wholes'>, rows: readonly Row[]): Promise<Kept[]> {
  const read = rows.map(({ json }) => JSON.parse(json) as MigrationDefinition | Composition);
  const migrations = read.filter((_, index) => rows[index]?.kind === 'migration');
  const wholes = await parts.wholes(migrations);
  return rows.map(({ kind, json, begin }): Kept => {
    const digest = createHash('sha256').update(json).digest('hex');
    if (kind === 'programme') return { kind, digest, definition: JSON.parse(json) as ProgrammeDefinition };
    const whole = wholes.shift() as MigrationDefinition;
    return { kind, digest, definition: whole, begin: JSON.parse(begin ?? '') as Begin };
  });
}

/** As a row of the table. */
export interface DefinitionRow {
  chain: string;
  version: number;
  kind: 'programme' | 'migration';
  json: string;
  begin: string | null;
  position: number;
}

export function programmeRecord(given: ProgrammeDefinition): DefinitionRow {
  const json = canonical(given);
  return { chain: given.code, version: given.version, kind: 'programme', json, begin: null, position: 0 };
}

/** The row, and the parts that it names. */
export function migrationRecord(
  { definition: given, begin }: KeptMigration,
  position: number,
): { record: DefinitionRow; parts: Part[] } {
  const { rest, parts } = inParts(given);
  const record: DefinitionRow = {
    chain: chainOf(given.programme.code, given.system.id),
    version: given.version,
    kind: 'migration',
    json: rest.json,
    begin: canonical(begin),
    position,
  };
  return { record, parts };
}
