// Puts a backup back as a data folder. Never over another one; the copy is proven whole first, and appears only once it is.
import { chmodSync, chownSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { postgresUser } from '../embedded/postgres-user.ts';
import { BackupFailure } from './backup-failure.ts';
import { copyFile, type Manifest, provenManifest } from './manifest.ts';

/** @throws BackupFailure with the data folder as it was */
export function restoreBackup(backup: string, dataFolder: string): Manifest {
  const manifest = provenManifest(backup);
  if (existsSync(dataFolder) && readdirSync(dataFolder).length > 0)
    throw new BackupFailure({ code: 'target.notEmpty', folder: dataFolder });
  const partial = `${dataFolder}.partial-${process.pid}`;
  try {
    mkdirSync(partial, { recursive: true, mode: 0o700 });
    for (const path of manifest.folders) mkdirSync(join(partial, path), { recursive: true, mode: 0o700 });
    for (const { path } of manifest.files) copyFile(join(backup, path), join(partial, path));
    giveToPostgres(partial, manifest);
    rmSync(dataFolder, { recursive: true, force: true }); // empty, or not there
    renameSync(partial, dataFolder);
    return manifest;
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    throw error;
  }
}

/** Run by root, PostgreSQL's files are its own user's. */
function giveToPostgres(folder: string, { folders, files }: Manifest): void {
  const user = postgresUser();
  if (user === null) return;
  const paths = [...folders, ...files.map(({ path }) => path)];
  for (const path of paths.filter((one) => one.split('/')[0] === 'postgres'))
    chownSync(join(folder, path), user.uid, user.gid);
  chmodSync(folder, 0o700);
}
