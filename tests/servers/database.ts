// A fresh database of its own for a test, on the run's PostgreSQL, with the schema as it is today: a copy of the one that the
// run's set-up brought to it once.
import type postgres from 'postgres';
import { inject } from 'vitest';
import { closeToOthers, ownerRole } from '../../host/embedded/postgres-roles.ts';
import { madeBy, type TestDatabase } from './empty-database.ts';

/** Call `drop()` in `afterAll`; it closes whoever is still connected. */
export const createDatabase = (): Promise<TestDatabase> => madeBy(copyOfSchema);

async function copyOfSchema(sql: postgres.Sql, name: string): Promise<void> {
  const template = inject('schemaDatabase');
  await sql`create database ${sql(name)} owner ${sql(ownerRole)} template ${sql(template)} strategy file_copy`;
  await closeToOthers(sql, name);
}
