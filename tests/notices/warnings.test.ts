// Who was warned of a deadline, by which channel, with what result, and when it was read.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { NotDelivered } from '../../activities/notices/channels/channel.ts';
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
