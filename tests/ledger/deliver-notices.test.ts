// The way out of the outbox: what fails is tried again and holds nobody up; what arrived is not sent again.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Delivery, deliverDue, deliverNotices } from '../../activities/notices/deliver-notices.ts';
import type { Letter } from '../../ledger/models/rows.ts';
import { begun, events, openRecord, type Record } from './record.ts';
import type { Walk } from './walk.ts';

let record: Record;
let walk: Walk;
let systems = 0;
let arrived: string[];
let troubles: string[];

beforeAll(async () => {
  record = await openRecord();
});
afterAll(() => record.close());
beforeEach(async () => {
  systems += 1;
  [arrived, troubles] = [[], []];
  walk = await begun(record.ledger, `system-${systems}`);
  await record.ledger.append([
    walk.take(events.submitted('2023-12-01T10:00:00+09:00')),
    walk.take(events.held('2023-12-02T10:00:00+09:00')),
    walk.take(events.resumed('2023-12-03T10:00:00+09:00')),
  ]);
});

const codes = ['review.requested', 'migration.held', 'migration.resumed'];
const arrive = async (letter: Letter) => {
  arrived.push(letter.notice.code);
};
const delivery = (log: Delivery['sinks'][string]): Delivery => ({
  outbox: record.ledger.outbox,
  sinks: { log },
  onTrouble: (why) => troubles.push(why),
  backoffMs: () => 0,
});

test('each notice arrives once, in order, with the posts it is for', async () => {
  const letters: Letter[] = [];
  const log = delivery(async (letter) => {
    letters.push(letter);
  });
  expect(await deliverDue(log)).toBe(3);
  expect(await deliverDue(log)).toBe(0);
  expect(letters.map(({ notice }) => notice.code)).toEqual(codes);
  expect(letters[0]).toMatchObject({ system: `system-${systems}`, to: ['working-group'], rehearsal: true });
  expect(await record.ledger.outbox.waiting()).toEqual({ letters: 0, attempts: 0 });
});

test('one that fails is tried again, and the others arrive meanwhile', async () => {
  let failures = 2;
  const log = delivery(async (letter) => {
    if (letter.notice.code === 'migration.held' && failures-- > 0) throw new Error('the channel is down');
    await arrive(letter);
  });
  expect(await deliverDue(log)).toBe(3);
  expect(arrived).toEqual(['review.requested', 'migration.resumed']);
  expect(await record.ledger.outbox.waiting()).toEqual({ letters: 1, attempts: 1 });
  expect(await deliverDue(log)).toBe(1);
  expect(await deliverDue(log)).toBe(1);
  expect(await deliverDue(log)).toBe(0);
  expect(arrived).toEqual(['review.requested', 'migration.resumed', 'migration.held']);
  expect(troubles).toEqual(['the channel is down', 'the channel is down']);
});

test('one that hangs is given up for now and holds nobody up', async () => {
  const log = delivery((letter) =>
    letter.notice.code === 'migration.held' ? new Promise(() => undefined) : arrive(letter),
  );
  await deliverDue({ ...log, limitMs: 50 });
  expect(arrived).toEqual(['review.requested', 'migration.resumed']);
  expect(troubles).toEqual(['no answer within 50 ms']);
  await deliverDue(delivery(arrive));
  expect(arrived).toHaveLength(3);
});

test('an appended entry does not wait for a channel that is down', async () => {
  const down = delivery(() => Promise.reject(new Error('down')));
  await deliverDue(down);
  expect(await record.ledger.append([walk.take(events.held('2023-12-04T10:00:00+09:00'))])).toEqual({
    status: 'appended',
  });
  await deliverDue(delivery(arrive));
  expect(arrived).toHaveLength(4);
});

test('two dispatchers share the letters, none is sent by both', async () => {
  const both = await Promise.all([deliverDue(delivery(arrive)), deliverDue(delivery(arrive))]);
  expect(both[0] + both[1]).toBe(3);
  expect([...arrived].sort()).toEqual([...codes].sort());
});

test('the dispatcher delivers what is there, and ends when told', async () => {
  const stop = new AbortController();
  const running = deliverNotices(
    delivery(async (letter) => {
      await arrive(letter);
      if (arrived.length === 3) stop.abort();
    }),
    stop.signal,
  );
  await running;
  expect(arrived).toEqual(codes);
});
