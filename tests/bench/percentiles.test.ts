// The bench's own arithmetic, against values worked out by hand.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { median, percentile, ratioOfRounds, spreadOf } from '../../bench/percentiles.ts';

test('a percentile is a sample: nearest rank', () => {
  const samples = [15, 20, 35, 40, 50];
  expect([0.05, 0.3, 0.4, 0.5, 1].map((share) => percentile(samples, share))).toEqual([15, 20, 20, 35, 50]);
});

test('p99 of a hundred is the 99th, not the largest', () => {
  const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);
  expect(spreadOf(hundred)).toEqual({ count: 100, p50: 50, p99: 99, max: 100 });
});

test('a percentile never sorts its input and lies between least and greatest', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ noNaN: true, min: 0, max: 1e6 }), { minLength: 1 }),
      fc.double({ min: 0.01, max: 1, noNaN: true }),
      (samples, share) => {
        const before = [...samples];
        const value = percentile(samples, share);
        expect(samples).toEqual(before);
        expect(samples).toContain(value);
        const notAbove = samples.filter((sample) => sample <= value).length;
        expect(notAbove / samples.length).toBeGreaterThanOrEqual(share - 1e-9);
      },
    ),
  );
});

test('no samples have no percentile', () => {
  expect(() => percentile([], 0.5)).toThrow('no samples');
  expect(() => median([])).toThrow('no samples');
});

test('the median of an even number lies between the two in the middle', () => {
  expect(median([4, 1, 3, 2])).toBe(2.5);
  expect(median([9, 1, 5])).toBe(5);
});

test('a ratio is taken round by round, so that a busy round does not weigh in', () => {
  // the second round ran on a machine three times as slow
  expect(ratioOfRounds([13, 39, 12], [10, 30, 10])).toEqual({ median: 1.3, low: 1.2, high: 1.3 });
  expect(() => ratioOfRounds([1, 2], [1])).toThrow('2 rounds against 1');
});
