// Tampering by someone who may do everything to the database: each kind is found, and the first wrong entry is named.
import postgres from 'postgres';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Fault } from '../../ledger/proof/wrong.ts';
import { begun, events, openRecord, type Record } from './record.ts';
import type { Walk } from './walk.ts';

let record: Record;
let juki: Walk;
let zei: Walk;

const day = (n: number) => `2023-12-${String(n).padStart(2, '0')}T10:00:00+09:00`;

beforeEach(async () => {
  record = await openRecord();
  [juki, zei] = [await begun(record.ledger, 'juki'), await begun(record.ledger, 'zei')];
  for (const walk of [juki, zei]) {
    const later = walk === juki ? 0 : 10;
    await record.ledger.append([
      walk.take(events.submitted(day(1 + later))),
      walk.take(events.approved(day(2 + later))),
      walk.take(events.held(day(3 + later))),
      walk.take(events.resumed(day(4 + later))),
      walk.take(events.budget(day(5 + later), 2023, '2023-10-01')),
    ]);
  }
});
afterEach(() => record.close());

/** As a superuser, with every guard switched off. */
async function tamper(act: (tx: postgres.TransactionSql) => Promise<unknown>): Promise<void> {
  const admin = postgres(record.database.adminUrl, { max: 1 });
  await admin.begin(async (tx) => {
    await tx`alter table entry disable trigger all`;
    await tx`alter table definition disable trigger all`;
    await act(tx);
    await tx`alter table entry enable trigger all`;
  });
  await admin.end();
}

const third = (tx: postgres.TransactionSql) => tx`chain = ${juki.chain} and seq = 3`;
const forged = (tx: postgres.TransactionSql) => tx`replace(body, 'ベンダ都合', '庁内都合')`;

test('a record that nobody touched is right, also when every event is decided again', async () => {
  const found = await record.ledger.verify({ decide: true });
  expect(found).toMatchObject({
    ok: true,
    chains: 2,
    entries: 10,
    redecided: 10,
    firstWrong: null,
    wrong: [],
  });
  expect(found.heads).toEqual([
    { chain: juki.chain, seq: 5, hash: juki.prev },
    { chain: zei.chain, seq: 5, hash: zei.prev },
  ]);
});

const kinds: [string, Fault, number, (tx: postgres.TransactionSql) => Promise<unknown>][] = [
  ['an altered body', 'hash', 3, (tx) => tx`update entry set body = ${forged(tx)} where ${third(tx)}`],
  [
    'an altered body with its hash made to fit',
    'prev',
    4,
    (tx) => tx`update entry set body = ${forged(tx)}, hash = sha256_hex(${forged(tx)}) where ${third(tx)}`,
  ],
  ['a missing entry', 'gap', 4, (tx) => tx`delete from entry where ${third(tx)}`],
  ['an altered state', 'snapshot', 3, (tx) => tx`update entry set snapshot = '{}' where ${third(tx)}`],
  ['altered effects', 'effects', 3, (tx) => tx`update entry set effects = '[{}]' where ${third(tx)}`],
  [
    'an altered day',
    'derived',
    3,
    (tx) => tx`update entry set latest_occurred_on = '2023-01-01' where ${third(tx)}`,
  ],
  [
    'a hidden back-dating',
    'derived',
    5,
    (tx) => tx`update entry set backdated = false where chain = ${juki.chain}`,
  ],
];

test.each(kinds)('%s is found as %s at entry %i', async (_, what, seq, act) => {
  await tamper(act);
  const found = await record.ledger.verify();
  expect(found.firstWrong).toMatchObject({ chain: juki.chain, seq, what });
  expect(found.ok).toBe(false);
  expect(found.wrong).toHaveLength(1);
});

test('of several wrong chains the first of each is named, the eldest first', async () => {
  await tamper((tx) => tx`update entry set body = ${forged(tx)} where seq = 3`);
  await tamper((tx) => tx`update entry set snapshot = '{}' where seq >= 2 and chain = ${zei.chain}`);
  const { wrong } = await record.ledger.verify();
  expect(wrong.map(({ chain, seq, what }) => [chain, seq, what])).toEqual([
    [juki.chain, 3, 'hash'],
    [zei.chain, 2, 'snapshot'],
  ]);
  expect((await record.ledger.verify({ programme: '999999' })).ok).toBe(true);
});

test('a tail cut off is invisible to the chain alone and found by an earlier checkpoint', async () => {
  const anchors = await record.ledger.heads();
  await tamper((tx) => tx`delete from entry where chain = ${zei.chain} and seq > 3`);
  expect((await record.ledger.verify()).ok).toBe(true);
  const found = await record.ledger.verify({ anchors });
  expect(found.firstWrong).toEqual({ chain: zei.chain, seq: 5, what: 'cutOff', recordedAt: null });
  const elsewhere = anchors.map((anchor) => ({ ...anchor, seq: 1 }));
  expect((await record.ledger.verify({ anchors: elsewhere })).firstWrong).toMatchObject({
    seq: 1,
    what: 'anchor',
  });
});

test('a chain forged whole is right in itself and decided otherwise', async () => {
  await tamper(async (tx) => {
    const last = tx`chain = ${juki.chain} and seq = 5`;
    await tx`update entry set snapshot = replace(snapshot, '"2023-10-01"', '"2023-10-02"') where ${last}`;
    await tx`update entry set body = replace(body, state_hash, sha256_hex(snapshot)) where ${last}`;
    await tx`update entry set hash = sha256_hex(body) where ${last}`;
  });
  expect((await record.ledger.verify()).ok).toBe(true);
  const found = await record.ledger.verify({ decide: true });
  expect(found.firstWrong).toMatchObject({ chain: juki.chain, seq: 5, what: 'decision' });
});

test('effects forged with their hash are compared with what the machine causes', async () => {
  await tamper(async (tx) => {
    const last = tx`chain = ${juki.chain} and seq = 5`;
    await tx`update entry set effects = '[{}]' where ${last}`;
    await tx`update entry set body = replace(body, effects_hash, sha256_hex(effects)) where ${last}`;
    await tx`update entry set hash = sha256_hex(body) where ${last}`;
  });
  expect((await record.ledger.verify()).ok).toBe(true);
  const found = await record.ledger.verify({ decide: true });
  expect(found.firstWrong).toMatchObject({ chain: juki.chain, seq: 5, what: 'effects' });
});

test('an entry whose definition is gone cannot be decided again, and says so', async () => {
  await tamper((tx) => tx`delete from definition where chain = ${zei.chain}`);
  const fresh = await import('../../ledger/open.ts').then(({ openLedger }) =>
    openLedger(record.database.appUrl),
  );
  const found = await fresh.verify({ decide: true });
  await fresh.close();
  expect(found.wrong).toMatchObject([{ chain: zei.chain, seq: 1, what: 'definition' }]);
});
