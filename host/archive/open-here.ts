// Where an archive is opened: the embedded database of a data folder that no server uses, or one of one's own; with the key by which this
// installation signs.
import { mkdirSync } from 'node:fs';
import { type Opening, openArchive } from '../../ledger/archive/open.ts';
import type { Archive } from '../../ledger/archive/read.ts';
import { connectDatabase } from '../../ledger/database.ts';
import { createSigner, type Signer } from '../../ledger/lock/signer.ts';
import { applySchemaChanges } from '../../ledger/schema-changes.ts';
import { prepareDataFolder } from '../embedded/data-folder.ts';
import { appRole } from '../embedded/postgres-roles.ts';
import { startPostgres } from '../embedded/postgres-server.ts';
import type { Environment } from '../process/environment.ts';
import { prepareSigningKeys, readOwnKeys, readSigningKeys } from '../process/keys/signing-keys.ts';
import { takeLock } from '../process/lock.ts';
import { requireDatabase } from '../process/outside-database.ts';

export interface HowOpened {
  lost: string | null;
  onlyCheck: boolean;
}

/** The key that this installation signs by: its own is made where there is none. */
export function keyOf({ dataFolder, signingKeys }: Environment): Signer {
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  prepareDataFolder(dataFolder);
  prepareSigningKeys(dataFolder, signingKeys);
  const [newest] = signingKeys.length > 0 ? readSigningKeys(signingKeys) : readOwnKeys(dataFolder);
  if (!newest) throw new Error('an installation holds a key');
  return createSigner(newest);
}

/** @throws ArchiveRefusal or StartFailure with nothing written of the archive */
export async function openHere(environment: Environment, archive: Archive, how: HowOpened): Promise<Opening> {
  const signer = keyOf(environment);
  const lock = takeLock(environment.dataFolder, 'npm run archive');
  try {
    return await withDatabase(environment, async (appUrl) => {
      const database = connectDatabase(appUrl, { connections: 1 });
      const goingOn = { signer, lost: how.lost, wallMs: Date.now() };
      return openArchive(database, archive, goingOn, how.onlyCheck).finally(() => database.close());
    });
  } finally {
    lock.release();
  }
}

async function withDatabase<T>(
  { databaseUrl, ownerDatabaseUrl, dataFolder }: Environment,
  work: (appUrl: string) => Promise<T>,
): Promise<T> {
  if (databaseUrl !== null) {
    await requireDatabase(databaseUrl);
    const role = decodeURIComponent(new URL(databaseUrl).username);
    await applySchemaChanges(ownerDatabaseUrl ?? databaseUrl, role);
    return work(databaseUrl);
  }
  const postgres = await startPostgres(dataFolder);
  try {
    await applySchemaChanges(postgres.addresses.ownerUrl, appRole);
    return await work(postgres.addresses.appUrl);
  } finally {
    await postgres.stop();
  }
}
