// Dates, closed days and periods, by the articles they come from.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isClosed, nextOpenDay, previousOpenDay, roll } from '../../machines/values/calendar/calendar.ts';
import { countPeriod } from '../../machines/values/calendar/period.ts';
import {
  addDays,
  addMonths,
  dayOf,
  daysBetween,
  fiscalYearOf,
  instantFromMs,
  instantOf,
  isDay,
  latestDay,
  reachOn,
  weekday,
} from '../../machines/values/date.ts';

const calendar = {
  id: 'test',
  version: '2026-02',
  source: '条例',
  closed: ['2026-12-29', '2026-12-30', '2026-12-31', '2027-01-01', '2027-01-02', '2027-01-03'],
  provisionalFrom: '2028-01-01',
};
const anyDay = fc.integer({ min: 0, max: 20_000 }).map((n) => addDays('2000-01-01', n));

describe('a day', () => {
  it.each([
    ['2023-02-29', false],
    ['2024-02-29', true],
    ['2023-13-01', false],
    ['2023-1-1', false],
  ])('%s exists: %s', (day, exists) => {
    expect(isDay(day)).toBe(exists);
  });

  it('has its weekday: fiscal years end on a Saturday in 2029 and a Sunday in 2030', () => {
    expect([weekday('2026-03-31'), weekday('2029-03-31'), weekday('2030-03-31')]).toEqual([2, 6, 0]);
  });

  it('belongs to the fiscal year that began last April', () => {
    expect([fiscalYearOf('2026-03-31'), fiscalYearOf('2026-04-01')]).toEqual([2025, 2026]);
  });

  it('ends a month where only the month is known', () => {
    expect([latestDay('2024-02'), latestDay('2023-10-05')]).toEqual(['2024-02-29', '2023-10-05']);
  });

  it('reaches to the day of recording where that lies within the month, and a whole day to itself', () => {
    const recorded = ['2024-01-09T15:00:00Z', '2024-02-01T00:30:00+09:00', '2023-12-31T23:30:00+09:00'];
    expect(recorded.map((at) => reachOn('2024-01', at))).toEqual(['2024-01-10', '2024-01-31', '2024-01-31']);
    expect(recorded.map((at) => reachOn('2024-01-05', at))).toEqual(recorded.map(() => '2024-01-05'));
  });

  it('is the Japanese day of an instant, whatever its offset', () => {
    expect([dayOf('2026-03-31T15:00:00Z'), dayOf('2026-03-31T14:59:59Z')]).toEqual([
      '2026-04-01',
      '2026-03-31',
    ]);
    expect(instantFromMs(Date.parse('2026-03-31T15:00:00.250Z'))).toBe('2026-04-01T00:00:00.250+09:00');
    expect(instantOf('2026-03-31', '17:15')).toBe('2026-03-31T17:15:00+09:00');
  });

  it('comes back when as many days are added and taken away', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -4000, max: 4000 }), (day, days) => {
        expect(addDays(addDays(day, days), -days)).toBe(day);
        expect(daysBetween(day, addDays(day, days))).toBe(days);
      }),
    );
  });

  it('never leaves the month that adding months leads to', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -60, max: 60 }), (day, months) => {
        const [y, m] = day.split('-').map(Number) as [number, number];
        const index = y * 12 + m - 1 + months;
        expect(addMonths(day, months).slice(0, 7)).toBe(
          `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`,
        );
      }),
    );
  });
});

describe('a period', () => {
  it.each([
    ['ten days from 1 June (民法140条)', '2026-06-01', 10, 'days', '2026-06-11'],
    ['thirty days from 1 December', '2026-12-01', 30, 'days', '2026-12-31'],
    ['one month from 31 January (民法143条)', '2026-01-31', 1, 'months', '2026-02-28'],
    ['one month from 30 January', '2026-01-30', 1, 'months', '2026-02-28'],
    ['one month from 15 March', '2026-03-15', 1, 'months', '2026-04-15'],
    ['one month from 30 April', '2026-04-30', 1, 'months', '2026-05-31'],
    ['five open days over the new year', '2026-12-25', 5, 'openDays', '2027-01-07'],
  ] as const)('%s ends on its last day', (_, from, length, unit, end) => {
    expect(countPeriod(calendar, from, { length, unit }, 1).on).toBe(end);
  });

  it('counted backward is never moved forward (地方自治法4条の2第4項 does not apply)', () => {
    expect(
      roll(calendar, countPeriod(calendar, '2027-01-13', { length: 10, unit: 'days' }, -1).on, 'previous').on,
    ).toBe('2026-12-28');
  });

  it('of a filing that ends in the closed days of the new year ends on the first open day', () => {
    expect(roll(calendar, '2026-12-31', 'next').on).toBe('2027-01-04');
    expect(roll(calendar, '2026-12-31', 'none').on).toBe('2026-12-31');
  });

  it('counts exactly as many open days as asked', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 60 }), (day, length) => {
        const end = countPeriod(calendar, day, { length, unit: 'openDays' }, 1).on;
        const between = Array.from({ length: daysBetween(day, end) }, (_, index) => addDays(day, index + 1));
        expect(between.filter((each) => !isClosed(calendar, each))).toHaveLength(length);
        expect(isClosed(calendar, end)).toBe(false);
      }),
    );
  });

  it('rolls to open days on the right side', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(nextOpenDay(calendar, day) >= day && !isClosed(calendar, nextOpenDay(calendar, day))).toBe(
          true,
        );
        expect(
          previousOpenDay(calendar, day) <= day && !isClosed(calendar, previousOpenDay(calendar, day)),
        ).toBe(true);
      }),
    );
  });
});
