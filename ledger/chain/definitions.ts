// The definitions that decided, by chain and version: kept for ever, the same version never with another content.
// Parsed once per process and handed out as the same object; what many of them have alike is held once.
import { createHash } from 'node:crypto';
import { and, eq, sql } from 'drizzle-orm';
import type postgres from 'postgres';
import type { MigrationDefinition } from '../../machines/definition/definition.ts';
import { sharing } from '../../machines/definition/shared.ts';
import type { ProgrammeDefinition } from '../../machines/programme/definition.ts';
import { chainOf } from '../../machines/record/chain.ts';
import { canonical } from '../../machines/record/entry.ts';
import type { Database } from '../database.ts';
import { definition } from '../schema.ts';
import { LedgerRefusal } from './failure.ts';

/** A migration's first day, and the instant that is recorded for it on the programme's clock. */
export interface Begin {
  on: string;
  at: string;
}

export interface KeptMigration {
  definition: MigrationDefinition;
  begin: Begin;
}

/** What decided entries: the definition of one version of a chain, whichever kind it is of. */
export type Kept = { /** SHA-256 of the definition's canonical JSON. */ digest: string } & (
  | ({ kind: 'migration' } & KeptMigration)
  | { kind: 'programme'; definition: ProgrammeDefinition }
);

/** How many parsed definitions one process keeps; the eldest go first. */
const CACHED = 5_000;

export class Definitions {
  readonly #database: Database;
  readonly #cache = new Map<string, Kept>();

  constructor(database: Database) {
    this.#database = database;
  }

  /** @throws LedgerRefusal `definition.unknown` */
  async migration(chain: string, version: number): Promise<KeptMigration> {
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
  async latestMigration(programme: string, system: string): Promise<KeptMigration | null> {
    const kept = await this.inForce(chainOf(programme, system));
    return kept?.kind === 'migration' ? kept : null;
  }

  async latestProgramme(code: string): Promise<ProgrammeDefinition | null> {
    const kept = await this.inForce(code);
    return kept?.kind === 'programme' ? kept.definition : null;
  }

  /** How a migration began: its first version. */
  async firstMigration(chain: string): Promise<KeptMigration | null> {
    const [eldest] = await this.#database.query
      .select({ version: definition.version })
      .from(definition)
      .where(eq(definition.chain, chain))
      .orderBy(definition.version)
      .limit(1);
    const kept = eldest && (await this.#kept(chain, eldest.version));
    return kept?.kind === 'migration' ? kept : null;
  }

  /** The first version of each of a programme's migrations, in the programme's order: how each began. */
  async firstMigrations(programme: string): Promise<KeptMigration[]> {
    const rows = await this.#database.query
      .select()
      .from(definition)
      .where(
        and(
          eq(definition.programme, programme),
          eq(definition.kind, 'migration'),
          sql`${definition.version} = (select min(d.version) from definition d where d.chain = ${definition.chain})`,
        ),
      )
      .orderBy(definition.position, definition.chain);
    return rows.flatMap((row) => {
      const kept = this.#remember(row);
      return kept.kind === 'migration' ? [kept] : [];
    });
  }

  async #kept(chain: string, version: number): Promise<Kept | null> {
    const known = this.#cache.get(`${chain}@${version}`);
    if (known) return known;
    const [row] = await this.#database.query
      .select()
      .from(definition)
      .where(and(eq(definition.chain, chain), eq(definition.version, version)));
    return row ? this.#remember(row) : null;
  }

  /** What decides a chain now; null where nothing is kept for it. */
  async inForce(chain: string): Promise<Kept | null> {
    const [named] = await this.#database.sql<{ version: number | null }[]>`
      select ${versionInForce(this.#database.sql, this.#database.sql`${chain}`)} as version`;
    return typeof named?.version === 'number' ? this.#kept(chain, named.version) : null;
  }

  #remember(row: typeof definition.$inferSelect): Kept {
    const key = `${row.chain}@${row.version}`;
    const known = this.#cache.get(key);
    if (known) return known;
    const kept = sharingParts(parseDefinition(row));
    this.#cache.set(key, kept);
    const eldest = this.#cache.keys().next();
    if (this.#cache.size > CACHED && !eldest.done) this.#cache.delete(eldest.value);
    return kept;
  }
}

/** What decides a chain is not what lies newest in a table, but what its newest entry names. */
export const versionInForce = (sql: postgres.Sql, chain: postgres.PendingQuery<postgres.Row[]>) => sql`
  coalesce(
    (select (e.body::jsonb -> 'versions' ->> 'definition')::integer from entry e
      where e.chain = ${chain} order by e.seq desc limit 1),
    (select min(d.version) from definition d where d.chain = ${chain}))`;

const sharingParts = (kept: Kept): Kept =>
  kept.kind === 'migration' ? { ...kept, definition: sharing(kept.definition) } : kept;

/** Only what passed the schema is ever stored, so the parsed JSON has the type that it was stored from. */
export function parseDefinition({
  kind,
  json,
  begin,
}: Pick<typeof definition.$inferSelect, 'kind' | 'json' | 'begin'>): Kept {
  const digest = createHash('sha256').update(json).digest('hex');
  if (kind === 'programme') return { kind, digest, definition: JSON.parse(json) as ProgrammeDefinition };
  return {
    kind,
    digest,
    definition: JSON.parse(json) as MigrationDefinition,
    begin: JSON.parse(begin ?? '') as Begin,
  };
}

/** As a row of the table. */
export interface DefinitionRecord {
  chain: string;
  version: number;
  kind: 'programme' | 'migration';
  json: string;
  begin: string | null;
  position: number;
}

export function programmeRecord(given: ProgrammeDefinition): DefinitionRecord {
  const json = canonical(given);
  return { chain: given.code, version: given.version, kind: 'programme', json, begin: null, position: 0 };
}

export function migrationRecord(
  { definition: given, begin }: KeptMigration,
  position: number,
): DefinitionRecord {
  return {
    chain: chainOf(given.programme.code, given.system.id),
    version: given.version,
    kind: 'migration',
    json: canonical(given),
    begin: canonical(begin),
    position,
  };
}
