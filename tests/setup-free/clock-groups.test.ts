// What a clock move will cause is read by its counts first: a day or a month a line, each opened for its entries.
import { expect, it } from 'vitest';
import { groupsOf } from '../../console/settings/clock/groups.ts';

type Item = Parameters<typeof groupsOf>[0][number];
const item = (on: string, kind: Item['kind']) => ({ at: `${on}T09:00:00+09:00`, kind }) as Item;

it('a few days are a line each, with how much of each kind comes on it', () => {
  const groups = groupsOf([
    item('2023-11-17', 'told'),
    item('2023-11-17', 'missed'),
    item('2023-11-20', 'told'),
  ]);
  expect(groups.map(({ on, counts }) => [on, counts])).toEqual([
    ['2023-11-17', { missed: 1, told: 1, other: 0 }],
    ['2023-11-20', { missed: 0, told: 1, other: 0 }],
  ]);
});

it('many days are a line a month, and nothing is left out', () => {
  const days = Array.from(
    { length: 40 },
    (_, at) => `2024-0${1 + Math.floor(at / 20)}-${String(1 + (at % 20)).padStart(2, '0')}`,
  );
  const groups = groupsOf(days.map((day) => item(day, 'told')));
  expect(groups.map(({ on, items }) => [on, items.length])).toEqual([
    ['2024-01', 20],
    ['2024-02', 20],
  ]);
});
