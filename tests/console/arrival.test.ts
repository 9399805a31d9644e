// What became of an act whose answer was lost, from the record alone, and what stays of what was typed since.
import { expect, it } from 'vitest';
import { type Delivery, verdictOn } from '../../console/acts/sending/delivery.ts';
import { createDesk } from '../../console/acts/sending/desk.ts';
import { afresh, type Draft, isAsSent, sending } from '../../console/acts/sending/draft.ts';
import { readSince } from '../../console/acts/sending/entries-since.ts';
import type { EntryView } from '../../server/contract/entries.ts';

/** What a verdict looks at of an entry. */
const entry = (seq: number, requestId: string, kind = 'timer') =>
  ({ seq, requestId, actor: { kind } }) as EntryView;
const timers = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => entry(to - index, `timer/${to - index}`));
const pages = (entries: EntryView[], size: number) => async (cursor: string | undefined) => {
  const begin = Number(cursor ?? 0);
  const end = begin + size;
  return { items: entries.slice(begin, end), nextCursor: end < entries.length ? String(end) : null };
};

it('an act is found however many entries came after it', async () => {
  const record = [...timers(12, 400), entry(11, 'console/mine', 'person'), ...timers(1, 10)];
  const since = await readSince(10, pages(record, 50));
  expect(since.map(({ seq }) => seq)).toEqual(Array.from({ length: 390 }, (_, index) => 400 - index));
  expect(verdictOn('console/mine', since, 0)).toMatchObject({ kind: 'recorded', entry: { seq: 11 } });
});

it('a record is read no further back than what its sender had seen', async () => {
  const asked: (string | undefined)[] = [];
  const read = pages(timers(1, 400), 50);
  await readSince(390, (cursor) => {
    asked.push(cursor);
    return read(cursor);
  });
  expect(asked).toEqual([undefined]);
});

it('what is not in the record may still come, until another overtook it or the door has given it up', () => {
  expect(verdictOn('console/mine', timers(11, 12), 59_000).kind).toBe('open');
  expect(verdictOn('console/mine', timers(11, 12), 61_000).kind).toBe('notRecorded');
  expect(verdictOn('console/mine', [entry(11, 'console/other', 'person')], 0).kind).toBe('notRecorded');
  expect(verdictOn('console/mine', [entry(11, 'console/mine', 'person')], 61_000).kind).toBe('recorded');
});

function storage(): Storage {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    clear: () => kept.clear(),
    key: (index) => [...kept.keys()][index] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
}

it('after a reload the wait begins anew, also for what had been asked for before', () => {
  const tab = storage();
  const delivery: Delivery = {
    account: 'dx-ito',
    code: '131121',
    system: 'kaigo',
    systemName: { ja: '介護保険', en: 'care' },
    act: { ja: '承認', en: 'approve' },
    seenVersion: 10,
    draft: 'dx-ito/kaigo',
    state: 'asking',
    since: -1_000_000,
  };
  createDesk(tab).deliveries.set('console/mine', delivery);
  const [, after] = createDesk(tab).deliveries.entries()[0] ?? [];
  expect(after?.since).toBeGreaterThanOrEqual(0);
});

const draft = (reason: string, sent: string[] = []): Draft => ({
  requestId: 'console/1',
  sent,
  seenVersion: 1,
  occurredOn: '2023-11-16',
  values: { reason },
  chosen: {},
  evidence: [],
  amounts: [],
});

it('what was changed since it was sent is told from what was sent', () => {
  const first = draft('一つ目');
  const sent = { ...first, ...sending(first) };
  expect([isAsSent(first), isAsSent(sent)]).toEqual([true, true]);
  const changed = { ...sent, values: { reason: '二つ目' } };
  expect(isAsSent(changed)).toBe(false);
  const again = { ...changed, ...sending(changed) };
  // One of the two stands: which, the record knows.
  expect(isAsSent(again)).toBe(false);
  expect(isAsSent({ ...again, values: { reason: '一つ目' } })).toBe(false);
  expect(isAsSent({ ...again, ...afresh() })).toBe(true);
});
