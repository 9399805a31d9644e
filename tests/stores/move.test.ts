// A stored installation in an embedded database is moved to servers of one's own: looked at first, whole or not at all, and it goes
// on there. What stays behind cannot be started by mistake.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from '@temporalio/client';
import { defineSearchAttributeKey } from '@temporalio/common';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startPostgres } from '../../host/embedded/postgres-server.ts';
import { postgresUser } from '../../host/embedded/postgres-user.ts';
import { move } from '../../host/move/move.ts';
import { MoveFailure } from '../../host/move/move-failure.ts';
import { readEnvironment } from '../../host/process/environment.ts';
import { prepareOutsideTemporal } from '../../host/process/outside-temporal.ts';
import { freePort } from '../../host/process/ports.ts';
import { StartFailure } from '../../host/process/start-failure.ts';
import { connectTemporal } from '../../host/process/temporal-connection.ts';
import { openLedger } from '../../ledger/open.ts';
import { pinnable } from '../builders/signing.ts';
import { createUsedDataFolder, type DataFolder } from '../servers/data-folder.ts';
import { createOutsideServers, type OutsideServers } from '../servers/outside-servers.ts';
import { REAL, REHEARSAL } from './small-cities.ts';
import { restoreStored } from './stored-database.ts';

/** Another PostgreSQL than the embedded one, where this machine has it. */
const older = '/usr/lib/postgresql/15/bin';

const municipality = defineSearchAttributeKey('SekimoriMunicipality', 'KEYWORD');

let folder: DataFolder;
let servers: OutsideServers;
let heads: unknown;

beforeAll(async () => {
  folder = createUsedDataFolder();
  const embedded = await startPostgres(folder.path);
  const stored = readFileSync(new URL('./0.2.0/database.copy.gz', import.meta.url));
  await restoreStored(embedded.addresses.ownerUrl, stored);
  heads = await headsIn(embedded.addresses.ownerUrl);
  await embedded.stop();
  servers = await createOutsideServers('moved');
});
afterAll(async () => {
  await servers.drop();
  folder.remove();
});

const environment = (over: Record<string, string> = {}) =>
  readEnvironment({ ...servers.env, SEKIMORI_DATA: folder.path, ...over });

const refusal = async (over: Record<string, string> = {}): Promise<unknown> => {
  try {
    await move(environment(over), false);
  } catch (error) {
    if (error instanceof MoveFailure) return error.fault;
    if (error instanceof StartFailure) return error.faults[0];
    throw error;
  }
  return null;
};

async function asked<T>(url: string, ask: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    return await ask(sql);
  } finally {
    await sql.end();
  }
}

const headsIn = (url: string) =>
  asked(url, async (sql) => [
    ...(await sql`select chain, max(seq) as seq, md5(string_agg(hash || body || snapshot || effects, '' order by seq)) as whole
      from entry group by chain order by chain`),
  ]);
const tablesIn = (url: string) =>
  asked(url, async (sql) => {
    const rows = await sql<
      { n: number }[]
    >`select count(*)::int as n from pg_tables where schemaname = 'public'`;
    return rows[0]?.n;
  });

const ownerUrl = () => servers.env.SEKIMORI_OWNER_DATABASE_URL ?? '';

describe('a move', () => {
  it('without a place to move to, to one role for all, or to where something stands is refused', async () => {
    const { DATABASE_URL = '' } = servers.env;
    expect(await refusal({ DATABASE_URL: '' })).toMatchObject({ variable: 'DATABASE_URL' });
    expect(await refusal({ TEMPORAL_ADDRESS: '' })).toMatchObject({ variable: 'TEMPORAL_ADDRESS' });
    expect(await refusal({ SEKIMORI_OWNER_DATABASE_URL: DATABASE_URL })).toMatchObject({
      code: 'owner.same',
    });
    expect(await refusal({ TEMPORAL_NAMESPACE: 'nowhere' })).toMatchObject({ code: 'temporal.namespace' });
    await asked(ownerUrl(), (sql) => sql`create table strange (n integer)`);
    expect(await refusal()).toMatchObject({ code: 'target.notEmpty', tables: ['strange'] });
    await asked(ownerUrl(), (sql) => sql`drop table strange`);
    expect(await refusal({ SEKIMORI_DATA: join(folder.path, 'log') })).toMatchObject({
      code: 'nothing.there',
    });
  });

  it('to a Temporal where migrations of the same municipality run is refused', async () => {
    await prepareOutsideTemporal(environment());
    const connection = await connectTemporal({ address: servers.env.TEMPORAL_ADDRESS ?? '' });
    const namespace = servers.env.TEMPORAL_NAMESPACE ?? '';
    const running = await new Client({ connection, namespace }).workflow.start('another', {
      workflowId: 'another',
      taskQueue: 'nobody',
      typedSearchAttributes: [{ key: municipality, value: REAL }],
    });
    const occupied = { code: 'temporal.occupied', namespace, programme: REAL };
    await vi.waitFor(async () => expect(await refusal()).toMatchObject(occupied), {
      ...{ timeout: 60_000, interval: 500 },
    });
    await running.terminate();
    await vi.waitFor(() => move(environment(), true), { timeout: 60_000, interval: 500 });
    await connection.close();
  });

  it('that is only looked at writes nothing', async () => {
    const looked = await move(environment(), true);
    expect(looked).toMatchObject({ programmes: [REHEARSAL, REAL].sort() });
    expect(looked.entries).toBeGreaterThan(60);
    expect(await tablesIn(ownerUrl())).toBe(0);
    expect(existsSync(join(folder.path, 'moved.json'))).toBe(false);
  });

  it.skipIf(!existsSync(older))(
    'to an older PostgreSQL has every entry, and is proven whole there',
    async () => {
      const other = await startOlder();
      try {
        const moved = await move(environment(other.env), false);
        expect(moved.target.version).toMatch(/^15\./);
        expect(await headsIn(other.env.SEKIMORI_OWNER_DATABASE_URL)).toEqual(heads);
        rmSync(join(folder.path, 'moved.json')); // it is given up for good
      } finally {
        other.stop();
      }
    },
  );

  it('has every entry where it went, proven whole, and the next numbers', async () => {
    const moved = await move(environment(), false);
    expect(moved.tables).toBeGreaterThan(15);
    expect(await headsIn(ownerUrl())).toEqual(heads);
    const ledger = openLedger(servers.env.DATABASE_URL ?? '', { connections: 2, pinnable });
    for (const programme of [REHEARSAL, REAL])
      expect(await ledger.verify({ programme, decide: true })).toMatchObject({ ok: true, wrong: [] });
    await ledger.close();
    const logged = (sql: postgres.Sql) => sql<{ id: string }[]>`
      insert into access_log (account, via, address, what, detail)
        values ('office-a', 'token', '127.0.0.1', 'test', '{}') returning id,
        (select max(id) from access_log) < id as next`;
    expect(await asked(ownerUrl(), logged)).toMatchObject([{ next: true }]);
  });

  it('is done once: nothing is started on what stayed behind, and nothing moved twice', async () => {
    await expect(startPostgres(folder.path)).rejects.toThrow(/DATABASE_URL[\s\S]*two records of one/);
    expect(await refusal()).toMatchObject({ code: 'target.notEmpty' });
  });
});

/** A server of that version with our two roles and an empty database. */
async function startOlder() {
  const home = createUsedDataFolder();
  const user = postgresUser();
  const as = user === null ? {} : { uid: user.uid, gid: user.gid };
  const cluster = join(home.path, 'postgres/older');
  const port = await freePort();
  const run = (program: string, ...args: string[]) => {
    const { status, stderr } = spawnSync(join(older, program), args, { ...as, cwd: '/', encoding: 'utf8' });
    if (status !== 0) throw new Error(`${program}: ${stderr}`);
  };
  run(
    'initdb',
    '-D',
    cluster,
    '-U',
    'postgres',
    '--auth=trust',
    '--encoding=UTF8',
    '--locale=C',
    '--no-sync',
  );
  const settings = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=''`;
  run('pg_ctl', '-D', cluster, '-w', '-l', join(home.path, 'postgres/older.log'), '-o', settings, 'start');
  const at = (role: string, database: string) => `postgres://${role}@127.0.0.1:${port}/${database}`;
  await asked(at('postgres', 'postgres'), async (sql) => {
    await sql`create role sekimori_owner login`;
    await sql`create role another_app login`;
    await sql`create database sekimori owner sekimori_owner`;
  });
  const env = {
    DATABASE_URL: at('another_app', 'sekimori'),
    SEKIMORI_OWNER_DATABASE_URL: at('sekimori_owner', 'sekimori'),
  };
  const stop = () => {
    run('pg_ctl', '-D', cluster, '-m', 'immediate', 'stop');
    home.remove();
  };
  return { env, stop };
}
