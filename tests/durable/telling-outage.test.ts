// The worker is killed over a 09:00, or everything is away for a whole day: what was due is recorded once, and each is told in one
// digest and one mail what is true when it is sent, marked late where it comes a day late.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import PostalMime from 'postal-mime';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, inject, it, vi } from 'vitest';
import { createMaker } from '../../activities/notices/digest/making.ts';
import { appRole } from '../../host/embedded/postgres-roles.ts';
import { type PostgresServer, startPostgres } from '../../host/embedded/postgres-server.ts';
import { startTemporal, type TemporalServer } from '../../host/embedded/temporal-server.ts';
import type { DigestLine } from '../../ledger/models/digests/line.ts';
import { applySchemaChanges } from '../../ledger/schema-changes.ts';
import type { MigrationDefinition } from '../../machines/definition/definition.ts';
import { addDays, dayOf, daysBetween, instantFromMs, instantOf } from '../../machines/values/date.ts';
import { rehearsalClock } from '../../workflows/clock.ts';
import { officeCalendar } from '../builders/calendar.ts';
import { deadline } from '../builders/migration.ts';
import { pin } from '../builders/signing.ts';
import { builtProgram } from '../servers/built-program.ts';
import { createUsedDataFolder } from '../servers/data-folder.ts';
import { kill, startProcess } from './fault-process.ts';
import { pause } from './insist.ts';
import { type MailServer, startMailServer } from './mail-server.ts';
import { bodiesOf, chainOfTown, createRig, type Rig, standingOf, startMigration, townOf } from './rig.ts';
import type { TellingOrders } from './telling-process.ts';
import { createSkippingRig } from './time-skipping.ts';

const PEOPLE = ['dx-aoki', 'dx-baba', 'dx-chiba'];
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Closed on Saturdays and Sundays alone, in every year in which this may run. */
const calendar = officeCalendar([], { closed: [], reasons: [] });

let folder: ReturnType<typeof createUsedDataFolder>;
let database: PostgresServer;
let mails: MailServer;
const telling = new Set<ChildProcess>();

beforeAll(async () => {
  folder = createUsedDataFolder();
  database = await startPostgres(folder.path);
  await applySchemaChanges(database.addresses.ownerUrl, appRole);
  mails = await startMailServer();
}, 300_000);
afterAll(async () => {
  await Promise.all([...telling].map(kill));
  await mails.goAway();
  await database.stop(true);
  folder.remove();
});

const kept = () => {
  const { ownerUrl, appUrl, adminUrl } = database.addresses;
  return { ownerUrl, appUrl, adminUrl, drop: async () => undefined };
};

async function givePosts(code: string): Promise<void> {
  const sql = postgres(database.addresses.ownerUrl, { max: 1 });
  for (const [place, account] of PEOPLE.entries()) {
    await sql`insert into person (account, name) values (${account}, ${account}) on conflict do nothing`;
    await sql`insert into contact (account, mail) values (${account}, ${`${account}@city.example`})
      on conflict do nothing`;
    await sql`insert into post_grant (chain, seq, place, account, post, programme, from_on, until_on, granted_by, granted_at)
      values (${code}, 1, ${place}, ${account}, 'dx-office', ${code}, '2023-04-01', '2099-03-31', 'test', now())`;
  }
  await sql.end();
}

/** Its first round is over: what comes up from now on is told. */
async function begun(rig: Rig, town: MigrationDefinition, nowMs: number): Promise<void> {
  const { code } = town.programme;
  await rig.ledger.loadings.begin(code);
  await rig.ledger.loadings.complete(code);
  await givePosts(code);
  await createMaker({ ledger: rig.ledger, channels: [], wallMs: () => nowMs })(code);
  expect(await rig.ledger.rounds.last(code)).not.toBeNull();
}

async function startTelling(nowMs: number): Promise<ChildProcess> {
  const orders: TellingOrders = { databaseUrl: database.addresses.appUrl, mailPort: mails.port, nowMs };
  const child = spawn(process.execPath, [builtProgram('durable/telling-process'), JSON.stringify(orders)], {
    stdio: ['ignore', 'pipe', 'ignore', 'ipc'],
  });
  telling.add(child);
  await once(child.stdout ?? child, 'data');
  return child;
}

const reachedIn = async (rig: Rig, town: MigrationDefinition) =>
  (await bodiesOf(rig, chainOfTown(town))).filter(({ fact }) => fact.type === 'deadline.reached');
const onceReached = (rig: Rig, town: MigrationDefinition) =>
  vi.waitFor(async () => expect(await reachedIn(rig, town)).toHaveLength(1), {
    timeout: 200_000,
    interval: 200,
  });

/** Everybody has one digest of that day, and it has arrived as one mail. */
async function toldOnce(rig: Rig, { programme: { code } }: MigrationDefinition, since: number) {
  const { sql } = rig.ledger.database;
  await vi.waitFor(
    async () => {
      expect(
        await sql`select from digest_sending where programme = ${code} and state = 'arrived'`,
      ).toHaveLength(PEOPLE.length);
    },
    { timeout: 200_000, interval: 200 },
  );
  const digests = await sql<{ account: string; day: string; late: boolean; lines: DigestLine[] }[]>`
    select account, day::text as day, late, lines from digest where programme = ${code} order by account`;
  expect(digests.map(({ account }) => account)).toEqual(PEOPLE);
  const came = mails.received.slice(since);
  expect(came.map(({ to }) => to).sort()).toEqual(PEOPLE.map((account) => `${account}@city.example`));
  expect(new Set(came.map(({ id }) => id)).size).toBe(PEOPLE.length);
  const [first] = digests;
  if (!first) throw new Error('there is no digest');
  const texts = await Promise.all(came.map(async ({ text }) => (await PostalMime.parse(text)).text ?? ''));
  return { ...first, digests, texts };
}

it('the worker and the engine are killed before a 09:00 and come back after it: recorded once, told once, in time', async () => {
  const temporal = { program: inject('temporalProgramPath'), namespace: 'default', withUi: false };
  let engine: TemporalServer = await startTemporal(folder.path, temporal);
  const rig = await createRig(engine.addresses.address, kept());
  try {
    const at = { address: engine.addresses.address };
    const worker = await startProcess(rig, null, at);
    const eve = '2024-02-13T08:59:40+09:00';
    const town = townOf(
      {
        calendar,
        deadlines: [deadline('due', { rule: { kind: 'fixed', on: '2024-02-20' }, reminders: [-7] })],
      },
      true,
    );
    const wallMs = Date.now();
    await pin(rig.ledger, town.programme.code, true, { recordedAt: eve, wallAt: instantFromMs(wallMs) });
    const clock = rehearsalClock(Date.parse(eve), wallMs);
    const handle = await startMigration(rig, town, { clock, begin: { on: '2024-02-13', at: eve } });
    await standingOf(handle);
    await begun(rig, town, Date.now());
    await Promise.all([kill(worker), engine.stop(true)]);
    expect(await reachedIn(rig, town)).toEqual([]);
    await pause(wallMs + 22_000 - Date.now());
    const since = mails.received.length;
    engine = await startTemporal(folder.path, { ...temporal, ports: engine.addresses.ports });
    await startProcess(rig, null, at);
    await onceReached(rig, town);
    const child = await startTelling(Date.now());
    const { day, late, lines, texts } = await toldOnce(rig, town, since);
    await kill(child);
    expect([day, late, lines.map((line) => line.late)]).toEqual(['2024-02-13', false, [false]]);
    for (const text of texts) expect(text).toContain('（令和6年2月20日）まで、あと7日です。');
    expect(await reachedIn(rig, town)).toHaveLength(1);
  } finally {
    await rig.close();
    await engine.stop(true);
  }
}, 480_000);

it('all are away for a whole day and back the day after: one digest, marked late, with the days that are left then', async () => {
  const rig = await createSkippingRig(kept());
  try {
    const process = async () =>
      startProcess(rig, null, {
        ...{ address: rig.address, isCaching: false },
        aheadMs: (await rig.now()) - Date.now(),
      });
    const today = dayOf(instantFromMs(await rig.now()));
    const monday = Array.from({ length: 7 }, (_, index) => addDays(today, 4 + index)).find(
      (day) => new Date(`${day}T00:00:00Z`).getUTCDay() === 1,
    );
    if (monday === undefined) throw new Error('a week has a Monday');
    const on = addDays(monday, 10);
    const reminders = [-10, -2];
    const due = deadline('due', { rule: { kind: 'fixed', on }, reminders });
    const town = townOf({ calendar, deadlines: [due] });
    const worker = await process();
    const handle = await startMigration(rig, town, {
      begin: { on: today, at: instantFromMs(await rig.now()) },
      taskTimeout: '10 seconds',
    });
    await standingOf(handle);
    await begun(rig, town, await rig.now());
    await rig.sleep(`${(Date.parse(instantOf(monday, '08:00')) - (await rig.now())) / DAY_MS} days`);
    await Promise.all([kill(worker), mails.goAway(), database.stop(true)]);
    // A poll of the dead that the engine has not yet missed would be given the task, and lose it.
    await pause(3_000);
    await rig.pass(`${26.5 / 24} days`);
    const tuesday = addDays(monday, 1);
    const after = (await rig.now()) - Date.parse(instantOf(tuesday, '09:00'));
    expect(after > HOUR_MS && after < 12 * HOUR_MS).toBe(true);
    const since = mails.received.length;
    database = await startPostgres(folder.path, database.addresses.port);
    await mails.comeBack();
    await process();
    await onceReached(rig, town);
    const child = await startTelling(await rig.now());
    const { day, digests, lines, texts } = await toldOnce(rig, town, since);
    await kill(child);
    expect([day, digests.map(({ late }) => late)]).toEqual([tuesday, PEOPLE.map(() => true)]);
    expect(lines).toHaveLength(1);
    expect(daysBetween(tuesday, on)).toBe(9);
    for (const text of texts) {
      expect(text).toContain('お知らせが遅れました。');
      expect(text).toContain('まで、あと9日です。');
      expect(text).not.toContain('あと10日');
    }
    const [entry, ...others] = await reachedIn(rig, town);
    expect(others).toEqual([]);
    expect(dayOf(entry?.recordedAt ?? '')).toBe(tuesday);
    const nowMs = await rig.now();
    expect(
      await createMaker({ ledger: rig.ledger, channels: [], wallMs: () => nowMs })(town.programme.code),
    ).toBe(0);
    await handle.terminate();
  } finally {
    await rig.close();
  }
}, 480_000);
