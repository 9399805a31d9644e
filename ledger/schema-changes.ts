// Brings a database to the schema of this program: numbered SQL files, each applied once, all or none. A file that was
// applied is never edited; its digest is kept to notice.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import postgres from 'postgres';
import { SEARCH_PATH } from './database.ts';
import { packageFolder } from './package-folder.ts';

interface SchemaChange {
  name: string;
  text: string;
  sha256: string;
}

/** Any fixed number: whoever holds it may change the schema. */
const LOCK = 7_305_230_001;

export class SchemaChangeFailure extends Error {
  override readonly name = 'SchemaChangeFailure';
  /** altered: an applied file reads otherwise now; newer: the database knows changes that this program does not. */
  readonly code: 'altered' | 'newer';
  readonly change: string;
  constructor(code: 'altered' | 'newer', change: string) {
    super(`schema change ${change}: ${code}`);
    this.code = code;
    this.change = change;
  }
}

/**
 * Applies what is missing, in order and in one transaction, and grants `appRole` its rights. Numbers that the database
 * gives out go on above the highest that stands, also where rows were brought in with theirs.
 * @param bringIn what is brought into the new tables in the same transaction
 */
export async function applySchemaChanges(
  ownerUrl: string,
  appRole: string,
  bringIn: (tx: postgres.TransactionSql) => Promise<void> = async () => undefined,
): Promise<{ applied: string[] }> {
  const connection = { search_path: SEARCH_PATH };
  const sql = postgres(ownerUrl, { max: 1, connection, onnotice: () => undefined });
  try {
    return await sql.begin(async (tx) => {
      const applied = await applyMissing(tx, readSchemaChanges(), appRole);
      await bringIn(tx);
      await raiseSequences(tx);
      return { applied };
    });
  } finally {
    await sql.end({ timeout: 5 });
  }
}

export function readSchemaChanges(): SchemaChange[] {
  const folder = join(packageFolder(), 'ledger/schema-changes');
  const names = readdirSync(folder).filter((name) => /^\d{3}-[a-z0-9-]+\.sql$/.test(name));
  return names.sort().map((name) => {
    const text = readFileSync(join(folder, name), 'utf8');
    return { name, text, sha256: createHash('sha256').update(text).digest('hex') };
  });
}

async function applyMissing(tx: postgres.TransactionSql, changes: SchemaChange[], appRole: string) {
  await tx`select pg_advisory_xact_lock(${LOCK})`;
  await tx`create table if not exists schema_change (
    name text primary key, sha256 text not null, applied_at timestamptz not null default now())`;
  const there = await tx<{ name: string; sha256: string }[]>`select name, sha256 from schema_change`;
  const applied = new Map(there.map((row) => [row.name, row.sha256]));
  requireSame(applied, changes);
  const missing = changes.filter(({ name }) => !applied.has(name));
  for (const { name, text, sha256 } of missing) {
    await tx.unsafe(text.replaceAll(':"app_role"', quoted(appRole)));
    await tx`insert into schema_change (name, sha256) values (${name}, ${sha256})`;
  }
  return missing.map(({ name }) => name);
}

/** Only ever upward. */
async function raiseSequences(tx: postgres.TransactionSql): Promise<void> {
  const columns = await tx<{ table: string; column: string; sequence: string }[]>`
    select c.relname as "table", a.attname as "column",
      pg_get_serial_sequence(quote_ident(n.nspname) || '.' || quote_ident(c.relname), a.attname) as sequence
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
    where a.attidentity <> '' and not a.attisdropped and c.relkind = 'r' and n.nspname = current_schema()`;
  for (const { table, column, sequence } of columns) {
    await tx`
      select setval(${sequence}::regclass, highest.id) from (select max(${tx(column)}) as id from ${tx(table)}) as highest
      where highest.id > coalesce(pg_sequence_last_value(${sequence}::regclass), 0)`;
  }
}

function requireSame(applied: Map<string, string>, changes: SchemaChange[]): void {
  const known = new Map(changes.map((change) => [change.name, change.sha256]));
  for (const [name, sha256] of applied) {
    if (!known.has(name)) throw new SchemaChangeFailure('newer', name);
    if (known.get(name) !== sha256) throw new SchemaChangeFailure('altered', name);
  }
}

const quoted = (identifier: string): string => `"${identifier.replaceAll('"', '""')}"`;
