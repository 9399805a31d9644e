// New passwords for the embedded database's three roles, while nobody is at work on it. Cut off at any point, it is completed by
// running it again: what the database has taken stands in one of two files.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import postgres from 'postgres';
import { prepareDataFolder } from '../embedded/data-folder.ts';
import { appRole, ownerRole } from '../embedded/postgres-roles.ts';
import { type PostgresServer, startPostgres } from '../embedded/postgres-server.ts';
import { NEXT_SECRETS, nextSecrets, nextSecretsTakePlace, type Secrets } from '../process/keys/secrets.ts';
import { takeLock } from '../process/lock.ts';
import { StartFailure } from '../process/start-failure.ts';

/** @throws StartFailure where somebody is at work on the folder, or the database cannot be opened */
export async function renewPasswords(dataFolder: string): Promise<void> {
  // One that was put back from a backup has not been started yet.
  prepareDataFolder(dataFolder);
  const lock = takeLock(dataFolder, 'npm run renew');
  try {
    const server = await openAfterAll(dataFolder);
    if (server !== null) {
      const secrets = nextSecrets(dataFolder);
      await take(server.addresses.adminUrl, secrets).finally(() => server.stop());
      nextSecretsTakePlace(dataFolder);
    }
    // It opens with them.
    await (await startPostgres(dataFolder)).stop();
  } finally {
    lock.release();
  }
}

/** Null where an earlier run was cut off after the database had taken the next ones, which are in their place now. */
async function openAfterAll(dataFolder: string): Promise<PostgresServer | null> {
  try {
    return await startPostgres(dataFolder);
  } catch (error) {
    const isWrong =
      error instanceof StartFailure && error.faults.some(({ code }) => code === 'secrets.wrong');
    if (!isWrong || !existsSync(join(dataFolder, NEXT_SECRETS))) throw error;
    nextSecretsTakePlace(dataFolder);
    return null;
  }
}

/** All or none of the three. */
async function take(adminUrl: string, secrets: Secrets): Promise<void> {
  const sql = postgres(adminUrl, { max: 1, onnotice: () => undefined });
  try {
    await sql.begin(async (tx) => {
      // Utility statements take no parameters; a password of ours is letters, digits, - and _ only.
      await tx.unsafe(`alter role ${ownerRole} password '${secrets.postgresOwner}'`);
      await tx.unsafe(`alter role ${appRole} password '${secrets.postgresApp}'`);
      await tx.unsafe(`alter role postgres password '${secrets.postgresAdmin}'`);
    });
  } finally {
    await sql.end({ timeout: 5 });
  }
}
