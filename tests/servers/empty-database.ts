// A fresh database of its own for a test, on the run's PostgreSQL, without any schema.
import { randomBytes } from 'node:crypto';
import postgres from 'postgres';
import { inject } from 'vitest';
import { appRole, createOwnedDatabase, ownerRole } from '../../host/embedded/postgres-roles.ts';

export interface TestDatabase {
  /** As the role that owns the schema. */
  ownerUrl: string;
  /** As the role the application uses: this is what the ledger under test gets. */
  appUrl: string;
  /** As the cluster's administrator, who may do anything. */
  adminUrl: string;
  drop: () => Promise<void>;
}

/** Call `drop()` in `afterAll`; it closes whoever is still connected. */
export const createEmptyDatabase = (): Promise<TestDatabase> => madeBy(createOwnedDatabase);

/** As empty, or with what another database holds, which nobody is connected to. */
export async function madeBy(
  make: (sql: postgres.Sql, name: string) => Promise<void>,
  name = `test_${randomBytes(6).toString('hex')}`,
): Promise<TestDatabase> {
  const admin = inject('databaseOwnerUrl');
  await withAdmin(admin, (sql) => make(sql, name));
  return {
    ownerUrl: urlOf(admin, name, ownerRole, inject('databaseOwnerPassword')),
    appUrl: urlOf(admin, name, appRole, inject('databaseAppPassword')),
    adminUrl: urlOf(admin, name),
    drop: () => withAdmin(admin, (sql) => sql`drop database if exists ${sql(name)} with (force)`),
  };
}

function urlOf(admin: string, database: string, user?: string, password?: string): string {
  const url = new URL(admin);
  url.pathname = `/${database}`;
  if (user !== undefined) url.username = user;
  if (password !== undefined) url.password = password;
  return url.href;
}

async function withAdmin(url: string, act: (sql: postgres.Sql) => Promise<unknown>): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    await act(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
}
