// The state and the history on any day by either date: what was true then, and what was known then.

import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { By } from '../../ledger/past/by.ts';
import { migrationDeed, migrationPlayable } from '../../machines/migration/playable.ts';
import { fold } from '../../machines/play/fold.ts';
import { bodyOf } from '../../machines/record/reader.ts';
import { latestDay } from '../../machines/values/date.ts';
import { begun, events, openRecord, type Record } from './record.ts';
import { begin, type Walk } from './walk.ts';

let record: Record;
let walk: Walk;

/** Held on 20 November, a budget voted in October recorded on 1 December, one of "September" on 5 December, resumed on 10. */
beforeAll(async () => {
  record = await openRecord();
  walk = await begun(record.ledger, 'juki');
  await record.ledger.append([
    walk.take(events.held('2023-11-20T10:00:00+09:00')),
    walk.take(events.budget('2023-12-01T10:00:00+09:00', 2023, '2023-10-15')),
    walk.take(events.budget('2023-12-05T23:30:00+09:00', 2024, '2023-09')),
    walk.take(events.resumed('2023-12-10T10:00:00+09:00')),
  ]);
});
afterAll(() => record.close());

const on = (day: string, by: By) => record.ledger.stateOn(walk.chain, day, by);

/** The sequence numbers of a chain's history on a day, read page by page. */
async function historyOn(day: string, by: By, chain = walk.chain, limit = 2): Promise<number[]> {
  const read: number[] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const filter = { programme: '131121', chain, asOf: { day, by } };
    const { items, nextCursor } = await record.ledger.newestEntries(filter, { cursor, limit });
    read.push(...items.map((entry) => bodyOf(entry).seq));
    cursor = nextCursor;
  }
  return read;
}

test('before a migration began there is nothing', async () => {
  expect(await on('2023-03-31', 'occurred')).toBeNull();
  expect(await on('2023-11-15', 'recorded')).toBeNull();
});

test('between its beginning and its first entry it stands as it began', async () => {
  const state = await on('2023-04-01', 'occurred');
  expect(state).toMatchObject({
    head: null,
    decidedAgain: [],
    snapshot: migrationPlayable(walk.kept.definition).start(begin).snapshot,
  });
});

test('a fact recorded later is true from the day it happened, and known from the day it was recorded', async () => {
  const october = await on('2023-10-15', 'occurred');
  expect(october?.snapshot.context.budgets).toEqual({ 2023: '2023-10-15', 2024: '2023-09' });
  expect(october?.snapshot.value.activity).toBe('active');
  expect(october).toMatchObject({ head: null, decidedAgain: [2, 3], leftOut: [] });
  expect((await on('2023-10-14', 'occurred'))?.snapshot.context.budgets).toEqual({ 2024: '2023-09' });
  expect((await on('2023-11-30', 'recorded'))?.snapshot.context.budgets).toEqual({});
  const known = await on('2023-12-01', 'recorded');
  expect(known?.snapshot.context.budgets).toEqual({ 2023: '2023-10-15' });
  expect(known?.head?.seq).toBe(2);
});

test('a month that was recorded after it counts from its last day', async () => {
  expect((await on('2023-09-29', 'occurred'))?.snapshot.context.budgets).toEqual({});
  expect((await on('2023-09-30', 'occurred'))?.snapshot.context.budgets).toEqual({ 2024: '2023-09' });
});

test('a day ends at midnight in Japan', async () => {
  expect((await on('2023-12-04', 'recorded'))?.head?.seq).toBe(2);
  expect((await on('2023-12-05', 'recorded'))?.head?.seq).toBe(3);
});

test('after the last entry the past is the present', async () => {
  for (const by of ['occurred', 'recorded'] as const) {
    const state = await on('2024-06-01', by);
    expect(state?.snapshot).toEqual(walk.snapshot);
    expect(state?.head?.hash).toBe(walk.prev);
  }
  expect((await record.ledger.state(walk.chain))?.snapshot).toEqual(walk.snapshot);
});

const histories: [string, By, number[]][] = [
  ['2023-09-29', 'occurred', []],
  ['2023-09-30', 'occurred', [3]],
  ['2023-10-15', 'occurred', [3, 2]],
  ['2023-11-20', 'occurred', [3, 2, 1]],
  ['2023-12-09', 'occurred', [3, 2, 1]],
  ['2023-12-10', 'occurred', [4, 3, 2, 1]],
  ['2023-11-19', 'recorded', []],
  ['2023-12-04', 'recorded', [2, 1]],
  ['2023-12-05', 'recorded', [3, 2, 1]],
  ['2024-06-01', 'recorded', [4, 3, 2, 1]],
];

test.each(histories)('on %s by %s the history holds the entries %j, newest first', async (day, by, seqs) => {
  expect(await historyOn(day, by)).toEqual(seqs);
});

test('what builds on something that had not happened yet is left out and named', async () => {
  const early = await begun(record.ledger, 'early');
  await record.ledger.append([
    // Of a month nobody says that it is wrong: it may have been held on the 1st, and counts from the day it was known.
    early.take({ ...events.held('2023-11-20T10:00:00+09:00'), occurredOn: '2023-11' }),
    early.take({ ...events.resumed('2023-11-25T10:00:00+09:00'), occurredOn: '2023-11-19' }),
  ]);
  const state = await record.ledger.stateOn(early.chain, '2023-11-19', 'occurred');
  expect(state).toMatchObject({ head: null, decidedAgain: [], leftOut: [2] });
  expect(state?.snapshot.value.activity).toBe('active');
});

test("a programme's board on a day holds the systems that had begun, in the programme's order", async () => {
  const rows = await record.ledger.boardOn('131121', '2023-11-20', 'recorded');
  expect(rows.map(({ system, version, summary }) => [system, version, summary.activity])).toEqual([
    ['early', 1, 'onHold'],
    ['juki', 1, 'onHold'],
  ]);
  expect(await record.ledger.boardOn('131121', '2023-03-31', 'occurred')).toEqual([]);
});

test('what is recorded just after midnight in Japan is of the new day', async () => {
  const late = await begun(record.ledger, 'late');
  await record.ledger.append([late.take(events.held('2023-12-06T00:30:00+09:00'))]);
  expect(await historyOn('2023-12-05', 'recorded', late.chain)).toEqual([]);
  expect(await historyOn('2023-12-06', 'recorded', late.chain)).toEqual([1]);
});

const later = (a: string, b: string): string => [a, b].sort()[1] ?? a;
const earlier = (a: string, b: string): string => [a, b].sort()[0] ?? a;

test('on any day the state is what folding the entries that count gives, and those are the history', async () => {
  const day = fc
    .integer({ min: 0, max: 50 })
    .map((n) => new Date(Date.UTC(2023, 10, 16 + n)).toISOString().slice(0, 10));
  const fact = fc.record({ recorded: day, back: fc.integer({ min: 0, max: 60 }), month: fc.boolean() });
  let runs = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(fact, { minLength: 1, maxLength: 12 }), day, async (facts, asked) => {
      runs += 1;
      const random = await begun(record.ledger, `random-${runs}`);
      const { definition } = random.kept;
      for (const { recorded, back, month } of [...facts].sort((a, b) => (a.recorded < b.recorded ? -1 : 1))) {
        const ago = new Date(Date.parse(recorded) - back * 86_400_000).toISOString().slice(0, 10);
        const happened = later(ago, begin.on).slice(0, month ? 7 : 10);
        const at = `${recorded}T12:00:00+09:00`;
        random.take(events.done(at, random.entries.length, happened));
      }
      await record.ledger.append(random.entries);
      const bodies = random.entries.map(bodyOf);
      const counting = bodies.filter(
        ({ occurredOn, recordedAt }) => earlier(latestDay(occurredOn), recordedAt.slice(0, 10)) <= asked,
      );
      const first = migrationPlayable(definition).start(begin).snapshot;
      const deeds = counting.map((body) => migrationDeed(definition, body));
      const folded = fold(first, deeds).at(-1)?.snapshot ?? first;
      const state = await record.ledger.stateOn(random.chain, asked, 'occurred');
      expect(state?.snapshot.context.steps).toEqual(folded.context.steps);
      const known = bodies.filter(({ recordedAt }) => recordedAt.slice(0, 10) <= asked);
      expect((await record.ledger.stateOn(random.chain, asked, 'recorded'))?.head?.seq ?? 0).toBe(
        known.length,
      );
      const seqs = (held: typeof bodies) => held.map(({ seq }) => seq).reverse();
      expect(await historyOn(asked, 'occurred', random.chain, 5)).toEqual(seqs(counting));
      expect(await historyOn(asked, 'recorded', random.chain, 5)).toEqual(seqs(known));
    }),
    { numRuns: 40 },
  );
});
