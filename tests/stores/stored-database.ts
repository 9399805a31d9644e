// A database of an earlier release as one file: for each table the line `COPY table (columns) FROM stdin;`, its rows as
// PostgreSQL writes them, and `\.`. The tables themselves come from the schema changes that its own `schema_change` names.
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { gunzipSync, gzipSync } from 'node:zlib';
import postgres from 'postgres';
import { appRole } from '../../host/embedded/postgres-roles.ts';
import { readSchemaChanges } from '../../ledger/schema-changes.ts';
import { copyIn, copyOut, wholeTables } from '../../ledger/whole-tables.ts';

/** Of this machine and moment only. */
const leftOut = ['worker_beat', 'sign_in_session', 'sign_in_rate'];

export async function storedDatabase(ownerUrl: string): Promise<Buffer> {
  const sql = postgres(ownerUrl, { max: 1 });
  try {
    const parts: Buffer[] = [];
    for (const table of (await wholeTables(sql)).filter(({ name }) => !leftOut.includes(name))) {
      parts.push(Buffer.from(`COPY ${table.name} (${table.columns.join(', ')}) FROM stdin;\n`));
      parts.push(await buffer(await copyOut(sql, table)), Buffer.from('\\.\n'));
    }
    return gzipSync(Buffer.concat(parts), { level: 9 });
  } finally {
    await sql.end();
  }
}

interface StoredTable {
  name: string;
  columns: string[];
  rows: string;
}

function tablesIn(stored: Buffer): StoredTable[] {
  const text = gunzipSync(stored).toString('utf8');
  return [...text.matchAll(/^COPY (\w+) \(([^)]*)\) FROM stdin;\n([\s\S]*?)^\\\.\n/gm)].map(
    ([, name = '', columns = '', rows = '']) => ({ name, columns: columns.split(', '), rows }),
  );
}

/** Into an empty database: its schema as it was then, with the rows as they were. */
export async function restoreStored(ownerUrl: string, stored: Buffer): Promise<void> {
  const tables = tablesIn(stored);
  const applied =
    tables
      .find(({ name }) => name === 'schema_change')
      ?.rows.trim()
      .split('\n') ?? [];
  const known = new Map(readSchemaChanges().map((change) => [change.name, change]));
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => undefined });
  try {
    await sql`create table schema_change (
      name text primary key, sha256 text not null, applied_at timestamptz not null default now())`;
    for (const [name = '', sha256] of applied.map((row) => row.split('\t'))) {
      const change = known.get(name);
      if (change === undefined || change.sha256 !== sha256)
        throw new Error(`${name} is not what was applied then`);
      await sql.unsafe(change.text.replaceAll(':"app_role"', appRole));
    }
    for (const { rows, ...table } of tables) {
      await pipeline(Readable.from([rows]), await copyIn(sql, table));
    }
  } finally {
    await sql.end();
  }
}
