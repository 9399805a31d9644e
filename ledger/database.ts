// One pool of connections to PostgreSQL, for queries by drizzle and for the few statements that are written out.
import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';

export interface Database {
  /** Statements written out; JSON goes in as `::text::jsonb` and comes out as values, dates are texts. */
  sql: postgres.Sql;
  query: PostgresJsDatabase;
  close: () => Promise<void>;
}

export interface DatabaseOptions {
  /** Connections at most. */
  connections?: number;
  /** How long one may take to open: less than an append may, so that the record says that it cannot be reached. */
  connectSeconds?: number;
}

/** PostgreSQL's own names come before these. */
export const SEARCH_PATH = 'public, pg_temp';

export function connectDatabase(
  url: string,
  { connections = 10, connectSeconds = 10 }: DatabaseOptions = {},
): Database {
  const sql = postgres(url, {
    max: connections,
    connect_timeout: connectSeconds,
    onnotice: () => undefined,
    connection: {
      application_name: 'sekimori',
      // Whatever role or database have set: a schema of somebody else's shows nobody another record.
      search_path: SEARCH_PATH,
      default_transaction_isolation: 'read committed',
      statement_timeout: 30_000,
      idle_in_transaction_session_timeout: 60_000,
    },
  });
  return { sql, query: drizzle(sql), close: () => sql.end({ timeout: 5 }) };
}
