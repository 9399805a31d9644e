// `npm run backup` and `npm run restore`: reads what was asked, and tells a person what came of it.
import { resolve } from 'node:path';
import { readEnvironment } from '../process/environment.ts';
import { StartFailure } from '../process/start-failure.ts';
import { BackupFailure } from './backup-failure.ts';
import type { Manifest } from './manifest.ts';
import { restoreBackup } from './restore-backup.ts';
import { takeBackup } from './take-backup.ts';

async function main([doing, folder, ...more]: string[]): Promise<void> {
  if (folder === undefined || folder.startsWith('-') || more.length > 0)
    throw new BackupFailure({ code: 'use.wrong' });
  const { databaseUrl, dataFolder } = readEnvironment(process.env);
  if (databaseUrl !== null) throw new BackupFailure({ code: 'database.outside' });
  process.umask(0o077);
  const backup = resolve(process.env.INIT_CWD ?? '', folder); // npm runs us in the project, not where the person is
  if (doing === 'restore') sayRestored(restoreBackup(backup, dataFolder), dataFolder);
  else sayTaken(await takeBackup(dataFolder, backup), backup);
}

function sayTaken(manifest: Manifest, backup: string): void {
  console.log(`✔ 控えました / backed up: ${backup} (${sizeOf(manifest)})
  パスワードと署名鍵を含みます。読める人を限り、別の機械に保管してください。
  It holds passwords and the signing key: keep it where few can read it, on another machine.`);
}

function sayRestored(manifest: Manifest, dataFolder: string): void {
  console.log(`✔ 戻しました / restored: ${dataFolder} (${sizeOf(manifest)}, ${manifest.madeAt})
  npm start で開き、npx sekimori verify で、控えの後の記録が失われていないかを保管した先頭と照らしてください。
  Open it with npm start, and compare it with heads kept elsewhere by npx sekimori verify: what was recorded after the backup is not in it.`);
}

function sizeOf({ files }: Manifest): string {
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  return `${files.length} files, ${Math.ceil(bytes / 1024 / 1024)} MiB`;
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  const known = error instanceof BackupFailure || error instanceof StartFailure;
  const text = known ? error.message : error instanceof Error ? error.stack : String(error);
  console.error(`\n✘ ${text}`);
  const isUse = error instanceof BackupFailure && error.fault.code === 'use.wrong';
  process.exitCode = isUse ? 2 : 1;
}
