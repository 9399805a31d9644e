// A month in the past: it counts from its last day, or from the day within it on which it was recorded.

import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bodyOf } from '../../machines/record/reader.ts';
import { exportedLines } from '../../server/report/export.ts';
import { plainProgramme } from '../builders/signing.ts';
import { begun, events, openRecord, type Record, systemNamed } from './record.ts';

const begins = [
  ['within', '2023-11', '2023-11-16T09:00:00+09:00'],
  ['after', '2023-10', '2023-11-16T09:00:00+09:00'],
  ['ahead', '2024-01', '2023-11-16T09:00:00+09:00'],
  ['ahead-by-a-day', '2024-01-05', '2023-11-16T09:00:00+09:00'],
] as const;
const recordings = [
  ['alone', 'within it', '2024-01-10T10:00:00+09:00', '2024-01-09', '2024-01-10'],
  ['on-its-first', 'in its first minutes', '2024-01-01T00:30:00+09:00', '2023-12-31', '2024-01-01'],
  ['on-its-last', 'on its last day', '2024-01-31T23:30:00+09:00', '2024-01-30', '2024-01-31'],
  ['just-after', 'in the first minutes after it', '2024-02-01T00:30:00+09:00', '2024-01-30', '2024-01-31'],
  ['a-month-later', 'in a later month', '2024-02-20T10:00:00+09:00', '2024-01-30', '2024-01-31'],
] as const;

let record: Record;

beforeAll(async () => {
  record = await openRecord();
  const systems = ['early', 'late', ...[...recordings, ...begins].map(([system]) => system)];
  await record.ledger.load({ programme: { ...plainProgramme('131121', true), systems }, migrations: [] });
});
afterAll(() => record.close());

const auditing = {
  definition: plainProgramme('131121', true),
  scope: null,
  viewer: { account: 'audit-mori', held: [{ post: 'audit', system: null }] },
};

const held = (at: string, occurredOn: string) => ({ ...events.held(at), occurredOn });

/** What a chain's history, its export and its state say of a day. */
async function sayingOf(chain: string, day: string) {
  const asOf = { day, by: 'occurred' } as const;
  const filter = { programme: '131121', chain, asOf };
  const { items } = await record.ledger.newestEntries(filter, { cursor: undefined, limit: 50 });
  const lines = (await new Response(exportedLines(record.ledger, auditing, asOf)).text()).split('\n');
  const exported = lines.filter((line) => line !== '').map((body) => bodyOf({ body }));
  const state = await record.ledger.stateOn(chain, day, 'occurred');
  return {
    history: items.map((entry) => bodyOf(entry).seq).reverse(),
    exported: exported.filter((body) => body.chain === chain).map(({ seq }) => seq),
    base: state?.head?.seq ?? null,
    again: state?.decidedAgain,
    activity: state?.snapshot.value.activity,
  };
}

const nothing = { history: [], exported: [], base: null, again: [], activity: 'active' };
const first = { history: [1], exported: [1], base: 1, again: [], activity: 'onHold' };

test.each(recordings)('%s: a month recorded %s counts from then', async (system, _, at, before, from) => {
  const walk = await begun(record.ledger, system);
  await record.ledger.append([walk.take(held(at, '2024-01'))]);
  expect(await sayingOf(walk.chain, before)).toEqual(nothing);
  expect(await sayingOf(walk.chain, from)).toEqual(first);
  expect(await sayingOf(walk.chain, '2024-03-31')).toEqual(first);
});

/** The columns of a chain's entries that tell its order. */
async function columnsOf(chain: string) {
  const admin = postgres(record.database.adminUrl, { max: 1 });
  const rows = await admin<{ by: string; latest: string; backdated: boolean }[]>`
    select occurred_by::text as by, latest_occurred_on::text as latest, backdated
    from entry where chain = ${chain} order by seq`;
  await admin.end();
  return rows.map(({ by, latest, backdated }) => [by, latest, backdated]);
}

test('a day after the recording of a month is not back-dated, although that month had not ended', async () => {
  const early = await begun(record.ledger, 'early');
  await record.ledger.append([
    early.take(held('2024-01-10T10:00:00+09:00', '2024-01')),
    early.take(events.resumed('2024-01-15T10:00:00+09:00')),
  ]);
  expect(await columnsOf(early.chain)).toEqual([
    ['2024-01-10', '2024-01-10', false],
    ['2024-01-15', '2024-01-15', false],
  ]);
  expect(await sayingOf(early.chain, '2024-01-14')).toEqual(first);
  const both = { history: [1, 2], exported: [1, 2], base: 2, again: [], activity: 'active' };
  expect(await sayingOf(early.chain, '2024-01-15')).toEqual(both);
});

test('a day before the recording of a month is back-dated, and decided again until that month counts', async () => {
  const late = await begun(record.ledger, 'late');
  await record.ledger.append([
    late.take(events.done('2024-01-10T10:00:00+09:00', 0)),
    late.take(held('2024-01-20T10:00:00+09:00', '2024-01')),
    late.take(events.budget('2024-01-25T10:00:00+09:00', 2024, '2024-01-12')),
    late.take(events.budget('2024-02-05T10:00:00+09:00', 2023, '2024-01')),
  ]);
  expect(await columnsOf(late.chain)).toEqual([
    ['2024-01-10', '2024-01-10', false],
    ['2024-01-20', '2024-01-20', false],
    ['2024-01-12', '2024-01-20', true],
    ['2024-01-31', '2024-01-31', false],
  ]);
  const twelfth = { history: [1, 3], exported: [1, 3], base: 1, again: [3], activity: 'active' };
  expect(await sayingOf(late.chain, '2024-01-19')).toEqual(twelfth);
  const twentieth = { history: [1, 2, 3], exported: [1, 2, 3], base: 3, again: [], activity: 'onHold' };
  expect(await sayingOf(late.chain, '2024-01-30')).toEqual(twentieth);
});

const began = [
  ['within', '2023-11-15', '2023-11-16'],
  ['after', '2023-10-30', '2023-10-31'],
  ['ahead', '2024-01-30', '2024-01-31'],
  ['ahead-by-a-day', '2024-01-04', '2024-01-05'],
] as const;

test.each(began)('%s: a path has not begun on %s, and has on %s', async (system, before, from) => {
  const [, on, at] = begins.find(([named]) => named === system) ?? [];
  if (!on || !at) throw new Error('no such beginning');
  const definition = systemNamed(system);
  await record.ledger.load({ migrations: [{ definition, begin: { on, at } }] });
  expect(await record.ledger.stateOn(`131121/${system}`, before, 'occurred')).toBeNull();
  expect(await record.ledger.stateOn(`131121/${system}`, from, 'occurred')).not.toBeNull();
});

test('such a record is right, its columns and its states too', async () => {
  const found = await record.ledger.verify({ decide: true });
  expect(found.wrong).toEqual([]);
  expect(found.redecided).toBe(found.entries);
});
