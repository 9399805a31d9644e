// A fresh database of its own for a test, on the run's PostgreSQL, with the schema as it is today.

import { appRole } from '../../host/embedded/postgres-roles.ts';
import { applySchemaChanges } from '../../ledger/schema-changes.ts';
import { createEmptyDatabase, type TestDatabase } from './empty-database.ts';

/** Call `drop()` in `afterAll`; it closes whoever is still connected. */
export async function createDatabase(): Promise<TestDatabase> {
  const database = await createEmptyDatabase();
  await applySchemaChanges(database.ownerUrl, appRole);
  return database;
}
