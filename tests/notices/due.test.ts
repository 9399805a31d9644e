// When a digest is due and what is late, on a clock that runs and on one that is moved.
import { expect, test } from 'vitest';
import { digestDay, isDigestLate, isLineLate, programmeNow } from '../../activities/notices/digest/due.ts';
import { definition } from '../builders/migration.ts';

const { calendar } = definition();
const ms = Date.parse;
const real = (now: string) => ({ programmeMs: 0, wallMs: 0, nowMs: ms(now) });

test.each([
  ['2023-12-08T09:00:00+09:00', '2023-12-08'],
  ['2023-12-08T08:59:59+09:00', '2023-12-07'],
  ['2023-12-10T12:00:00+09:00', '2023-12-08'],
  ['2023-12-11T08:00:00+09:00', '2023-12-08'],
  ['2024-01-01T12:00:00+09:00', '2023-12-29'],
])('at %s the digest of %s is the last whose hour has come', (now, day) => {
  expect(digestDay(calendar, now)).toBe(day);
});

test('what is told within the hour is in time, and later is late', () => {
  expect(isDigestLate(real('2023-12-08T09:59:00+09:00'), '2023-12-08')).toBe(false);
  expect(isDigestLate(real('2023-12-08T10:01:00+09:00'), '2023-12-08')).toBe(true);
});

test('what came up on a closed day is in time on the next open one, and late the day after', () => {
  const saturday = '2023-12-09T12:00:00+09:00';
  expect(isLineLate(real('2023-12-11T09:00:10+09:00'), calendar, saturday)).toBe(false);
  expect(isLineLate(real('2023-12-12T09:00:10+09:00'), calendar, saturday)).toBe(true);
});

test('a clock that was moved over days makes nothing late: nobody could have been told before', () => {
  const moved = { programmeMs: ms('2024-03-01T12:00:00+09:00'), wallMs: ms('2026-11-27T10:00:00+09:00') };
  const now = { ...moved, nowMs: moved.wallMs + 5_000 };
  expect(programmeNow(now)).toBe('2024-03-01T12:00:05+09:00');
  expect(isDigestLate(now, '2024-03-01')).toBe(false);
  expect(isLineLate(now, calendar, '2024-02-20T09:00:00+09:00')).toBe(false);
  expect(isDigestLate({ ...now, nowMs: moved.wallMs + 4_000_000 }, '2024-03-01')).toBe(true);
});
