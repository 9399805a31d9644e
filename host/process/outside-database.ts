// A PostgreSQL that is not ours: reached before anything is started on it.
import postgres from 'postgres';
import { StartFailure } from './start-failure.ts';

/** @throws StartFailure naming host and database, never the password */
export async function requireDatabase(url: string): Promise<void> {
  const sql = postgres(url, { max: 1, connect_timeout: 30, onnotice: () => undefined });
  try {
    await sql`select 1`;
  } catch (error) {
    const { host, pathname } = new URL(url);
    const why = error instanceof Error ? error.message : String(error);
    throw new StartFailure({ code: 'database.unreachable', address: `${host}${pathname}`, why });
  } finally {
    await sql.end({ timeout: 1 });
  }
}
