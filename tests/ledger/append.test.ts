// Compare-and-append: an entry is written once, in its place, whole; racing writers and repeated calls leave one chain.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Ledger, openLedger } from '../../ledger/open.ts';
import { definition, person, stamped } from '../builders/migration.ts';
import { pin, pinnable } from '../builders/signing.ts';
import { createDatabase } from '../servers/database.ts';
import type { TestDatabase } from '../servers/empty-database.ts';
import { lossyProxy } from './lossy-proxy.ts';
import { Walk } from './walk.ts';

let database: TestDatabase;
let ledger: Ledger;
let walk: Walk;
let systems = 0;

const held = (requestId: string) =>
  stamped({ type: 'migration.held', reason: 'ベンダ都合' }, person('dx', 'dx-office'), { requestId });
const resumed = (requestId: string) =>
  stamped({ type: 'migration.resumed', reason: '再開' }, person('dx', 'dx-office'), { requestId });

beforeAll(async () => {
  database = await createDatabase();
  ledger = openLedger(database.appUrl, { connections: 16, connectSeconds: 120, pinnable });
  await pin(ledger, '131121', true);
});
afterAll(async () => {
  await ledger.close();
  await database.drop();
});
beforeEach(async () => {
  systems += 1;
  const base = definition();
  walk = new Walk(definition({ system: { ...base.system, id: `system-${systems}` } }));
  await ledger.load({ migrations: [walk.kept] });
});

const standing = () => ledger.entries(walk.chain, 0, 1000);

test('an appended entry stands byte for byte', async () => {
  const entry = walk.take(held('one'));
  expect(await ledger.append([entry])).toEqual({ status: 'appended' });
  expect(await standing()).toEqual([entry]);
  expect(await ledger.head(walk.chain)).toEqual(entry);
  expect(await ledger.entryByRequest(walk.chain, 'person:one')).toEqual(entry);
  expect(await ledger.entryByRequest(walk.chain, 'person:two')).toBeNull();
  expect(await ledger.entriesByRequest(walk.chain, ['person:two', 'person:one'])).toEqual([entry]);
  // Without its snapshot, which is wide.
  const { body, hash, effects } = entry;
  expect(await ledger.entriesOfType(walk.chain, 'migration.held', 0)).toEqual([{ body, hash, effects }]);
  expect(await ledger.entriesOfType(walk.chain, 'migration.held', 1)).toEqual([]);
});

test('the same append again writes nothing and gives what stands', async () => {
  const first = walk.take(held('one'));
  const second = walk.take(resumed('two'));
  await ledger.append([first, second]);
  expect(await ledger.append([first, second])).toEqual({ status: 'occupied', entries: [first, second] });
  expect(await ledger.append([second])).toEqual({ status: 'occupied', entries: [second] });
  expect(await standing()).toHaveLength(2);
});

test('a request id that stands is one entry, whatever sequence number is asked for', async () => {
  const first = walk.take(held('one'));
  const second = walk.take(resumed('two'));
  await ledger.append([first, second]);
  const again = walk.take(held('one'));
  expect(await ledger.append([again])).toEqual({ status: 'occupied', entries: [first, second] });
  expect(await standing()).toHaveLength(2);
});

test('a batch in which one request id stands is not written at all', async () => {
  const first = walk.take(held('one'));
  await ledger.append([first]);
  const batch = [walk.take(resumed('two')), walk.take(held('one'))];
  expect(await ledger.append(batch)).toEqual({ status: 'occupied', entries: [first] });
  expect(await standing()).toEqual([first]);
});

test('thirty-two writers of the same place leave one entry and all learn of it', async () => {
  const rivals = Array.from({ length: 32 }, (_, index) => walk.next(held(`racer-${index}`)).entry);
  const outcomes = await Promise.all(rivals.map((entry) => ledger.append([entry])));
  expect(outcomes.filter(({ status }) => status === 'appended')).toHaveLength(1);
  const [winner, ...rest] = await standing();
  expect(rest).toEqual([]);
  for (const outcome of outcomes) {
    if (outcome.status === 'occupied') expect(outcome.entries).toEqual([winner]);
  }
});

test('writers of different chains do not hinder each other', async () => {
  const walks = Array.from({ length: 16 }, (_, index) => {
    const base = definition();
    return new Walk(definition({ system: { ...base.system, id: `beside-${systems}-${index}` } }));
  });
  await ledger.load({ migrations: walks.map(({ kept }) => kept) });
  const outcomes = await Promise.all(walks.map((each) => ledger.append([each.take(held('one'))])));
  expect(outcomes.every(({ status }) => status === 'appended')).toBe(true);
});

test.each([
  [
    'a hash of other bytes',
    'entry.hash',
    (entry: { hash: string }) => ({ hash: entry.hash.replace(/^./, 'x') }),
  ],
  [
    'a snapshot of another state',
    'entry.stateHash',
    (entry: { snapshot: string }) => ({ snapshot: entry.snapshot.replace('"onHold"', '"active"') }),
  ],
  ['effects it did not cause', 'entry.effectsHash', () => ({ effects: '[{}]' })],
] as const)('an entry with %s is refused and nothing is written', async (_, code, wrong) => {
  const entry = walk.take(held('one'));
  await expect(ledger.append([{ ...entry, ...wrong(entry) }])).rejects.toMatchObject({ code });
  expect(await standing()).toEqual([]);
});

test('an entry beyond the end of its chain is refused as ahead of the record', async () => {
  walk.take(held('one'));
  const second = walk.take(resumed('two'));
  await expect(ledger.append([second])).rejects.toMatchObject({
    name: 'LedgerRefusal',
    code: 'chain.behind',
  });
  expect(await standing()).toEqual([]);
});

test('an entry that follows another head than the one that stands is refused', async () => {
  await ledger.append([walk.next(held('other')).entry]);
  walk.take(held('one'));
  const second = walk.take(resumed('two'));
  await expect(ledger.append([second])).rejects.toMatchObject({ code: 'chain.diverged' });
  expect(await standing()).toHaveLength(1);
});

test('entries of two chains, or with a gap, are not one append', async () => {
  const [first, , third] = [walk.take(held('one')), walk.take(resumed('two')), walk.take(held('three'))];
  await expect(ledger.append([first, third])).rejects.toMatchObject({ code: 'batch.mixed' });
});

test('an entry of an unknown definition is refused', async () => {
  const stranger = new Walk(definition({ system: { ...definition().system, id: 'stranger' } }));
  await expect(ledger.append([stranger.take(held('one'))])).rejects.toMatchObject({
    code: 'definition.unknown',
  });
});

test('a text that PostgreSQL cannot hold is a definite refusal', async () => {
  const entry = walk.take(stamped({ type: 'migration.held', reason: 'a\u0000b' }, person('dx', 'dx-office')));
  await expect(ledger.append([entry])).rejects.toMatchObject({ code: 'entry.unstorable' });
  expect(await standing()).toEqual([]);
});

test('a connection lost before the commit is unclear; asked again, the entry is appended', async () => {
  const lost = openLedger(database.appUrl, { connections: 1 });
  const entry = walk.take(held('one'));
  const [own] = await lost.database.sql<{ pid: number }[]>`select pg_backend_pid() as pid`;
  const blocker = openLedger(database.adminUrl);
  await blocker.database.sql.begin(async (tx) => {
    await tx`select lock_chain(${walk.chain})`;
    const unclear = expect(lost.append([entry])).rejects.toMatchObject({ name: 'LedgerUnavailable' });
    await tx`select pg_terminate_backend(${own?.pid ?? 0})`;
    await unclear;
  });
  expect(await ledger.append([entry])).toEqual({ status: 'appended' });
  await Promise.all([lost.close(), blocker.close()]);
});

test('an answer lost after the commit is unclear; asked again, the entry stands', async () => {
  const proxy = await lossyProxy(database.appUrl);
  const lossy = openLedger(proxy.url, { connections: 1 });
  const first = walk.take(held('one'));
  await lossy.append([first]);
  const second = walk.take(resumed('two'));
  proxy.loseNextAnswer();
  await expect(lossy.append([second])).rejects.toMatchObject({ name: 'LedgerUnavailable' });
  expect(await lossy.append([second])).toEqual({ status: 'occupied', entries: [second] });
  expect(await standing()).toEqual([first, second]);
  await lossy.close();
  proxy.close();
});
