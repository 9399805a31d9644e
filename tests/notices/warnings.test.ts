// Who was warned of a deadline, by which channel, with what result, and when it was read.
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { NotDelivered } from '../../activities/notices/channels/channel.ts';
import type { WarningFilter } from '../../ledger/models/digests/warnings.ts';
import { receiptsCsv } from '../../server/report/receipts.ts';
import { CODE, channelOf, type Desk, openDesk } from './desk.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
  await desk.ledger.contacts.set('dx', { mail: 'dx@example.jp', webhook: 'https://chat.example.jp/' });
  desk.at('2023-12-07T09:00:30+09:00');
  await desk.make();
  for (const system of ['juki', 'zei', 'kaigo']) await desk.wake(system, '2023-12-08T09:00:00+09:00');
  desk.at('2023-12-08T09:01:00+09:00');
  await desk.make();
  await desk.carry(channelOf('mail', async () => '250 taken'));
  await desk.carry(channelOf('webhook', () => Promise.reject(new NotDelivered('HTTP 410'))));
});
afterAll(() => desk.close());

const warnings = (deadline: string | null, system = 'juki') =>
  desk.ledger.warnings(CODE, { system, deadline });

test('each is told with its post, its channels and their answers', async () => {
  const found = await warnings('step-17-1');
  expect(found).toMatchObject([
    {
      ...{ deadline: 'step-17-1', dueOn: '2023-12-15', account: 'dx', posts: ['dx-office'] },
      ...{ day: '2023-12-08', late: false, readAt: null },
      channels: [
        { channel: 'mail', state: 'arrived', receipt: '250 taken', attempts: 1 },
        { channel: 'webhook', state: 'givenUp', error: 'HTTP 410' },
      ],
    },
  ]);
  expect(await warnings(null)).toEqual(found);
});

test('nobody was warned of another deadline or system', async () => {
  expect(await warnings('contract-end')).toEqual([]);
  expect(await warnings('step-17-1', 'nowhere')).toEqual([]);
});

test('it is told as read once the digest, or its notice, was read in the inbox', async () => {
  await desk.ledger.digests.markRead(CODE, 'dx', '2023-12-08');
  expect((await warnings('step-17-1'))[0]?.readAt).not.toBeNull();
  const reader = { programme: CODE, account: 'dx', holdings: [{ post: 'dx-office' }] };
  const { items } = await desk.ledger.notices(reader, { limit: 10 });
  expect((await warnings('step-17-1', 'zei'))[0]?.readAt).not.toBeNull();
  await desk.ledger.markRead(
    reader,
    items.map(({ id }) => id),
  );
  expect((await warnings('step-17-1'))[0]?.readAt).not.toBeNull();
});

const exported = async (
  over: Partial<WarningFilter> = {},
  rehearsal = false,
  language: 'ja' | 'en' = 'ja',
) => {
  const pages = desk.ledger.everyWarning({
    ...{ programme: CODE, systems: null, from: undefined, until: undefined },
    ...over,
  });
  const post = (id: string) => ({ ja: `職${id}`, en: id });
  const file = receiptsCsv(pages, { language, rehearsal, post });
  return Buffer.from(await new Response(file).arrayBuffer()).toString('utf8');
};
const rowsOf = (csv: string) => parse(csv, { bom: true, columns: true }) as Record<string, string>[];

test('all of it is a file that Excel opens: a row for the inbox, and one for each channel with its answer', async () => {
  const csv = await exported();
  expect(csv.startsWith('\ufeffお知らせの日,')).toBe(true);
  expect(csv.match(/\ufeff/g)).toHaveLength(1);
  const rows = rowsOf(csv).filter(({ システムID }) => システムID === 'juki');
  expect(rows).toMatchObject([
    { 経路: '受信箱', 結果: '既読', 期限ID: 'step-17-1', 知らせた期日: '2023-12-15', 職: '職dx-office' },
    { 経路: 'メール', 結果: '届いた', 相手の応答: '250 taken', 試行: '1', 演習: '' },
    { 経路: 'Webhook', 結果: '届けられなかった', 相手の応答: 'HTTP 410' },
  ]);
  expect(rows[0]).toMatchObject({
    お知らせの日: '2023-12-08',
    '作成日時(計画の時計)': '2023-12-08 09:01:00',
    システム: '住民記録',
  });
  expect(rows[1]?.['番号(Message-ID)']).toMatch(/^2023-12-08\./);
  expect(rowsOf(await exported({}, true)).every(({ 演習 }) => 演習 === '○')).toBe(true);
  expect(rowsOf(await exported({}, false, 'en'))[0]).toMatchObject({ Channel: 'inbox', Posts: 'dx-office' });
});

test('it holds the systems that the reader sees and the days that are asked for, and no other', async () => {
  const systemsOf = async (over: Partial<WarningFilter>) => [
    ...new Set(rowsOf(await exported(over)).map(({ システムID }) => システムID)),
  ];
  expect(await systemsOf({})).toEqual(expect.arrayContaining(['juki', 'zei', 'kaigo']));
  expect(await systemsOf({ systems: ['zei'] })).toEqual(['zei']);
  expect(await systemsOf({ systems: [] })).toEqual([]);
  expect(await systemsOf({ until: '2023-12-07' })).toEqual([]);
  expect(await systemsOf({ from: '2023-12-09' })).toEqual([]);
  expect(await systemsOf({ from: '2023-12-08', until: '2023-12-08' })).toHaveLength(3);
  expect(await systemsOf({ programme: '131130' })).toEqual([]);
});

test('a cell that a sheet would run is not run', async () => {
  desk.at('2023-12-14T09:00:30+09:00');
  for (const system of ['juki', 'zei', 'kaigo']) await desk.wake(system, '2023-12-14T09:00:00+09:00');
  await desk.make();
  await desk.carry(channelOf('mail', async () => '=cmd|calc'));
  const answers = rowsOf(await exported({ from: '2023-12-14' })).map((row) => row.相手の応答);
  expect(answers).toContain("'=cmd|calc");
});
