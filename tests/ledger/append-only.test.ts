// What is on record stays: the application may not change it, and nobody else may without first taking the guards away.
import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { appRole } from '../../host/embedded/postgres-roles.ts';
import { applySchemaChanges } from '../../ledger/schema-changes.ts';
import { seal } from '../../machines/record/entry.ts';
import { bodyOf } from '../../machines/record/reader.ts';
import { begun, events, openRecord, type Record } from './record.ts';

let record: Record;
let app: postgres.Sql;
let owner: postgres.Sql;
let admin: postgres.Sql;
let roles: { name: string; sql: postgres.Sql }[];

beforeAll(async () => {
  record = await openRecord();
  const walk = await begun(record.ledger, 'juki');
  await record.ledger.append([walk.take(events.held('2023-11-20T10:00:00+09:00'))]);
  const { appUrl, ownerUrl, adminUrl } = record.database;
  app = postgres(appUrl, { max: 1 });
  owner = postgres(ownerUrl, { max: 1 });
  admin = postgres(adminUrl, { max: 1 });
  roles = [
    { name: 'application', sql: app },
    { name: 'owner', sql: owner },
    { name: 'administrator', sql: admin },
  ];
});
afterAll(async () => {
  await Promise.all(roles.map(({ sql }) => sql.end()));
  await record.close();
});

const changes = [
  `update entry set body = body`,
  `update entry set effects = '[]' where false`,
  `delete from entry where false`,
  `truncate entry`,
  `update definition set json = json`,
  `delete from definition`,
  `truncate definition`,
];

test.each(changes)('%s is refused to everyone', async (change) => {
  const found = await Promise.all(
    roles.map(async ({ name, sql }) => {
      const code = await sql.unsafe(change).then(
        () => 'done',
        (error: postgres.PostgresError) => error.code,
      );
      return [name, code];
    }),
  );
  expect(Object.fromEntries(found)).toEqual({ application: '42501', owner: 'SK000', administrator: 'SK000' });
  expect(await record.ledger.head('131121/juki')).not.toBeNull();
});

test('the guards also hold in a session that plays a replica', async () => {
  await expect(
    admin.begin(async (tx) => {
      await tx`set local session_replication_role = replica`;
      await tx`delete from entry`;
    }),
  ).rejects.toMatchObject({ code: 'SK000' });
});

test('an entry brought past the append function must still continue its chain', async () => {
  const insert = (body: object) => {
    const text = JSON.stringify({
      chain: 'x/y',
      actor: { kind: 'timer' },
      occurredOn: '2023-11',
      recordedAt: '2023-11-20T10:00:00+09:00',
      ...body,
    });
    return owner.unsafe(
      `insert into entry (body, hash, snapshot, effects) values ($1, sha256_hex($1), '{}', '[]')`,
      [text],
    );
  };
  await expect(insert({ seq: 1, stateHash: 'f' })).rejects.toMatchObject({ code: 'SK002' });
  const [{ hash, none } = { hash: '', none: '' }] = await app<{ hash: string; none: string }[]>`
    select sha256_hex('{}') as hash, sha256_hex('[]') as none`;
  await expect(insert({ seq: 1, stateHash: hash })).rejects.toMatchObject({ code: 'SK005' });
  const sealed = { stateHash: hash, effectsHash: none };
  await expect(insert({ seq: 1, ...sealed, actor: {} })).rejects.toMatchObject({ code: 'SK006' });
  await expect(insert({ seq: 1, ...sealed, prev: 'a' })).rejects.toMatchObject({ code: 'SK004' });
  await expect(insert({ seq: 7, ...sealed, prev: 'a' })).rejects.toMatchObject({ code: 'SK003' });
});

test('another version of a definition, which no entry names, is let in from nobody', async () => {
  for (const { sql } of roles) {
    const insert = sql`insert into definition (chain, version, kind, json, begin, position)
      select chain, 2, kind, json, begin, position from definition where chain = '131121/juki'`;
    await expect(insert).rejects.toMatchObject({ code: 'SK008' });
  }
});

test('an entry recorded before the one before it is let in from nobody', async () => {
  const head = await record.ledger.head('131121/juki');
  if (!head) throw new Error('an entry stands');
  const { stateHash: _state, effectsHash: _effects, ...body } = bodyOf(head);
  const early = {
    ...body,
    seq: 2,
    prev: head.hash,
    requestId: 'early',
    recordedAt: '2023-11-19T10:00:00+09:00',
  };
  const entry = seal(early, JSON.parse(head.snapshot), JSON.parse(head.effects));
  const insert = owner`insert into entry (body, hash, snapshot, effects)
    values (${entry.body}, ${entry.hash}, ${entry.snapshot}, ${entry.effects})`;
  await expect(insert).rejects.toMatchObject({ code: 'SK009' });
});

test('schema changes are applied once, also by two who start together', async () => {
  const { ownerUrl } = record.database;
  const both = await Promise.all([
    applySchemaChanges(ownerUrl, appRole),
    applySchemaChanges(ownerUrl, appRole),
  ]);
  expect(both).toEqual([{ applied: [] }, { applied: [] }]);
});

test('a schema change that was altered, or that this program does not know, is named', async () => {
  const { ownerUrl } = record.database;
  await owner`insert into schema_change (name, sha256) values ('999-later.sql', '')`;
  await expect(applySchemaChanges(ownerUrl, appRole)).rejects.toMatchObject({
    code: 'newer',
    change: '999-later.sql',
  });
  await owner`delete from schema_change where name = '999-later.sql'`;
  await owner`update schema_change set sha256 = 'other' where name = '001-record.sql'`;
  await expect(applySchemaChanges(ownerUrl, appRole)).rejects.toMatchObject({
    code: 'altered',
    change: '001-record.sql',
  });
});
