// The embedded servers and their warden: what is written stays, whatever is killed, and nothing is left running.
import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import postgres from 'postgres';
import { afterEach, beforeEach, expect, inject, test, vi } from 'vitest';
import { type Notice, startWarden, type Warden } from '../../host/embedded/warden-client.ts';
import type { FromWarden, WardenPlan } from '../../host/embedded/warden-messages.ts';
import { connectTemporal } from '../../host/process/temporal-connection.ts';
import { projectFolder } from '../../setup/program.mjs';
import { createDataFolder, createUsedDataFolder } from '../servers/data-folder.ts';
import { processesOf } from '../servers/leftovers.ts';

const entry = join(projectFolder, 'dist/host/embedded/warden.js');

let folder: { path: string; remove: () => void };
let warden: Warden | null = null;
let notices: Notice[] = [];
beforeEach(() => {
  folder = createUsedDataFolder();
  notices = [];
});
afterEach(async () => {
  await warden?.stop(true);
  for (const { pid } of processesOf(folder.path)) process.kill(pid, 'SIGKILL');
  folder.remove();
});

const plan = (): WardenPlan => ({
  dataFolder: folder.path,
  postgres: {},
  temporal: { program: inject('temporalProgramPath'), namespace: 'default', withUi: false },
});

async function start(of: WardenPlan = plan()): Promise<Warden> {
  warden = await startWarden(entry, of, (notice) => notices.push(notice));
  return warden;
}

const postgresAlone = (): WardenPlan => ({ ...plan(), temporal: null });

/** On a folder where nothing was ever started. */
function beginAfresh(): void {
  folder.remove();
  folder = createDataFolder();
}

async function withSql<T>(url: string | undefined, act: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url ?? '', { max: 1, onnotice: () => undefined });
  try {
    return await act(sql);
  } finally {
    await sql.end({ timeout: 1 });
  }
}

const keep = (kept: Warden) =>
  withSql(kept.servers.postgres?.ownerUrl, (sql) => sql`create table kept as select 1 as line`);
const count = (kept: Warden) =>
  withSql(kept.servers.postgres?.ownerUrl, async (sql) => (await sql`select * from kept`).length);

/** A second namespace-wide fact kept by Temporal itself. */
async function keepInTemporal(kept: Warden): Promise<void> {
  const connection = await connectTemporal({ address: kept.servers.temporal?.address ?? '' });
  await connection.operatorService.addSearchAttributes({
    namespace: 'default',
    searchAttributes: { Kept: 2 },
  });
  await connection.close();
}

async function isKeptInTemporal(kept: Warden): Promise<boolean> {
  const connection = await connectTemporal({ address: kept.servers.temporal?.address ?? '' });
  const { customAttributes } = await connection.operatorService.listSearchAttributes({
    namespace: 'default',
  });
  await connection.close();
  return customAttributes?.Kept !== undefined;
}

const untilNoneIsLeft = () =>
  vi.waitFor(() => expect(processesOf(folder.path)).toEqual([]), { timeout: 90_000, interval: 100 });

/** The warden under a parent of its own, which can be killed without a word. */
async function startUnderParent(): Promise<{ parent: ChildProcess; servers: { ownerUrl: string } }> {
  const script = join(folder.path, 'parent.mjs');
  writeFileSync(
    script,
    `import { fork } from 'node:child_process';
     const warden = fork(process.argv[2], [], { detached: true, stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
     warden.on('message', (message) => process.send(message));
     warden.send({ kind: 'start', plan: JSON.parse(process.argv[3]) });`,
  );
  const parent = fork(script, [entry, JSON.stringify(plan())]);
  const [message] = (await once(parent, 'message')) as [FromWarden];
  if (message.kind !== 'started') throw new Error(JSON.stringify(message));
  return { parent, servers: { ownerUrl: message.servers.postgres?.ownerUrl ?? '' } };
}

test('both servers come back with what was written, and leave nothing running', async () => {
  beginAfresh();
  const first = await start();
  await keep(first);
  await keepInTemporal(first);
  expect(processesOf(folder.path).length).toBeGreaterThanOrEqual(2);
  await first.stop();
  expect(processesOf(folder.path)).toEqual([]);
  const second = await start();
  expect(await count(second)).toBe(1);
  expect(await isKeptInTemporal(second)).toBe(true);
});

test('a killed parent leaves no server behind and loses nothing', async () => {
  const { parent, servers } = await startUnderParent();
  await withSql(servers.ownerUrl, (sql) => sql`create table kept as select 1 as line`);
  parent.kill('SIGKILL');
  await untilNoneIsLeft();
  const log = readFileSync(join(folder.path, 'log/postgres.log'), 'utf8');
  expect(log).toContain('received fast shutdown request');
  expect(await count(await start())).toBe(1);
});

test('servers orphaned with their warden are taken over by the next start', async () => {
  const { parent, servers } = await startUnderParent();
  await withSql(servers.ownerUrl, (sql) => sql`create table kept as select 1 as line`);
  const wardens = processesOf(folder.path).filter(
    ({ command }) => !/bin\/postgres|server start-dev/.test(command),
  );
  const orphans = processesOf(folder.path).filter(({ command }) =>
    /bin\/postgres -D|server start-dev/.test(command),
  );
  expect(orphans).toHaveLength(2);
  parent.kill('SIGKILL');
  for (const { pid } of wardens) if (pid !== parent.pid) process.kill(pid, 'SIGKILL');
  const next = await start();
  expect(await count(next)).toBe(1);
  const living = processesOf(folder.path).map(({ pid }) => pid);
  for (const { pid } of orphans) expect(living).not.toContain(pid);
});

test('everything killed at once loses nothing that was committed', async () => {
  const first = await start();
  await keep(first);
  for (const { pid } of [{ pid: first.pid }, ...processesOf(folder.path)]) process.kill(pid, 'SIGKILL');
  await first.ended;
  expect(await count(await start())).toBe(1);
});

test('a killed warden takes its servers with it, at the hand of its parent', async () => {
  const first = await start();
  process.kill(first.pid, 'SIGKILL');
  await first.ended;
  expect(processesOf(folder.path)).toEqual([]);
});

test.each([
  ['PostgreSQL', (kept: Warden) => kept.servers.postgres?.pid],
  ['Temporal', (kept: Warden) => kept.servers.temporal?.pid],
] as const)('a killed %s is started again at the same address', async (name, pidOf) => {
  const kept = await start();
  await keep(kept);
  await keepInTemporal(kept);
  process.kill(pidOf(kept) ?? 0, 'SIGKILL');
  await vi.waitFor(
    () => expect(notices.map(({ kind, server }) => `${server} ${kind}`)).toContain(`${name} restarted`),
    {
      timeout: 90_000,
    },
  );
  expect(await count(kept)).toBe(1);
  expect(await isKeptInTemporal(kept)).toBe(true);
});

test('a Temporal that lives and answers nothing but errors is started again, and only then', async () => {
  const pulse = { everyMs: 500, errors: 4 };
  const { temporal, ...rest } = plan();
  const asked = { ...rest, postgres: null, temporal: temporal && { ...temporal, pulse } };
  warden = await startWarden(entry, asked, (notice) => notices.push(notice));
  const { pid = 0, address = '' } = warden.servers.temporal ?? {};
  await sleep(3_000);
  expect(notices).toEqual([]);
  const connection = await connectTemporal({ address });
  await connection.operatorService.deleteNamespace({ namespace: 'default' }); // it makes it anew at its next start
  await vi.waitFor(() => expect(notices.map(({ kind }) => kind)).toEqual(['restarting', 'restarted']), {
    timeout: 90_000,
  });
  expect(notices[0]).toMatchObject({ server: 'Temporal', why: expect.stringMatching(/Namespace/) });
  expect(processesOf(folder.path).map((one) => one.pid)).not.toContain(pid);
  await connection.workflowService.listWorkflowExecutions({ namespace: 'default', pageSize: 1 });
  await connection.close();
});

test('a process of the parent that hangs does not outlive the servers', async () => {
  const kept = await start();
  const deaf = 'setInterval(() => {}, 1000); process.on("SIGTERM", () => {}); process.send("up")';
  const hung = spawn(process.execPath, ['-e', deaf], { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
  await once(hung, 'message');
  kept.ward(hung.pid ?? 0);
  await kept.stop(true);
  expect(hung.exitCode ?? hung.signalCode ?? (await once(hung, 'exit'))[1]).toBe('SIGKILL');
});

test('passwords are for the owner of the folder only, and a database without them is refused', async () => {
  beginAfresh();
  const first = await start(postgresAlone());
  const secrets = join(folder.path, 'secrets.json');
  expect(statSync(secrets).mode & 0o777).toBe(0o600);
  await first.stop();
  rmSync(secrets);
  await expect(start(postgresAlone())).rejects.toThrow(
    /secrets\.json がありません[\s\S]*Restore it from a backup/,
  );
  expect(processesOf(folder.path)).toEqual([]);
});

test('a program that is not Temporal is named with its log', async () => {
  const broken = { ...plan(), temporal: { program: '/bin/false', namespace: 'default', withUi: false } };
  await expect(startWarden(entry, broken, () => undefined)).rejects.toThrow(
    /Temporal を起動できませんでした[\s\S]*temporal\.log/,
  );
  expect(processesOf(folder.path)).toEqual([]);
});

test('without its password nobody enters the database', async () => {
  const { servers } = await start(postgresAlone());
  const url = new URL(servers.postgres?.ownerUrl ?? '');
  url.password = 'guessed';
  await expect(withSql(url.href, (sql) => sql`select 1`)).rejects.toMatchObject({ code: '28P01' });
});

test('Temporal answers its clients, and nobody over HTTP, whatever host is named; all it writes is private', async () => {
  const { servers } = await start();
  const { ports } = servers.temporal ?? { ports: { http: 0, grpc: 0 } };
  for (const host of ['127.0.0.1', 'localhost', 'none.invalid', '']) {
    for (const path of ['/api/v1/namespaces', '/cluster', '/system-info']) {
      expect([host, path, await statusOf(ports.http, host, path)]).toEqual([host, path, 403]);
    }
  }
  for (const name of ['temporal.db', 'temporal.pid', 'secrets.json', 'log/temporal.log', 'log/warden.log'])
    expect([name, statSync(join(folder.path, name)).mode & 0o077]).toEqual([name, 0]);
});

const statusOf = (port: number, host: string, path: string) =>
  new Promise<number | undefined>((resolve, reject) => {
    get({ port, path, host: '127.0.0.1', headers: { Host: host } }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    }).once('error', reject);
  });

test('a start that is given up leaves no server behind', async () => {
  beginAfresh();
  const giveUp = new AbortController();
  const starting = startWarden(entry, plan(), () => undefined, giveUp.signal);
  await vi.waitFor(() => expect(processesOf(folder.path).length).toBeGreaterThan(0), { timeout: 60_000 });
  giveUp.abort();
  await expect(starting).rejects.toThrow();
  expect(processesOf(folder.path)).toEqual([]);
});
