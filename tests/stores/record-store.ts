// Stores a whole installation of this release for upgrade.test.ts: two small cities, walked through the door of `npm start`'s own
// programs, then stopped. `unshare --uts sh -c 'hostname sekimori; node --import tsx tests/stores/record-store.ts RELEASE'`:
// what Temporal keeps names the machine.
import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { startPostgres } from '../../host/embedded/postgres-server.ts';
import { freePort } from '../../host/process/ports.ts';
import { buildAll } from '../../setup/build.mjs';
import { projectFolder } from '../../setup/program.mjs';
import { provideTemporal } from '../../setup/temporal-program.mjs';
import { keyOfTests } from '../builders/signing.ts';
import { readsOf } from './reads.ts';
import { members, REAL, REHEARSAL, realFiles, rehearsalFiles } from './small-cities.ts';
import { storedDatabase } from './stored-database.ts';
import { type Act, first, postOf, real, second } from './walk-of-cities.ts';

const [release = ''] = process.argv.slice(2);
if (!/^\d+\.\d+\.\d+$/.test(release) || hostname() !== 'sekimori') throw new Error('see the first lines');
const say = (line: string) => console.log(line);
/** Whom the real city has, with a password of their own; README.md tells it. */
const PASSWORD = 'mizuumi-no-kakitsubata-8';
const UNTIL = '2090-03-31';

const home = mkdtempSync(join(tmpdir(), 'sekimori-store-'));
chmodSync(home, 0o711);
const [data, folder] = [join(home, 'data'), join(home, 'city')];
for (const { path, text } of rehearsalFiles()) {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}
mkdirSync(join(data, 'secrets'), { recursive: true, mode: 0o700 });
const pem = keyOfTests().export({ format: 'pem', type: 'pkcs8' });
writeFileSync(join(data, 'secrets/signing-key.pem'), pem, { mode: 0o600 });

await buildAll(say);
const { path: temporal } = await provideTemporal(say);
const url = `http://127.0.0.1:${await freePort()}`;
const tree = start();
try {
  await opened(tree);
  await walk();
  const kept = join(projectFolder, 'tests/stores', release);
  mkdirSync(kept, { recursive: true });
  const reads = await readsOf((path) => ask('GET', path));
  tree.kill('SIGTERM');
  await new Promise((ended) => tree.once('exit', ended));
  writeFileSync(join(kept, 'reads.json.gz'), gzipSync(JSON.stringify(reads), { level: 9 }));
  await inOneFile();
  writeFileSync(
    join(kept, 'temporal.db.gz'),
    gzipSync(readFileSync(join(data, 'temporal.db')), { level: 9 }),
  );
  const postgres = await startPostgres(data);
  writeFileSync(join(kept, 'database.copy.gz'), await storedDatabase(postgres.addresses.ownerUrl));
  await postgres.stop();
} finally {
  tree.kill('SIGTERM');
  if (tree.exitCode === null) await new Promise((ended) => tree.once('exit', ended));
  rmSync(home, { recursive: true, force: true });
}

function start(): ChildProcess {
  return spawn(process.execPath, [join(projectFolder, 'dist/host/main.js')], {
    cwd: projectFolder,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      SEKIMORI_TEMPORAL_PROGRAM: temporal,
      SEKIMORI_DATA: data,
      SEKIMORI_PORT: new URL(url).port,
      SEKIMORI_PROGRAMME: folder,
    },
  });
}

/** Temporal's database without the log beside it, which holds every page anew: opened once in another mode. */
async function inOneFile(): Promise<void> {
  const file = join(data, 'temporal.db');
  const flags = [
    '--ip',
    '127.0.0.1',
    '--port',
    String(await freePort()),
    '--headless',
    '--db-filename',
    file,
  ];
  const pragma = ['--sqlite-pragma', 'journal_mode=delete', '--log-level', 'error'];
  const child = spawn(temporal, ['server', 'start-dev', ...flags, ...pragma], { stdio: 'inherit' });
  while (existsSync(`${file}-wal`)) await sleep(100);
  child.kill('SIGTERM');
  await new Promise((ended) => child.once('exit', ended));
}

function opened(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', (said: Buffer) => {
      process.stdout.write(said);
      if (said.includes('Sekimori is open')) resolve();
    });
    child.once('exit', () => reject(new Error('ended before it was open')));
  });
}

async function walk(): Promise<void> {
  for (const act of first) await send(REHEARSAL, act, { as: act.by });
  await moveClock('2026-04-20T09:00:00+09:00');
  await sleep(3_000); // what the platform announced reaches those who wait for it
  for (const act of second) await send(REHEARSAL, act, { as: act.by });
  await ask('POST', '/programmes', { body: { files: realFiles() } });
  const tokens = new Map<string, string>();
  for (const [post, accounts] of Object.entries(members))
    for (const account of accounts) tokens.set(account, await enter(post, account));
  for (const act of real) await send(REAL, act, { token: tokens.get(act.by) ?? '' });
}

/** A person of the real city, by an administrator's acts and their own: made, given a post, signed in. */
async function enter(post: string, rehearsed: string): Promise<string> {
  const account = `real-${rehearsed}`;
  const { password } = (await ask('POST', '/accounts', { body: { account, name: account } })) as {
    password: string;
  };
  const given = { post, programme: REAL, until: UNTIL };
  await ask('POST', `/accounts/${account}/posts`, { body: given });
  await signedIn(account, password, '/password', { current: password, next: PASSWORD });
  const { token } = (await signedIn(account, PASSWORD, '/tokens', { label: 'walk' })) as { token: string };
  return token;
}

async function signedIn(account: string, password: string, path: string, body: object): Promise<unknown> {
  const headers = { 'Content-Type': 'application/json', 'X-Sekimori-Request': '1' };
  const session = await fetch(`${url}/api/v1/session`, {
    ...{ method: 'POST', headers, body: JSON.stringify({ account, password }) },
  });
  if (!session.ok) throw new Error(`${account}: ${session.status} ${await session.text()}`);
  const cookie = session.headers.getSetCookie().map((one) => one.split(';')[0]);
  return answered(path, {
    ...{ method: 'POST', headers: { ...headers, Cookie: cookie.join('; ') }, body: JSON.stringify(body) },
  });
}

async function send(code: string, { system, by, fact }: Act, who: { as?: string; token?: string }) {
  const path = `/programmes/${code}/systems/${system}`;
  const { row, setting } = (await ask('GET', path, who)) as {
    row: { version: number };
    setting: { today: string };
  };
  const sent = { fact, post: postOf(by), occurredOn: setting.today, seenVersion: row.version };
  const requestId = `walk-${system}-${row.version}-${by}`;
  await ask('POST', `${path}/events`, { ...who, body: { ...sent, requestId } });
}

function moveClock(to: string): Promise<unknown> {
  const body = { to, post: 'office', requestId: 'walk-clock' };
  return ask('POST', `/programmes/${REHEARSAL}/clock`, { as: 'office-a', body });
}

interface Asking {
  as?: string;
  token?: string;
  body?: unknown;
}

function ask(method: string, path: string, { as, token, body }: Asking = {}): Promise<unknown> {
  const operator = () =>
    (JSON.parse(readFileSync(join(data, 'operator.json'), 'utf8')) as { token: string }).token;
  return answered(path, {
    method,
    headers: {
      Authorization: `Bearer ${token ?? operator()}`,
      ...(as === undefined ? {} : { 'X-Sekimori-As': as }),
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

async function answered(path: string, init: RequestInit): Promise<unknown> {
  const response = await fetch(`${url}/api/v1${path}`, init);
  const text = await response.text();
  if (!response.ok) throw new Error(`${init.method} ${path}: ${response.status} ${text}`);
  return text === '' ? null : JSON.parse(text);
}
