// `npm run renew -- database` and `npm run renew -- session`: reads what was asked, and tells a person what came of it.
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { readEnvironment } from '../process/environment.ts';
import { takeLock } from '../process/lock.ts';
import { StartFailure } from '../process/start-failure.ts';
import { renewPasswords } from './renew.ts';

class Refused extends Error {
  override readonly name = 'Refused';
  constructor(
    message: string,
    readonly exitCode: 1 | 2,
  ) {
    super(message);
  }
}

async function main([what, ...more]: string[]): Promise<void> {
  if (more.length > 0 || (what !== 'database' && what !== 'session'))
    throw new Refused('使い方 / use: npm run renew -- database | npm run renew -- session', 2);
  process.umask(0o077);
  const { dataFolder } = readEnvironment(process.env);
  if (!existsSync(join(dataFolder, what === 'database' ? 'postgres/cluster/PG_VERSION' : 'session-secret')))
    throw new Refused(
      `${dataFolder} には、替えるものがありません。SEKIMORI_DATA を確かめてください。\nThere is nothing to renew in ${dataFolder}. Check SEKIMORI_DATA.`,
      1,
    );
  if (what === 'database') await renewDatabase(dataFolder);
  else renewSession(dataFolder);
}

async function renewDatabase(dataFolder: string): Promise<void> {
  await renewPasswords(dataFolder);
  console.log(`✔ データベースの三つのパスワードを替え、新しいもので開けることを確かめました（${dataFolder}/secrets.json）。控えを取り直してください。
  The three passwords of the database are new, and it opens with them (${dataFolder}/secrets.json). Take a new backup.`);
}

/** A server makes the one that is missing when it starts. */
function renewSession(dataFolder: string): void {
  const lock = takeLock(dataFolder, 'npm run renew');
  try {
    rmSync(join(dataFolder, 'session-secret'));
  } finally {
    lock.release();
  }
  console.log(`✔ 次の起動が新しいものを作ります。全員がサインインし直します。サーバーが複数なら、作られた session-secret を全台に配ってください。
  The next start makes a new one; everybody signs in again. Where there are several servers, give each a copy of it.`);
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  const known = error instanceof Refused || error instanceof StartFailure;
  const text = known ? error.message : error instanceof Error ? error.stack : String(error);
  console.error(`\n✘ ${text}`);
  process.exitCode = error instanceof Refused ? error.exitCode : 1;
}
