// A backup of a database at work, put back elsewhere: what had been answered is there, whole and in order; what is damaged or
// would overwrite something is refused.
import { appendFileSync, existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import postgres from 'postgres';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { BackupFailure } from '../../host/backup/backup-failure.ts';
import { restoreBackup } from '../../host/backup/restore-backup.ts';
import { takeBackup } from '../../host/backup/take-backup.ts';
import { prepareDataFolder } from '../../host/embedded/data-folder.ts';
import { startWarden, type Warden } from '../../host/embedded/warden-client.ts';
import { dropFormerKey, makeNextKey } from '../../host/process/keys/own-signing-key.ts';
import { prepareSigningKeys, readOwnKeys } from '../../host/process/keys/signing-keys.ts';
import { publicKeyOf } from '../../ledger/lock/signatures.ts';
import { projectFolder } from '../../setup/program.mjs';
import { createDataFolder } from '../servers/data-folder.ts';

const entry = join(projectFolder, 'dist/host/embedded/warden.js');

let folder: { path: string; remove: () => void };
let backup: string;
let elsewhere: string;
const wardens: Warden[] = [];

beforeEach(() => {
  folder = createDataFolder();
  backup = join(dirname(folder.path), 'backup');
  elsewhere = join(dirname(folder.path), 'elsewhere');
});
afterEach(async () => {
  for (const warden of wardens.splice(0)) await warden.stop(true);
  folder.remove();
});

/** As `npm start` does it, without what is not the database's. */
async function start(dataFolder: string): Promise<Warden> {
  prepareDataFolder(dataFolder);
  const warden = await startWarden(entry, { dataFolder, postgres: {}, temporal: null }, () => undefined);
  wardens.push(warden);
  return warden;
}

const connect = (warden: Warden) =>
  postgres(warden.servers.postgres?.ownerUrl ?? '', { max: 1, onnotice: () => undefined });

/** Lines written one after the other until stopped; `answered` is the last one known to be kept. */
async function writer(warden: Warden) {
  const sql = connect(warden);
  await sql`create table kept (line int primary key, filling text not null)`;
  let [answered, stopped] = [0, false];
  const writing = (async () => {
    for (let line = 1; !stopped; line += 1) {
      await sql`insert into kept values (${line}, repeat('関', 2000))`;
      answered = line;
    }
    await sql.end();
  })();
  const stop = () => {
    stopped = true;
    return writing;
  };
  return { answered: () => answered, stop };
}

async function linesIn(warden: Warden): Promise<number[]> {
  const sql = connect(warden);
  const rows = await sql<{ line: number }[]>`select line from kept order by line`;
  await sql.end();
  return rows.map(({ line }) => line);
}

const refusal = async (act: () => unknown): Promise<unknown> => {
  try {
    await act();
  } catch (error) {
    if (error instanceof BackupFailure) return error.fault;
    throw error;
  }
  return null;
};

test('taken while people write, it has every line answered before it, in order; taken at rest, every line', async () => {
  const warden = await start(folder.path);
  prepareSigningKeys(folder.path, []);
  const writing = await writer(warden);
  while (writing.answered() < 200) await new Promise((done) => setTimeout(done, 10));
  const before = writing.answered();
  const [former] = readOwnKeys(folder.path).map(publicKeyOf);
  const rotating = setInterval(() => {
    // Another key is put in force once the first look at them is over.
    if (!existsSync(`${backup}.partial-${process.pid}/secrets/signing-key.pem`)) return;
    clearInterval(rotating);
    makeNextKey(folder.path);
    dropFormerKey(folder.path);
  }, 1);
  const manifest = await takeBackup(folder.path, backup);
  const after = writing.answered();
  const [newest] = readOwnKeys(folder.path).map(publicKeyOf);
  await writing.stop();
  expect(manifest.taken).toBe('running');
  expect(after).toBeGreaterThan(before);

  restoreBackup(backup, elsewhere);
  // Whichever of the two the record names, it can be continued.
  expect(newest).not.toBe(former);
  expect(readOwnKeys(elsewhere).map(publicKeyOf)).toEqual([newest, former]);
  expect(statSync(elsewhere).mode & 0o077).toBe(0);
  const lines = await linesIn(await start(elsewhere));
  expect(lines.length).toBeGreaterThanOrEqual(before);
  expect(lines).toEqual(lines.map((_, index) => index + 1));

  await warden.stop();
  const [stopped, there] = [`${backup}-stopped`, `${elsewhere}-stopped`];
  expect((await takeBackup(folder.path, stopped)).taken).toBe('stopped');
  expect(readdirSync(folder.path)).not.toContain('sekimori.lock');
  restoreBackup(stopped, there);
  expect(await linesIn(await start(there))).toHaveLength(writing.answered());
});

test('nothing is overwritten, nothing half left, and a damaged copy is not put back', async () => {
  expect(await refusal(() => takeBackup(folder.path, backup))).toMatchObject({ code: 'nothing.there' });
  await (await start(folder.path)).stop();
  expect(await refusal(() => takeBackup(folder.path, join(folder.path, 'log/backup')))).toMatchObject({
    code: 'target.inside',
  });
  mkdirSync(backup);
  expect(await refusal(() => takeBackup(folder.path, backup))).toMatchObject({ code: 'target.notEmpty' });
  expect(await refusal(() => restoreBackup(backup, elsewhere))).toMatchObject({ code: 'backup.none' });
  rmSync(backup, { recursive: true });
  const manifest = await takeBackup(folder.path, backup);
  expect(await refusal(() => restoreBackup(backup, folder.path))).toMatchObject({ code: 'target.notEmpty' });

  const control = 'postgres/cluster/global/pg_control';
  writeFileSync(join(backup, 'postgres/added'), 'x');
  rmSync(join(backup, 'secrets.json'));
  appendFileSync(join(backup, control), 'x');
  const files = ['secrets.json', control, 'postgres/added'];
  const refused = await refusal(() => restoreBackup(backup, elsewhere));
  expect(refused).toMatchObject({ code: 'backup.damaged' });
  expect(refused).toHaveProperty('files', expect.arrayContaining(files));

  // one that points outside its own folder
  writeFileSync(join(backup, 'backup.json'), JSON.stringify({ ...manifest, folders: ['../outside'] }));
  expect(await refusal(() => restoreBackup(backup, elsewhere))).toMatchObject({ code: 'backup.none' });
  expect(existsSync(elsewhere)).toBe(false);
});
