// Whoever is away over a 09:00: the process that tells people is killed, the database and the mail server are killed and come back. What
// is still true is told once: one digest a person, one message, whoever sends it again.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { createMaker } from '../../activities/notices/digest/making.ts';
import { appRole } from '../../host/embedded/postgres-roles.ts';
import { type PostgresServer, startPostgres } from '../../host/embedded/postgres-server.ts';
import { type Ledger, openLedger } from '../../ledger/open.ts';
import { applySchemaChanges } from '../../ledger/schema-changes.ts';
import { migrationPlayable } from '../../machines/migration/playable.ts';
import { instantFromMs } from '../../machines/values/date.ts';
import { deadline, definition } from '../builders/migration.ts';
import { pin, pinnable } from '../builders/signing.ts';
import { Walk } from '../ledger/walk.ts';
import { builtProgram } from '../servers/built-program.ts';
import { createUsedDataFolder } from '../servers/data-folder.ts';
import { kill } from './fault-process.ts';
import { pause } from './insist.ts';
import { type MailServer, startMailServer } from './mail-server.ts';
import type { TellingOrders } from './telling-process.ts';

const CODE = '131121';
const BEGAN = '2024-02-01T09:00:00+09:00';
const PEOPLE = 40;

let folder: ReturnType<typeof createUsedDataFolder>;
let database: PostgresServer;
let mails: MailServer;
let ledger: Ledger;
let walk: Walk;
let [nowMs, writtenMs] = [0, Date.parse(BEGAN)];
const children = new Set<ChildProcess>();

const accountOf = (index: number, from = '') => `dx-${from}${String(index).padStart(2, '0')}`;

beforeAll(async () => {
  folder = createUsedDataFolder();
  database = await startPostgres(folder.path);
  mails = await startMailServer();
  const { ownerUrl, appUrl } = database.addresses;
  await applySchemaChanges(ownerUrl, appRole);
  ledger = openLedger(appUrl, { connections: 4, pinnable, wallMs: () => writtenMs });
  await pin(ledger, CODE, false, { recordedAt: BEGAN, wallAt: BEGAN });
  await ledger.loadings.begin(CODE);
  await ledger.loadings.complete(CODE);
  const of = definition({
    programme: { code: CODE, name: { ja: '世田谷区', en: 'Setagaya' }, rehearsal: false },
    deadlines: [
      deadline('first', {
        rule: { kind: 'fixed', on: '2024-02-20' },
        reminders: [-7, -1],
        to: ['dx-office'],
      }),
      deadline('year-end', { rule: { kind: 'fixed', on: '2024-03-29' }, reminders: [-3], to: ['dx-office'] }),
    ],
  });
  walk = new Walk(of);
  await ledger.load({ migrations: [walk.kept] });
  await givePosts(ownerUrl);
  nowMs = Date.parse('2024-02-09T09:01:00+09:00');
  await createMaker({ ledger, channels: [], wallMs: () => nowMs })(CODE);
}, 300_000);
afterAll(async () => {
  await Promise.all([...children].map(kill));
  await ledger.close();
  await mails.goAway();
  await database.stop(true);
  folder.remove();
});

/** Forty until the end of the fiscal year, and forty others from the next on. */
async function givePosts(ownerUrl: string): Promise<void> {
  const sql = postgres(ownerUrl, { max: 1 });
  for (const [from, until, named] of [
    ['2023-04-01', '2024-03-31', ''],
    ['2024-04-01', '2025-03-31', 'next-'],
  ] as const) {
    for (let index = 0; index < PEOPLE; index += 1) {
      const account = accountOf(index, named);
      await sql`insert into person (account, name) values (${account}, ${account})`;
      await sql`insert into contact (account, mail) values (${account}, ${`${account}@city.example`})`;
      await sql`insert into post_grant (chain, seq, place, account, post, programme, from_on, until_on, granted_by, granted_at)
        values (${CODE}, 1, ${index + (named === '' ? 0 : PEOPLE)}, ${account}, 'dx-office', ${CODE}, ${from}, ${until}, 'test', now())`;
    }
  }
  await sql.end();
}

/** What the migration's timer records by an instant: on its hour, or once its worker is there again. */
async function timerUntil(until: string): Promise<void> {
  const machine = migrationPlayable(walk.kept.definition);
  for (;;) {
    const dueMs = machine.nextWake(walk.snapshot);
    const event = machine.wakeEvent(walk.snapshot);
    if (dueMs === null || event === null || dueMs > Date.parse(until)) return;
    writtenMs = Math.max(dueMs, writtenMs);
    await ledger.append([walk.take({ ...event, at: instantFromMs(writtenMs) })]);
  }
}

async function startTelling(): Promise<ChildProcess> {
  const orders: TellingOrders = { databaseUrl: database.addresses.appUrl, mailPort: mails.port, nowMs };
  const child = spawn(process.execPath, [builtProgram('durable/telling-process'), JSON.stringify(orders)], {
    stdio: ['ignore', 'pipe', 'ignore', 'ipc'],
  });
  children.add(child);
  await once(child.stdout ?? child, 'data');
  return child;
}

const sql = () => ledger.database.sql;
const digestsOn = async (day: string) =>
  sql()<{ account: string; late: boolean; lines: unknown[] }[]>`
    select account, late, lines from digest where day = ${day} order by account`;
const unsettled = async () => (await sql()`select from digest_sending where state = 'waiting'`).length;

/**
 * Kept running as the product keeps its worker: one that ends by itself is begun anew. PostgreSQL's driver ends its process where a
 * connection is gone before a write that it had put off (porsager/postgres#1208).
 * @returns how to end it
 */
async function keepTelling(): Promise<() => Promise<void>> {
  const over = new AbortController();
  const begin = async (): Promise<ChildProcess> => {
    const begun = await startTelling();
    begun.once('exit', () => {
      if (!over.signal.aborted) child = begin();
    });
    return begun;
  };
  let child = begin();
  await child;
  return async () => {
    over.abort();
    await kill(await child);
  };
}

/** Everybody of them was sent one message, however often it came. */
function expectOneEach(since: number, from = ''): void {
  const ids = new Map<string, Set<string>>();
  for (const { to, id } of mails.received.slice(since)) ids.set(to, new Set([...(ids.get(to) ?? []), id]));
  expect([...ids.keys()].sort()).toEqual(
    Array.from({ length: PEOPLE }, (_, index) => `${accountOf(index, from)}@city.example`),
  );
  for (const each of ids.values()) expect(each.size).toBe(1);
}

it('killed again and again while it makes and carries a day’s digests, it has made and sent one to each', async () => {
  await timerUntil('2024-02-13T09:00:00+09:00');
  nowMs = Date.parse('2024-02-13T09:01:00+09:00');
  const since = mails.received.length;
  for (const livesMs of [120, 250, 400, 150, 600]) {
    const child = await startTelling();
    await pause(livesMs);
    await kill(child);
  }
  const [last, beside] = [await startTelling(), await startTelling()];
  await vi.waitFor(
    async () => {
      expect(await digestsOn('2024-02-13')).toHaveLength(PEOPLE);
      expect(await unsettled()).toBe(0);
    },
    { timeout: 200_000, interval: 200 },
  );
  await Promise.all([kill(last), kill(beside)]);
  expectOneEach(since);
  expect((await digestsOn('2024-02-13')).every(({ late, lines }) => !late && lines.length === 1)).toBe(true);
}, 480_000);

it('while database and mail server are killed and come back, nobody is told twice, and everybody once', async () => {
  await timerUntil('2024-02-19T09:00:00+09:00');
  nowMs = Date.parse('2024-02-19T09:01:00+09:00');
  const since = mails.received.length;
  await mails.goAway();
  const endTelling = await keepTelling();
  await pause(700);
  await database.stop(true);
  await pause(1_500);
  database = await startPostgres(folder.path, database.addresses.port);
  await vi.waitFor(async () => expect(await digestsOn('2024-02-19')).toHaveLength(PEOPLE), {
    timeout: 200_000,
    interval: 200,
  });
  expect(mails.received).toHaveLength(since);
  await mails.comeBack();
  await vi.waitFor(async () => expect(await unsettled()).toBe(0), { timeout: 200_000, interval: 200 });
  await endTelling();
  expectOneEach(since);
}, 720_000);

it('away over the end of the fiscal year, it tells once what still holds, late, and those who hold the posts now', async () => {
  // What was due on 26 and 29 March was taken up by nobody until a week of April is over.
  writtenMs = Date.parse('2024-04-08T10:30:00+09:00');
  await timerUntil('2024-04-08T10:30:00+09:00');
  nowMs = Date.parse('2024-04-08T10:31:00+09:00');
  const since = mails.received.length;
  const child = await startTelling();
  await vi.waitFor(
    async () => {
      expect(await digestsOn('2024-04-08')).toHaveLength(PEOPLE);
      expect(await unsettled()).toBe(0);
    },
    { timeout: 200_000, interval: 200 },
  );
  await kill(child);
  expectOneEach(since, 'next-');
  const told = await digestsOn('2024-04-08');
  expect(told.every(({ account, late }) => account.startsWith('dx-next-') && late)).toBe(true);
  // Both deadlines were missed by then: their reminders before it are told no more.
  for (const { lines } of told) expect(JSON.stringify(lines)).not.toContain('あと3日');
  expect(await createMaker({ ledger, channels: [], wallMs: () => nowMs })(CODE)).toBe(0);
}, 480_000);
