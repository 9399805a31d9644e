// The bench refuses what it does not understand, before any server is started.
import { expect, test } from 'vitest';
import { readOptions, WrongUse } from '../../bench/options.ts';

test('without arguments everything is measured, over the whole country', () => {
  const { parts, rounds, live, municipalities, clients, json } = readOptions([]);
  expect([[...parts], rounds, live, municipalities, clients, json]).toEqual([
    ['engine', 'live', 'reads', 'notices', 'start', 'pages'],
    5,
    300,
    undefined,
    32,
    false,
  ]);
});

test('on a Temporal that is not ours no start is measured, and none may be asked for', () => {
  expect([...readOptions([], true).parts]).toEqual(['engine', 'live', 'reads', 'notices']);
  expect(() => readOptions(['--only', 'engine', '--only', 'start'], true)).toThrow(WrongUse);
});

test('a quick run is smaller, and its rounds can still be chosen', () => {
  expect(readOptions(['--quick'])).toMatchObject({ rounds: 2, live: 100, municipalities: 500 });
  expect(readOptions(['--live', '1000']).live).toBe(1000);
  expect(readOptions(['--quick', '--rounds', '7']).rounds).toBe(7);
});

test.each([
  [['--rounds', '0']],
  [['--rounds', 'many']],
  [['--live', '0']],
  [['--live', '2.5']],
  [['--only', 'everything']],
  [['--fast']],
  [['extra']],
])('%j is refused', (argv) => {
  expect(() => readOptions(argv)).toThrow(WrongUse);
});
