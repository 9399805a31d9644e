// `npm start` as a whole: opens as systemd's unit runs it, stops, is killed in every way, comes back, and goes elsewhere. One data
// folder for all, so that the programme is loaded once; what one test left running is where the next begins.
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { restoreBackup } from '../../host/backup/restore-backup.ts';
import { takeBackup } from '../../host/backup/take-backup.ts';
import { move } from '../../host/move/move.ts';
import { readEnvironment } from '../../host/process/environment.ts';
import { buildAll } from '../../setup/build.mjs';
import { createDataFolder } from '../servers/data-folder.ts';
import { processesOf } from '../servers/leftovers.ts';
import { createOutsideServers } from '../servers/outside-servers.ts';
import {
  firstStartMs,
  type Supervised,
  type SupervisedOptions,
  startSupervised,
} from '../servers/supervisor.ts';

const startsMs = 600_000;
const againMs = 180_000;
const endMs = 180_000;
const open = 'Sekimori is open';

let folder: { path: string; remove: () => void };
let running: Supervised | null = null;

beforeAll(async () => {
  await buildAll(() => undefined);
  folder = createDataFolder();
  // As the unit starts it; systemd stops it by SIGTERM to the first process alone (KillMode=mixed).
  const [, command = ''] = /^ExecStart=(.+)$/m.exec(readFileSync('host/sekimori.service', 'utf8')) ?? [];
  const first = await start({ command: command.split(' ') });
  expect(first.said()).toContain(`${first.url}/api/v1/openapi.json`);
  await keep();
  await endsInOrder(first, () => first.child.kill('SIGTERM'));
}, firstStartMs);

afterAll(async () => {
  running?.child.kill('SIGKILL');
  await untilNoneIsLeft();
  folder.remove();
}, endMs);

async function start(options: Partial<SupervisedOptions> = {}): Promise<Supervised> {
  running = await startSupervised({ dataFolder: folder.path, ...options });
  await running.untilSaid(open);
  return running;
}

/** What runs, as the test before left it; started where it left nothing, or failed on its way. */
async function stillRunning(): Promise<Supervised> {
  if (running && processesOf(folder.path).length > 0 && (await answers(running))) return running;
  running?.child.kill('SIGKILL');
  await untilNoneIsLeft();
  return start();
}
const answers = ({ url }: Supervised) =>
  fetch(`${url}/readyz`).then(
    ({ status }) => status === 200,
    () => false,
  );

const untilNoneIsLeft = () =>
  vi.waitFor(() => expect(processesOf(folder.path)).toEqual([]), { timeout: endMs, interval: 100 });

/** As the owner of the embedded database, found as an operator would: its port and its password in the data folder. */
async function asOwner<T>(act: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const port = Number(
    readFileSync(join(folder.path, 'postgres/cluster/postmaster.pid'), 'utf8').split('\n')[3],
  );
  const secrets = z
    .object({ postgresOwner: z.string() })
    .parse(JSON.parse(readFileSync(join(folder.path, 'secrets.json'), 'utf8')));
  const connection = { host: '127.0.0.1', port, user: 'sekimori_owner', password: secrets.postgresOwner };
  const sql = postgres({ ...connection, database: 'sekimori', max: 1 });
  try {
    return await act(sql);
  } finally {
    await sql.end({ timeout: 1 });
  }
}

const keep = () => asOwner((sql) => sql`create table kept_by_test as select 1 as line`);
const isKept = () => asOwner(async (sql) => (await sql`select * from kept_by_test`).length === 1);

const serving = async ({ url }: Supervised) => (await fetch(`${url}/readyz`)).status;
const pidOf = (name: RegExp) => processesOf(folder.path).find(({ command }) => name.test(command))?.pid ?? 0;

async function endsInOrder(tree: Supervised, end: () => void): Promise<void> {
  end();
  expect(await tree.ended).toBe(0);
  expect(processesOf(folder.path)).toEqual([]);
}

const programs = { worker: /dist\/worker\/main\.js/, server: /dist\/server\/main\.js/ };

test(
  'a second start has what was there, starts a killed worker or server again, and ends by Ctrl-C in good order',
  async () => {
    const tree = await start();
    expect(await serving(tree)).toBe(200);
    expect(await isKept()).toBe(true);
    for (const [name, command] of Object.entries(programs)) {
      const before = pidOf(command);
      process.kill(before, 'SIGKILL');
      await tree.untilSaid(`${name} ended (SIGKILL)`);
      const again = async () => [pidOf(command) > 0, pidOf(command) !== before, await serving(tree)];
      await vi.waitFor(async () => expect(await again()).toEqual([true, true, 200]), { timeout: againMs });
    }
    // A terminal's Ctrl-C reaches every process of the group.
    await endsInOrder(tree, () => process.kill(-(tree.child.pid ?? 0), 'SIGINT'));
    expect(readFileSync(join(folder.path, 'log/postgres.log'), 'utf8').trim()).toMatch(
      /database system is shut down$/,
    );
  },
  startsMs,
);

test(
  'a killed npm leaves no child, and the next start has everything',
  async () => {
    const tree = await start({ command: ['npm', 'start'] });
    tree.child.kill('SIGKILL');
    await untilNoneIsLeft();
    await start();
    expect(await isKept()).toBe(true);
  },
  startsMs,
);

test(
  'a start right after a kill of the supervisor takes over, and leaves no child when killed itself',
  async () => {
    const { child, port } = await stillRunning();
    child.kill('SIGKILL');
    const next = await start({ port });
    expect(await isKept()).toBe(true);
    next.child.kill('SIGKILL');
    await untilNoneIsLeft();
  },
  startsMs,
);

test(
  'everything killed at once: the next start has everything',
  async () => {
    const tree = await stillRunning();
    for (const { pid } of processesOf(folder.path)) process.kill(pid, 'SIGKILL');
    await tree.ended;
    await start();
    expect(await isKept()).toBe(true);
  },
  startsMs,
);

test(
  'a backup taken while all runs, put back elsewhere and moved to servers of one’s own, opens there with every entry',
  async () => {
    const tree = await stillRunning();
    // None of ours: a move knows its tables.
    await asOwner((sql) => sql`drop table kept_by_test`);
    const [backup, elsewhere] = [`${folder.path}-backup`, `${folder.path}-elsewhere`];
    const servers = await createOutsideServers('whole-tree');
    try {
      await takeBackup(folder.path, backup);
      const heads = await asOwner(headsIn);
      await endsInOrder(tree, () => tree.child.kill('SIGTERM'));
      restoreBackup(backup, elsewhere);
      await move(readEnvironment({ ...servers.env, SEKIMORI_DATA: elsewhere }), false);
      const moved = await start({ dataFolder: elsewhere, env: servers.env });
      expect(await serving(moved)).toBe(200);
      const there = postgres(servers.env.DATABASE_URL ?? '', { max: 1 });
      expect(await headsIn(there)).toEqual(heads);
      await there.end();
      moved.child.kill('SIGTERM');
      expect(await moved.ended).toBe(0);
      expect(processesOf(elsewhere)).toEqual([]);
    } finally {
      await servers.drop();
      for (const made of [backup, elsewhere]) rmSync(made, { recursive: true, force: true });
    }
  },
  startsMs,
);

const headsIn = async (sql: postgres.Sql) => [
  ...(await sql`select chain, max(seq) as seq, md5(string_agg(hash, '' order by seq)) as whole from entry group by chain order by chain`),
];
