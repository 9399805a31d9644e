// Boards, deadlines, inboxes: written with the entry, searched, paged, read once, and the same again when rebuilt.
import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BoardFilter, matches } from '../../ledger/models/board.ts';
import { CursorFailure } from '../../ledger/models/cursor.ts';
import { begun, events, openRecord, type Record } from './record.ts';
import type { Walk } from './walk.ts';

const SYSTEMS = 7;
const names = Array.from({ length: SYSTEMS }, (_, index) => `system-${index}`);
const day = (n: number) => `2023-12-${String(n).padStart(2, '0')}T10:00:00+09:00`;

let record: Record;
const walks: Walk[] = [];

/** system-0 … system-6: all begun; the first three submitted, the first approved besides, the last held. */
beforeAll(async () => {
  record = await openRecord();
  for (const name of names) walks.push(await begun(record.ledger, name));
  const [first, second, third] = walks as [Walk, Walk, Walk];
  const last = walks.at(-1) as Walk;
  await record.ledger.append([first.take(events.submitted(day(1))), first.take(events.approved(day(2)))]);
  await record.ledger.append([second.take(events.submitted(day(3)))]);
  await record.ledger.append([third.take(events.submitted(day(4)))]);
  await record.ledger.append([last.take(events.held(day(5)))]);
});
afterAll(() => record.close());

const group = { programme: '131121', account: 'bukai', holdings: [{ post: 'working-group' }] };
const business = { programme: '131121', account: 'gyomu', holdings: [{ post: 'business-division' }] };

/** Every page, by cursor. */
async function all<Item>(page: (cursor?: string) => Promise<{ items: Item[]; nextCursor: string | null }>) {
  const items: Item[] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const { items: found, nextCursor } = await page(cursor);
    items.push(...found);
    cursor = nextCursor;
  }
  return items;
}

test('the board shows where each system stands, and what has only begun', async () => {
  const rows = await all((cursor) => record.ledger.board({ programme: '131121' }, { cursor, limit: 3 }));
  expect(rows.map(({ system, version }) => [system, version])).toEqual(
    [2, 1, 1, 0, 0, 0, 1].map((version, index) => [`system-${index}`, version]),
  );
  expect(rows[0]?.summary.phase).toBe('development');
  expect(await record.ledger.system('131121/system-0')).toEqual(rows[0]);
  expect(rows[0]?.head?.hash).toBe(walks[0]?.prev);
});

const filters: [BoardFilter, string[]][] = [
  [{ phase: 'development' }, ['system-0']],
  [{ activity: 'onHold' }, ['system-6']],
  [{ waitingFor: ['working-group'] }, ['system-1', 'system-2']],
  [{ waitingFor: [] }, []],
  [{ text: 'ＳＹＳＴＥＭ-4' }, ['system-4']],
  [{ text: '%' }, []],
  [{ wave: 'wave-2' }, []],
  [{ overdue: true }, []],
  [{ regime: 'standard', text: '印鑑' }, names],
  [{ text: 'いんかん' }, names],
  [{ text: 'ｲﾝｶﾝ' }, names],
  [{ text: '国保' }, []],
];

test.each(filters)('the board filtered by %j', async (filter, expected) => {
  const everything = (await record.ledger.board({}, { limit: 50 })).items;
  const found = await record.ledger.board(filter, { limit: 50 });
  expect(found.items.map(({ system }) => system)).toEqual(expected);
  expect(everything.filter((row) => matches(row, filter))).toEqual(found.items);
});

test('what rows are searched and counted by stands in them, and the whole row alone out of line', async () => {
  const sql = postgres(record.database.adminUrl, { max: 1 });
  try {
    const [outOfLine] = await sql`
      select count(*) filter (where pg_column_toast_chunk_id(search) is not null)::integer as search,
        count(*) filter (where pg_column_toast_chunk_id(businesses) is not null)::integer as businesses,
        count(*) filter (where pg_column_toast_chunk_id(waiting_for) is not null)::integer as waiting,
        count(*) filter (where pg_column_toast_chunk_id(content) is not null)::integer as content from board`;
    expect(outOfLine).toEqual({ search: 0, businesses: 0, waiting: 0, content: SYSTEMS });
  } finally {
    await sql.end();
  }
});

test('a cursor of another list is refused', async () => {
  const { nextCursor } = await record.ledger.board({}, { limit: 1 });
  await expect(record.ledger.deadlines({}, { limit: 1, cursor: nextCursor ?? '' })).rejects.toThrow(
    CursorFailure,
  );
  await expect(record.ledger.board({}, { limit: 1, cursor: 'x' })).rejects.toThrow(CursorFailure);
});

test('deadlines come soonest first, between two instants, each once over all pages', async () => {
  const span = { from: '2025-03-31T00:00:00+09:00', until: '2025-04-01T00:00:00+09:00' };
  const rows = await all((cursor) => record.ledger.deadlines(span, { cursor, limit: 4 }));
  expect(new Set(rows.map(({ system, deadline }) => `${system}/${deadline}`)).size).toBe(2 * SYSTEMS);
  expect(rows).toHaveLength(2 * SYSTEMS);
  expect((await record.ledger.deadlines({ until: span.from }, { limit: 50 })).items).toEqual([]);
  const met = await record.ledger.deadlines({ ...span, statuses: ['met'] }, { limit: 50 });
  expect(met.items).toEqual([]);
});

test('an inbox holds the notices to its posts, newest first, and each is read once per account', async () => {
  const notices = await all((cursor) => record.ledger.notices(group, { cursor, limit: 1 }));
  expect(notices.map(({ system, notice, read }) => [system, notice.code, read])).toEqual([
    ['system-2', 'review.requested', false],
    ['system-1', 'review.requested', false],
    ['system-0', 'review.requested', false],
  ]);
  expect(await record.ledger.unread(group)).toBe(3);
  const ids = notices.slice(0, 2).map(({ id }) => id);
  await record.ledger.markRead(group, [...ids, ...ids, 'nonsense', '["131121/none",1,0,"working-group"]']);
  expect(await record.ledger.unread(group)).toBe(1);
  expect(await record.ledger.unread({ ...group, account: 'other' })).toBe(3);
  const again = await record.ledger.notices(group, { limit: 10 });
  expect(again.items.map(({ read }) => read)).toEqual([true, true, false]);
});

test('everything told up to one notice is read at once, and nothing that came after it', async () => {
  const late = { ...group, account: 'late' };
  const { items } = await record.ledger.notices(late, { limit: 10 });
  const [newest, oldest] = [items[0], items.at(-1)];
  for (const id of ['nonsense', '["131121/none",1,0,"working-group"]', '["131121/none",99999999999,0,"x"]'])
    await record.ledger.markReadUntil(late, id);
  expect(await record.ledger.unread(late)).toBe(3);
  await record.ledger.markReadUntil(late, oldest?.id ?? '');
  const later = items.filter(({ recordedAt }) => recordedAt > (oldest?.recordedAt ?? ''));
  expect(later.length).toBeGreaterThan(0);
  expect(await record.ledger.unread(late)).toBe(later.length);
  await record.ledger.markReadUntil(late, newest?.id ?? '');
  expect(await record.ledger.unread(late)).toBe(0);
  expect(await record.ledger.unread({ ...group, account: 'later' })).toBe(3);
  expect((await record.ledger.notices({ ...business, account: 'late' }, { limit: 10 })).items).toSatisfy(
    (others: { read: boolean }[]) => others.length > 0 && others.every(({ read }) => !read),
  );
});

test('nobody marks a notice of a post that is not theirs', async () => {
  const { items } = await record.ledger.notices(business, { limit: 1 });
  const id = items[0]?.id ?? '';
  await record.ledger.markRead({ ...group, account: 'gyomu' }, [id]);
  expect((await record.ledger.notices(business, { limit: 1 })).items[0]?.read).toBe(false);
});

test('a post held for one system sees that system only', async () => {
  const holdings = [{ post: 'working-group', system: 'system-1' }];
  expect((await record.ledger.notices({ ...group, holdings }, { limit: 10 })).items).toHaveLength(1);
  expect((await record.ledger.tasks({ ...group, holdings })).map(({ row }) => row.system)).toEqual([
    'system-1',
  ]);
});

test('tasks are the migrations that wait for one of the posts', async () => {
  expect((await record.ledger.tasks(group)).map(({ post, row }) => [post, row.system])).toEqual([
    ['working-group', 'system-1'],
    ['working-group', 'system-2'],
  ]);
});

test('rebuilt read models equal the live ones, what was read stays read, and nothing is sent again', async () => {
  const admin = record.ledger.database.sql;
  const picture = async () => ({
    board: await admin`select * from board order by chain`,
    deadline: await admin`select * from deadline order by chain, deadline`,
    notice: await admin`select * from notice order by chain, seq, index, post`,
    read: await admin`select * from notice_read order by chain, seq, index, post`,
    outbox: await admin`select * from outbox order by chain, seq, index`,
  });
  const before = await picture();
  expect(before.notice.length).toBeGreaterThan(0);
  await admin`delete from board where chain = '131121/system-1'`;
  await admin`update board set content = jsonb_set(content, '{version}', '9'), position = 5 where chain = '131121/system-2'`;
  await admin`insert into deadline (chain, deadline, content) select chain, 'stray', content from deadline limit 1`;
  await admin`delete from notice`;
  expect(await record.ledger.rebuildReadModels('131121')).toBe(SYSTEMS);
  expect(await picture()).toEqual(before);
});

test('loading the same definitions again changes nothing; another content, under the same version or another, is refused', async () => {
  const kept = walks.map(({ kept: each }) => each);
  expect(await record.ledger.load({ migrations: kept })).toEqual({ added: 0 });
  const [first] = kept as [(typeof kept)[0]];
  const other = { ...first, definition: { ...first.definition, dependents: ['someone'] } };
  await expect(record.ledger.load({ migrations: [other] })).rejects.toMatchObject({
    code: 'definition.differs',
  });
  const next = { ...other, definition: { ...other.definition, version: 2 } };
  await expect(record.ledger.load({ migrations: [next] })).rejects.toMatchObject({
    code: 'definition.unnamed',
  });
  expect((await record.ledger.system('131121/system-0'))?.version).toBe(2);
});
