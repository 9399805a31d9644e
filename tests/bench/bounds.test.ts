// A figure is judged by its bound, in the right direction, and never passed when it was not measured.
import { expect, test } from 'vitest';
import { bounds, judge, judgeAll } from '../../bench/bounds.ts';
import { CACHED_RUNS } from '../../worker/cached-runs.ts';

const verdict = (id: (typeof bounds)[number]['id'], value?: number) =>
  judgeAll(value === undefined ? {} : { [id]: value }).find((judgement) => judgement.id === id)?.verdict;

test('an upper bound holds up to and including itself', () => {
  expect([1.8, 1.81].map((value) => verdict('approvalRatio', value))).toEqual(['ok', 'over']);
});

test('a lower bound is missed from below', () => {
  expect([100_000, 99_999].map((value) => verdict('verifyChains', value))).toEqual(['ok', 'over']);
  expect([0.5, 0.49].map((value) => verdict('throughputRatio', value))).toEqual(['ok', 'over']);
});

test('what was not measured is said to be so', () => {
  expect(new Set(judgeAll({}).map(({ verdict: said, value }) => `${said} ${value}`))).toEqual(
    new Set(['notMeasured null']),
  );
});

test('a figure that is no number is over its bound', () => {
  expect(judge({ id: 'x', ja: 'x', en: 'x', unit: 'ms', atMost: 50 }, Number.NaN).verdict).toBe('over');
});

test('every bound of the design, that of reminders and that of a nation-wide filter is here once, with exactly one limit', () => {
  expect(new Set(bounds.map(({ id }) => id)).size).toBe(21);
  for (const bound of bounds) expect('atMost' in bound).not.toBe('atLeast' in bound);
});

test('a worker keeps ready every migration of the thousand that a clock move is measured over', () => {
  expect(CACHED_RUNS).toBeGreaterThan(1_016);
});
