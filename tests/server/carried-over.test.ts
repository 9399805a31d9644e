// The first start of this version on what 0.2.0 kept: who held what in tables alone is named by an entry of the programme's own chain,
// once, and from then on the tables follow from it.
import postgres from 'postgres';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { appRole } from '../../host/embedded/postgres-roles.ts';
import { programmeRecord } from '../../ledger/definitions/definitions.ts';
import { applySchemaChanges, readSchemaChanges } from '../../ledger/schema-changes.ts';
import { bodyOf } from '../../machines/record/reader.ts';
import { createApp } from '../../server/http/app.ts';
import { openProgramme } from '../../server/intake/opening.ts';
import { pin, plainProgramme } from '../builders/signing.ts';
import { createRig, type Rig } from '../durable/rig.ts';
import { createEmptyDatabase, type TestDatabase } from '../servers/empty-database.ts';
import { freshTownCode, partsOn, startLivingWorker, tokenOf } from './town.ts';

const code = freshTownCode();
let rig: Rig;
let stop: () => Promise<void>;

/** The newest schema change of 0.2.0. */
const LAST = '130-doors.sql';

async function asBefore(database: TestDatabase): Promise<void> {
  const owner = postgres(database.ownerUrl, { max: 1, onnotice: () => undefined });
  await owner`create table schema_change (
    name text primary key, sha256 text not null, applied_at timestamptz not null default now())`;
  for (const { name, text, sha256 } of readSchemaChanges().filter((change) => change.name <= LAST)) {
    await owner.unsafe(text.replaceAll(':"app_role"', `"${appRole}"`));
    await owner`insert into schema_change (name, sha256) values (${name}, ${sha256})`;
  }
  const { chain, version, kind, json, position } = programmeRecord(plainProgramme(code, false));
  await owner`insert into definition (chain, version, kind, json, position)
    values (${chain}, ${version}, ${kind}, ${json}, ${position})`;
  await owner`insert into programme_loading (programme, completed_at) values (${code}, now())`;
  await owner`insert into person (account, name, disabled_at)
    values ('admin', '管理者', null), ('kato', '加藤', null), ('left', '退職者', now()), ('idle', '無職', null)`;
  await owner`
    insert into post_grant (account, post, programme, system, from_on, until_on, granted_by, ended_by, ended_at) values
      ('admin', 'administrator', null, null, '2020-01-01', '2150-12-31', 'first start', null, null),
      ('kato', 'dx-office', ${code}, null, '2020-01-01', '2150-12-31', 'admin', null, null),
      ('left', 'dx-office', ${code}, 'juki', '2020-01-01', '2150-12-31', 'admin', 'admin', now())`;
  await owner.end();
}

beforeAll(async () => {
  const database = await createEmptyDatabase();
  await asBefore(database);
  await applySchemaChanges(database.ownerUrl, appRole);
  rig = await createRig(undefined, database);
  stop = await startLivingWorker(rig);
  await pin(rig.ledger, code, false);
});
afterAll(async () => {
  await stop();
  await rig.close();
});

async function start(): Promise<string[]> {
  const told: string[] = [];
  const tell = async (lines: string[]) => void told.push(...lines);
  await openProgramme(partsOn(rig).parts, 'seeds/setagaya', tell, new AbortController().signal);
  return told;
}

it('every grant as it stood is named by one entry, nobody is appointed anew, and a second start says nothing', async () => {
  expect(await partsOn(rig).parts.people.find('kato')).toMatchObject({ grants: [] });
  expect([await start(), await start()]).toEqual([[], []]);
  const bodies = (await rig.ledger.entries(code, 0, 100)).map(bodyOf);
  expect(bodies.map(({ fact }) => fact.type)).toEqual(['signingKey.pinned', 'powers.carriedOver']);
  const [, { fact, actor, signature }] = bodies as [unknown, (typeof bodies)[number]];
  expect([actor.kind, typeof signature]).toEqual(['import', 'object']);
  const [days, instant] = [{ fromOn: '2020-01-01', untilOn: '2150-12-31' }, expect.any(String)];
  const held = { ...days, givenAt: instant, system: null };
  expect(fact.grants).toEqual([
    { ...held, account: 'admin', post: 'administrator', overAll: true, givenBy: 'first start' },
    { ...held, account: 'kato', post: 'dx-office', givenBy: 'admin' },
    {
      ...{ ...held, account: 'left', post: 'dx-office', system: 'juki', givenBy: 'admin' },
      ended: { at: instant, by: 'admin' },
    },
  ]);
  expect(fact.people).toEqual([
    { account: 'admin', name: '管理者' },
    { account: 'kato', name: '加藤' },
    { account: 'left', name: '退職者', shutAt: instant },
    { account: 'idle', name: '無職' },
  ]);
});

it('people act by what was carried over, and the record proves it', async () => {
  const { parts } = partsOn(rig);
  const { hono } = createApp(parts);
  const token = await tokenOf({ parts }, 'kato');
  const title = { ja: '開催', en: 'Met' };
  const fact = { type: 'occurrence.recorded', title, kind: 'other' };
  const occurredOn = parts.clocks.realToday();
  const sent = await hono.request(`http://town.test/api/v1/programmes/${code}/events`, {
    method: 'POST',
    headers: { Host: 'town.test', Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ fact, post: 'dx-office', occurredOn, requestId: 'carried/1', seenVersion: 0 }),
  });
  expect(sent.status).toBe(200);
  const [last] = (await rig.ledger.entries(code, 2, 1)).map(bodyOf);
  expect(last?.actor).toMatchObject({ account: 'kato', grant: '2.1' });
  const { checks } = await rig.ledger.verify({ only: ['powers', 'models', 'guards'] });
  expect(checks.flatMap(({ wrong }) => wrong)).toEqual([]);
  expect(checks.find(({ check }) => check === 'powers')).toMatchObject({ looked: 1 });
});

it('the application writes none of the tables, and they are made anew from the entries', async () => {
  const { sql } = rig.ledger.database;
  const rows = () => sql`select * from post_grant order by chain, seq, place`;
  for (const written of [
    `insert into post_grant select chain, 9, 9, 'idle', post, programme, system, from_on, until_on, 'x', now() from post_grant limit 1`,
    `update post_grant set until_on = '2199-12-31'`,
    `delete from post_grant`,
    `update person set name = '偽物'`,
    `insert into person (account, name) values ('new', '新')`,
    `select apply_powers('{}')`,
  ])
    await expect(sql.unsafe(written)).rejects.toMatchObject({ code: '42501' });
  const before = await rows();
  const admin = postgres(rig.database.adminUrl, { max: 1 });
  await admin`update post_grant set until_on = '2199-12-31'`;
  await admin`update person set name = '偽物', disabled_at = now() where account = 'kato'`;
  await admin.end();
  const wrong = (await rig.ledger.verify({ only: ['models'] })).wrong;
  expect(new Set(wrong.map(({ what }) => what))).toEqual(new Set(['grant', 'person']));
  await rig.ledger.rebuildReadModels();
  expect(await rows()).toEqual(before);
  expect(await rig.ledger.verify({ only: ['models'] })).toMatchObject({ ok: true });
});

it('an installation that begins without a programme takes none in, makes nobody, and says what to do', async () => {
  const fresh = await createRig();
  const told: string[] = [];
  const tell = async (lines: string[]) => void told.push(...lines);
  const { parts } = partsOn(fresh);
  await openProgramme(parts, null, tell, new AbortController().signal);
  expect(told.join(' ')).toContain('npx sekimori setup');
  expect(told.join('\n')).toMatch(/^ {2}[a-z2-9]{5}(-[a-z2-9]{5}){3}$/m);
  expect([await parts.people.list(), await fresh.ledger.programmes()]).toEqual([[], []]);
  await fresh.close();
});
