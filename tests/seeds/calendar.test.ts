// The calendars of the seeds against an independent list of the national holidays.
import holidays from '@holiday-jp/holiday_jp';
import { describe, expect, it } from 'vitest';
import { isClosed } from '../../machines/values/calendar.ts';
import { weekday } from '../../machines/values/date.ts';
import { setagayaFiles, soundSeed } from './folder.ts';

const calendar = soundSeed(setagayaFiles).migrations[0]?.calendar;
if (!calendar) throw new Error('no calendar');

describe('the calendar', () => {
  it('closes exactly the national holidays of 2022 to 2031 and the days of the ordinance', () => {
    const national = Object.keys(holidays.holidays).filter((day) => day >= '2022' && day < '2032');
    const years = Array.from({ length: 10 }, (_, index) => 2022 + index);
    const ordinance = years.flatMap((year) =>
      ['12-29', '12-30', '12-31', '01-01', '01-02', '01-03'].map((day) => `${year}-${day}`),
    );
    expect(calendar.closed).toEqual([...new Set([...national, ...ordinance])].sort());
  });

  it('knows 振替休日 and 国民の休日', () => {
    for (const day of ['2026-05-06', '2026-09-22', '2027-03-22']) {
      expect(weekday(day)).not.toBe(0);
      expect(isClosed(calendar, day), day).toBe(true);
    }
    expect(isClosed(calendar, '2026-05-07')).toBe(false);
  });

  it('closes 12-29 to 01-03 and opens on the first day of business', () => {
    for (const day of ['2026-12-29', '2026-12-30', '2026-12-31', '2027-01-01', '2027-01-02', '2027-01-03'])
      expect(isClosed(calendar, day), day).toBe(true);
    expect([isClosed(calendar, '2026-12-28'), isClosed(calendar, '2027-01-04')]).toEqual([false, false]);
  });

  it('holds what lies beyond the announced years for provisional', () => {
    expect(calendar.provisionalFrom).toBe('2028-01-01');
    expect(calendar.closed.some((day) => day > calendar.provisionalFrom)).toBe(true);
  });
});
