// The state and the history on any day by either date: what was true then, and what was known then.

import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { By } from '../../ledger/past/by.ts';
import { migrationDeed, migrationPlayable } from '../../machines/migration/playable.ts';
import { fold } from '../../machines/play/fold.ts';
import { bodyOf } from '../../machines/record/reader.ts';
import { latestDay } from '../../machines/values/date.ts';
import { nationalSteps } from '../../machines/values/national-step.ts';
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

test('what was put right is true from its day on, and known from the day on which that was approved', async () => {
  const right = await begun(record.ledger, 'right');
  const wrong = right.take(events.budget('2023-12-01T10:00:00+09:00', 2023, '2023-10-15'));
  const other = right.take(events.budget('2023-12-01T11:00:00+09:00', 2024, '2023-11-30'));
  await record.ledger.append([wrong, other, right.take(events.held('2023-12-05T10:00:00+09:00'))]);
  const sent = events.wrong('2023-12-20T10:00:00+09:00', wrong, { occurredOn: '2023-09-20' });
  await record.ledger.append([
    right.take({ ...sent, seenVersion: 3 }),
    right.take(events.right('2023-12-21T10:00:00+09:00', 1)),
    right.take(events.wrong('2023-12-22T10:00:00+09:00', other, null)),
    right.take(events.right('2023-12-23T10:00:00+09:00', 2)),
  ]);
  const budgets = async (day: string, by: By) =>
    (await record.ledger.stateOn(right.chain, day, by))?.snapshot.context.budgets;
  expect(await budgets('2023-09-19', 'occurred')).toEqual({});
  expect(await budgets('2023-09-20', 'occurred')).toEqual({ 2023: '2023-09-20' });
  expect(await budgets('2023-12-01', 'occurred')).toEqual({ 2023: '2023-09-20' });
  expect(await budgets('2023-12-20', 'recorded')).toEqual({ 2023: '2023-10-15', 2024: '2023-11-30' });
  expect(await budgets('2023-12-21', 'recorded')).toEqual({ 2023: '2023-09-20', 2024: '2023-11-30' });
  expect(await budgets('2023-12-23', 'recorded')).toEqual({ 2023: '2023-09-20' });
  const held = await record.ledger.stateOn(right.chain, '2023-12-05', 'occurred');
  expect(held).toMatchObject({ head: { seq: 3 }, decidedAgain: [], leftOut: [] });
  expect(held?.snapshot.value.activity).toBe('onHold');
  const [proposed] = await record.ledger.entriesOfType(right.chain, 'correction.proposed', 0);
  const [decided] = await record.ledger.entriesOfType(right.chain, 'correction.approved', 0);
  expect(await record.ledger.correctionPairs([right.chain], { day: '2023-12-21', by: 'recorded' })).toEqual([
    { chain: right.chain, entry: 1, by: 5, voids: false, proposed: proposed?.body, decided: decided?.body },
  ]);
  expect(await record.ledger.correctionPairs([right.chain], null)).toMatchObject([
    {},
    { entry: 2, voids: true },
  ]);
});

test('an act that was decided on a later sight counts on a day before what was seen', async () => {
  const seen = await begun(record.ledger, 'seen');
  const back = events.budget('2023-12-01T10:00:00+09:00', 2023, '2023-10-15');
  await record.ledger.append([
    seen.take(events.held('2023-11-20T10:00:00+09:00')),
    seen.take({ ...back, seenVersion: 1 }),
  ]);
  expect(await record.ledger.stateOn(seen.chain, '2023-10-15', 'occurred')).toMatchObject({
    decidedAgain: [2],
    leftOut: [],
  });
});

test('nobody corrects what never stood', async () => {
  const false_ = await begun(record.ledger, 'false');
  const entry = false_.take(events.budget('2023-12-01T10:00:00+09:00', 2023, '2023-10-15'));
  await record.ledger.append([entry]);
  const claims: [object, object][] = [
    [{ recordedAt: '2023-12-02T10:00:00+09:00' }, { occurredOn: '2023-10-16' }],
    [{ assumed: '資料にない' }, { occurredOn: '2023-10-16' }],
    [{ overwrote: { rolledBackOn: '2023-10-01' } }, { occurredOn: '2023-10-16' }],
  ];
  for (const [was, should] of claims) {
    const { entry: proposed } = false_.next(events.wrong('2023-12-20T10:00:00+09:00', entry, should, was));
    await expect(record.ledger.append([proposed])).rejects.toMatchObject({ code: 'entry.neverStood' });
  }
  const strange = { fact: { type: 'budget.voted', fiscalYear: 2023, note: '別の記録' } as const };
  const { entry: proposed } = false_.next(events.wrong('2023-12-20T10:00:00+09:00', entry, null, strange));
  await expect(record.ledger.append([proposed])).rejects.toMatchObject({ code: 'entry.neverStood' });
  expect(await record.ledger.headSeq(false_.chain)).toBe(1);
});

test('nor what was told anew since, be it the same', async () => {
  const anew = await begun(record.ledger, 'anew');
  const first = anew.take(events.done('2023-12-01T10:00:00+09:00', 5));
  await record.ledger.append([first, anew.take(events.done('2023-12-02T10:00:00+09:00', 5))]);
  const { entry: proposed } = anew.next(
    events.wrong('2023-12-20T10:00:00+09:00', first, null, overwroteNothing),
  );
  await expect(record.ledger.append([proposed])).rejects.toMatchObject({
    code: 'entry.neverStood',
    facts: { why: 'replaced' },
  });
  const last = anew.entries.at(-1);
  if (!last) throw new Error('two were taken');
  const was = { overwrote: { ...overwroteNothing.overwrote, steps: done5 } };
  await record.ledger.append([anew.take(events.wrong('2023-12-20T10:00:00+09:00', last, null, was))]);
});

const step5 = nationalSteps[5] ?? '';
const [none, done] = [{}, { [step5]: 'done' as const }];
const done5 = { 住民基本台帳: done, 印鑑登録: done };
const overwroteNothing = {
  overwrote: {
    steps: { 住民基本台帳: none, 印鑑登録: none },
    stepReasons: { 住民基本台帳: none, 印鑑登録: none },
    closedOn: none,
  },
};

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
