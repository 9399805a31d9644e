// The deadlines that concern who holds some posts: those of one's own systems, those that the definition lays to a post, and never more than so many.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { deadline } from '../builders/migration.ts';
import { begun, events, openRecord, type Record } from './record.ts';

const PROGRAMME = '131121';
const SINCE = '2023-11-01T00:00:00+09:00';
const SYSTEMS = 12;

let record: Record;
beforeAll(async () => {
  record = await openRecord();
  for (let index = 0; index < SYSTEMS; index += 1) {
    const on = `2024-0${1 + (index % 9)}-1${index % 9}`;
    const walk = await begun(record.ledger, `system-${index}`, {
      deadlines: [
        deadline('told', { rule: { kind: 'fixed', on } }),
        deadline('others', {
          rule: { kind: 'fixed', on: '2024-12-01' },
          to: ['finance-division'],
          metBy: { phase: 'fit-gap', edge: 'left' },
        }),
        deadline('long-ago', { rule: { kind: 'fixed', on: '2023-05-01' } }),
      ],
    });
    if (index < 2) await record.ledger.append([walk.take(events.submitted('2023-12-01T10:00:00+09:00'))]);
  }
});
afterAll(() => record.close());

const concerning = async (
  posts: string[],
  { systems = [] as string[], most = 100, programme = PROGRAMME } = {},
) => {
  const { items, more } = await record.ledger.deadlinesConcerning(
    {
      posts: posts.length === 0 ? new Map() : new Map([[programme, new Set(posts)]]),
      chains: systems.map((system) => `${PROGRAMME}/${system}`),
      since: SINCE,
    },
    most,
  );
  return { items, names: items.map(({ row }) => `${row.system}/${row.deadline}`), more };
};

test('a post in the whole programme is given what is told to it, soonest first, and nothing of others', async () => {
  const { items, names, more } = await concerning(['dx-office']);
  expect(names).toHaveLength(SYSTEMS);
  expect(names.every((name) => name.endsWith('/told'))).toBe(true);
  const due = items.map(({ row }) => row.dueAt);
  expect(due).toEqual(due.toSorted());
  expect(more).toBe(false);
});

test('what a post may put off, does or decides concerns it too', async () => {
  expect((await concerning(['finance-division'])).names).toHaveLength(SYSTEMS);
  expect((await concerning(['contracts-division'])).names).toHaveLength(2 * SYSTEMS);
  expect((await concerning(['audit'])).names).toEqual([]);
});

test('of a system that is one’s own everything is given; what both ways lead to, once', async () => {
  const own = await concerning([], { systems: ['system-3'] });
  expect(own.names.toSorted()).toEqual(['system-3/others', 'system-3/told']);
  const both = await concerning(['dx-office'], { systems: ['system-3'] });
  expect(both.names).toHaveLength(SYSTEMS + 1);
});

test('a post of another programme gives nothing here', async () => {
  expect((await concerning(['dx-office'], { programme: '131130' })).names).toEqual([]);
});

test('never more are given than so many, and that there are more is told', async () => {
  const few = await concerning(['dx-office'], { most: 5 });
  expect(few.more).toBe(true);
  expect(few.names).toEqual((await concerning(['dx-office'])).names.slice(0, 5));
  expect((await concerning(['dx-office'], { most: SYSTEMS })).more).toBe(false);
});

test('each comes with the entry that it rests on', async () => {
  const { items } = await concerning(['dx-office']);
  const known = new Map(items.map(({ row, seq, at }) => [row.system, { seq, at }]));
  expect(known.get('system-0')).toEqual({ seq: 1, at: '2023-12-01T01:00:00.000Z' });
  expect(known.get('system-5')).toEqual({ seq: 0, at: null });
});
