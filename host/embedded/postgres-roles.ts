// The database and its two roles: an owner who may change the schema, and an application that may only use it.
// What the application may do to each table is granted by the ledger's schema changes.
import postgres from 'postgres';
import type { Secrets } from '../process/keys/secrets.ts';

export const ownerRole = 'sekimori_owner';
export const appRole = 'sekimori_app';
export const databaseName = 'sekimori';

/** Makes what is missing of the roles and the database. */
export async function ensureDatabase(adminUrl: string, secrets: Secrets): Promise<void> {
  const sql = postgres(adminUrl, { max: 1, onnotice: () => undefined });
  try {
    await ensureRole(sql, ownerRole, secrets.postgresOwner);
    await ensureRole(sql, appRole, secrets.postgresApp);
    const [there] = await sql`select 1 from pg_database where datname = ${databaseName}`;
    if (there === undefined) await createOwnedDatabase(sql, databaseName);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** A new database that only its owner and the application may enter. */
export async function createOwnedDatabase(sql: postgres.Sql, name: string): Promise<void> {
  await sql`create database ${sql(name)} owner ${sql(ownerRole)}`;
  await closeToOthers(sql, name);
}

export async function closeToOthers(sql: postgres.Sql, name: string): Promise<void> {
  await sql`revoke all on database ${sql(name)} from public`;
  await sql`grant connect on database ${sql(name)} to ${sql(appRole)}`;
}

async function ensureRole(sql: postgres.Sql, role: string, password: string): Promise<void> {
  const [there] = await sql`select 1 from pg_roles where rolname = ${role}`;
  if (there !== undefined) return;
  // Utility statements take no parameters; both values are ours, letters, digits, - and _ only.
  await sql.unsafe(`create role ${role} login nosuperuser nocreatedb nocreaterole password '${password}'`);
}
