// The calendars of the seeds against an independent list of the national holidays.
import holidays from '@holiday-jp/holiday_jp';
import { describe, expect, it } from 'vitest';
import { isClosed } from '../../machines/values/calendar/calendar.ts';
import { countPeriod } from '../../machines/values/calendar/period.ts';
import { weekday } from '../../machines/values/date.ts';
import { altered, setagayaFiles, soundSeed } from './folder.ts';

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

describe('days that are closed again and again', () => {
  const rules = [
    '  - { on: 第3月曜日, basis: 庁舎管理規則, from: 2026-04-01 }',
    '  - { on: last Friday, months: [3, 9], basis: 棚卸し }',
    '  - { on: 第5火曜日, basis: 点検, until: 2026-12-31 }',
  ];
  const files = altered('calendar.yaml', 'holidays:\n', `recurring:\n${rules.join('\n')}\nholidays:\n`);
  const again = soundSeed(files).migrations[0]?.calendar;
  const added = again?.closed.filter((day) => day.startsWith('2026') && !calendar.closed.includes(day));

  it('are closed on the days that the rules give, from and up to their own', () => {
    expect(added?.filter((day) => weekday(day) === 1)).toEqual([
      '2026-04-20',
      '2026-05-18',
      '2026-06-15',
      '2026-08-17',
      '2026-10-19',
      '2026-11-16',
      '2026-12-21',
    ]);
    expect(added?.filter((day) => weekday(day) === 5)).toEqual(['2026-03-27', '2026-09-25']);
    expect(added?.filter((day) => weekday(day) === 2)).toEqual(['2026-03-31', '2026-06-30', '2026-09-29']);
  });

  it('are no open days in a period', () => {
    if (!again) throw new Error('no calendar');
    expect(countPeriod(calendar, '2026-04-17', { length: 1, unit: 'openDays' }, 1).on).toBe('2026-04-20');
    expect(countPeriod(again, '2026-04-17', { length: 1, unit: 'openDays' }, 1).on).toBe('2026-04-21');
    expect(countPeriod(again, '2026-03-30', { length: 3, unit: 'openDays' }, -1).on).toBe('2026-03-24');
  });

  it('leave the calendar as it was where there are none', () => {
    expect(calendar).not.toHaveProperty('recurring');
    expect(Object.keys(again ?? {}).sort()).toEqual(Object.keys(calendar).sort());
  });
});
