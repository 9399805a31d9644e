// One pool of connections to PostgreSQL, for queries by drizzle and for the few statements that are written out.
import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';

export interface Database {
  /** Statements written out; JSON goes in as `::text::jsonb` and comes out as values, dates are texts. */
  sql: postgres.Sql;
  query: PostgresJsDatabase;
  /** One connection apart from all others, for what may take minutes: it is opened when it is asked for. */
  apart: postgres.Sql;
  /** A connection that its asker keeps and ends. */
  alone: () => postgres.Sql;
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
const APART_IDLE_SECONDS = 30;

export function connectDatabase(
  url: string,
  { connections = 10, connectSeconds = 10 }: DatabaseOptions = {},
): Database {
  const options = {
    connect_timeout: connectSeconds,
    onnotice: () => undefined,
    connection: {
      application_name: 'sekimori',
      // Whatever role or database have set: a schema of somebody else's shows nobody another record.
      search_path: SEARCH_PATH,
      default_transaction_isolation: 'read committed' as const,
      statement_timeout: 30_000,
      idle_in_transaction_session_timeout: 60_000,
    },
  };
  const sql = postgres(url, { ...options, max: connections });
  const apart = postgres(url, { ...options, max: 1, idle_timeout: APART_IDLE_SECONDS });
  const alone = () => postgres(url, { ...options, max: 1 });
  const close = async () => {
    await Promise.all([sql.end({ timeout: 5 }), apart.end({ timeout: 5 })]);
  };
  return { sql, query: drizzle(sql), apart, alone, close };
}
