// `npm run move`: reads what was asked, and tells a person what came of it.
import { readEnvironment } from '../process/environment.ts';
import { StartFailure } from '../process/start-failure.ts';
import { type Moved, move } from './move.ts';
import { MoveFailure } from './move-failure.ts';

async function main(words: string[]): Promise<void> {
  const onlyCheck = words.length === 1 && words[0] === '--check';
  if (words.length > 0 && !onlyCheck) throw new MoveFailure({ code: 'use.wrong' });
  process.umask(0o077);
  const environment = readEnvironment(process.env);
  const moved = await move(environment, onlyCheck);
  say(moved, onlyCheck, environment.dataFolder);
}

function say({ target, programmes, entries, tables }: Moved, onlyCheck: boolean, dataFolder: string): void {
  const { address, version } = target;
  const what = `${programmes.join(', ')}: ${entries} entries, ${tables} tables → ${address} (PostgreSQL ${version})`;
  if (onlyCheck) {
    console.log(`✔ 移せます。何も書いていません / can be moved; nothing was written: ${what}
  移すには npm run move。 / To move it: npm run move.`);
    return;
  }
  console.log(`✔ 移しました / moved: ${what}
  同じ設定（DATABASE_URL、SEKIMORI_OWNER_DATABASE_URL、TEMPORAL_ADDRESS、SEKIMORI_DATA）で npm start を実行し、npx sekimori verify で確かめてください。
  Run npm start with the same settings, then npx sekimori verify. Every run goes on from the record.
  元のデータベースはそのまま残り、もう起動しません: ${dataFolder}/postgres。secrets/ と session-secret は、これからも使います。
  The database it came from stays as it is and is not started any more; secrets/ and session-secret are used as before.`);
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  const known = error instanceof MoveFailure || error instanceof StartFailure;
  const text = known ? error.message : error instanceof Error ? error.stack : String(error);
  console.error(`\n✘ ${text}`);
  process.exitCode = error instanceof MoveFailure && error.fault.code === 'use.wrong' ? 2 : 1;
}
