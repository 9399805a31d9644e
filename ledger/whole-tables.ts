// Every table of a database as it stands, whole: for carrying all of it elsewhere. Knows no table by name; in an order in which
// each finds what it refers to, and each in the order of its own key, so that chains grow as they did.
import type { Readable, Writable } from 'node:stream';
import type postgres from 'postgres';

type Sql = postgres.Sql | postgres.TransactionSql;

export interface WholeTable {
  name: string;
  /** Those that are not generated from others. */
  columns: string[];
  key: string[];
}

export async function wholeTables(sql: Sql): Promise<WholeTable[]> {
  const found = await sql<(WholeTable & { refers: string[] })[]>`
    select c.relname as name,
      array(select a.attname::text from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns,
      array(select a.attname::text from pg_index i cross join unnest(i.indkey) with ordinality as part (number, place)
        join pg_attribute a on a.attrelid = c.oid and a.attnum = part.number
        where i.indrelid = c.oid and i.indisprimary order by part.place) as key,
      array(select distinct t.relname::text from pg_constraint f join pg_class t on t.oid = f.confrelid
        where f.conrelid = c.oid and f.contype = 'f' and t.oid <> c.oid) as refers
    from pg_class c where c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace order by c.relname`;
  const placed: WholeTable[] = [];
  const names = new Set<string>();
  while (placed.length < found.length) {
    const next = found.filter(
      ({ name, refers }) => !names.has(name) && refers.every((one) => names.has(one)),
    );
    if (next.length === 0) throw new Error('tables refer to each other in a circle');
    for (const { name, columns, key } of next) {
      names.add(name);
      placed.push({ name, columns, key });
    }
  }
  return placed;
}

/** Its rows in PostgreSQL's own text. */
export async function copyOut(sql: Sql, { name, columns, key }: WholeTable): Promise<Readable> {
  const rows =
    await sql`copy (select ${sql(columns)} from ${sql(name)} order by ${sql(key)}) to stdout`.readable();
  // The driver stops its socket while the stream is full and goes on when it is read: one that ends while full is never read
  // again, and the connection's next question would wait for ever.
  rows.once('end', () => rows._read(0));
  return rows;
}

export const copyIn = (sql: Sql, { name, columns }: Omit<WholeTable, 'key'>): Promise<Writable> =>
  sql`copy ${sql(name)} (${sql(columns)}) from stdin`.writable();
