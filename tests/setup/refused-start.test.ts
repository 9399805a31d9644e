// A start that cannot be is refused with a sentence, in both languages, before anything runs.
import { chmodSync, cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { dirname, join } from 'node:path';
import { afterEach, beforeAll, beforeEach, expect, inject, test, vi } from 'vitest';
import { freePort } from '../../host/process/ports.ts';
import { startToken } from '../../host/process/processes.ts';
import { buildPrograms, buildWorkflowBundle } from '../../setup/build.mjs';
import { createDataFolder, createUsedDataFolder } from '../servers/data-folder.ts';
import { processesOf } from '../servers/leftovers.ts';
import { startSupervised } from '../servers/supervisor.ts';

let folder: { path: string; remove: () => void };
let taken: Server | null = null;
beforeEach(() => {
  folder = createDataFolder();
});
afterEach(() => {
  taken?.close();
  taken = null;
  folder.remove();
});

/** Starts, expects a refusal that leaves nothing running, and gives its sentences. */
async function refusal(
  env: Record<string, string> = {},
  port?: number,
  at = folder.path,
  code = 1,
): Promise<string> {
  const options = { dataFolder: at, env, ...(port !== undefined && { port }) };
  const { ended, said } = await startSupervised(options);
  expect(await ended, said()).toBe(code);
  expect(processesOf(at)).toEqual([]);
  expect(said()).not.toMatch(/\n\s+at /);
  return said();
}

async function takePort(): Promise<number> {
  const port = await freePort();
  await new Promise<void>((resolve) => {
    taken = createServer().listen(port, '127.0.0.1', resolve);
  });
  return port;
}

test('a taken port is named with the variable that changes it', async () => {
  const port = await takePort();
  const said = await refusal({}, port);
  expect(said).toContain(`ポート ${port}（127.0.0.1）は別のプログラムが使っています`);
  expect(said).toContain(`SEKIMORI_PORT=${port + 1} npm start`);
  expect(readdirSync(folder.path)).toEqual(['log', 'secrets']);
});

test('an address that is not this computer is refused', async () => {
  expect(await refusal({ SEKIMORI_HOST: '192.0.2.1' })).toContain(
    'SEKIMORI_HOST (192.0.2.1) cannot be listened on',
  );
});

test('a second start beside a running one names the address of the first', async () => {
  const holder = { pid: process.pid, started: startToken(process.pid), address: 'http://127.0.0.1:8765' };
  writeFileSync(join(folder.path, 'sekimori.lock'), JSON.stringify(holder));
  const said = await refusal();
  expect(said).toContain('すでに関守が動いています（http://127.0.0.1:8765');
  expect(said).toContain('already running on the data folder');
});

test('every wrong variable of the environment is named at once', async () => {
  const said = await refusal({ SEKIMORI_PORT: 'many', TEMPORAL_ADDRESS: 'nowhere' });
  expect(said).toContain('Environment variable SEKIMORI_PORT');
  expect(said).toContain('Environment variable TEMPORAL_ADDRESS');
});

/** Half a minute is given to a Temporal that cannot be reached: the others have their turns meanwhile. */
let waiting: Promise<{ said: string; port: number; there: string[] }>;
beforeAll(() => {
  waiting = unreachable();
  waiting.catch(() => undefined); // told by the test below
});

async function unreachable() {
  const own = createDataFolder();
  const port = await freePort();
  const said = await refusal({ TEMPORAL_ADDRESS: `127.0.0.1:${port}` }, undefined, own.path);
  const there = readdirSync(own.path);
  own.remove();
  return { said, port, there };
}

test('a namespace that is not there is named with the command that makes it', async () => {
  const said = await refusal({
    TEMPORAL_ADDRESS: inject('temporalAddress'),
    TEMPORAL_NAMESPACE: 'unheard-of',
  });
  expect(said).toContain('temporal operator namespace create -n unheard-of');
});

test('a database that cannot be reached is named without its password', async () => {
  const port = await freePort();
  const said = await refusal({ DATABASE_URL: `postgres://app:opensesame@127.0.0.1:${port}/sekimori` });
  expect(said).toContain(`PostgreSQL at DATABASE_URL (127.0.0.1:${port}/sekimori) cannot be reached`);
  expect(said).not.toContain('opensesame');
});

test.skipIf(process.getuid?.() !== 0)(
  'run by root, a folder closed to the user of PostgreSQL is named',
  async () => {
    chmodSync(dirname(folder.path), 0o700);
    expect(await refusal()).toMatch(new RegExp(`may not pass through ${dirname(folder.path)} `));
  },
);

test.each(['postgresAdmin', 'postgresApp'])(
  'a wrong %s in secrets.json is named at once, and nothing is left running',
  async (name) => {
    folder.remove();
    folder = createUsedDataFolder();
    const file = join(folder.path, 'secrets.json');
    const secrets: Record<string, string> = JSON.parse(readFileSync(file, 'utf8'));
    writeFileSync(file, JSON.stringify({ ...secrets, [name]: 'of another backup, and long' }));
    const said = await refusal({ TEMPORAL_ADDRESS: inject('temporalAddress') });
    expect(said).toMatch(/secrets\.json の合言葉[\s\S]*does not take the password of/);
    expect(said).not.toContain('of another backup');
  },
  120_000,
);

test('mistakes in the first programme end the start at once, told once and last, as wrong use', async () => {
  await buildPrograms(['server/main.ts', 'worker/main.ts'], () => undefined);
  await buildWorkflowBundle(() => undefined);
  folder.remove();
  folder = createUsedDataFolder();
  const seed = join(dirname(folder.path), 'seed');
  cpSync('seeds/setagaya', seed, { recursive: true });
  const file = join(seed, 'programme.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^code:/m, 'cod:'));
  const env = { TEMPORAL_ADDRESS: inject('temporalAddress'), SEKIMORI_PROGRAMME: seed };
  const said = await refusal(env, undefined, folder.path, 2);
  expect(said.match(/programme\.yaml:\d+ .* → /g)?.length).toBeGreaterThan(0);
  expect(said).not.toContain('秒後に再起動します');
  const [, told = ''] = said.split('✘');
  const mistakes = told.split('\n').filter((line) => /programme\.yaml:\d+/.test(line));
  expect(mistakes.length).toBe(said.match(/programme\.yaml:\d+/g)?.length);
  expect(told).toContain('cod');
  expect(told).toContain('nothing was loaded');
}, 120_000);

test('told to stop while its servers are starting, it stops, and leaves none behind', async () => {
  const started = await startSupervised({ dataFolder: folder.path });
  await vi.waitFor(() => expect(processesOf(folder.path).length).toBeGreaterThan(2), { timeout: 60_000 });
  started.child.kill('SIGTERM');
  await started.ended;
  expect(processesOf(folder.path)).toEqual([]);
}, 180_000);

test('told to stop while it waits for a database that never answers, it stops at once', async () => {
  taken = createServer(() => undefined);
  const port = await freePort();
  await new Promise<void>((resolve) => taken?.listen(port, '127.0.0.1', resolve));
  const env = { DATABASE_URL: `postgres://app:opensesame@127.0.0.1:${port}/sekimori` };
  const started = await startSupervised({ dataFolder: folder.path, env });
  await started.untilSaid('using DATABASE_URL');
  started.child.kill('SIGTERM');
  await started.ended;
});

test('a Temporal that cannot be reached is named, and nothing embedded is started', async () => {
  const { said, port, there } = await waiting;
  expect(said).toContain(`Temporal at TEMPORAL_ADDRESS (127.0.0.1:${port}) cannot be reached`);
  expect(there).toEqual(['log', 'secrets']);
}, 180_000);
