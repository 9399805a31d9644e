// The open days of an office from 1973 to 2030 by three calendars of different makes: the law's rules, the Cabinet Office's table and a
// package that others keep.
import holidayJp from '@holiday-jp/holiday_jp';
import { describe, expect, it } from 'vitest';
import { isClosed } from '../../../machines/values/calendar/calendar.ts';
import { closedDay } from '../../../machines/values/calendar/closed-day.ts';
import { namedHolidays } from '../../../machines/values/calendar/holidays.ts';
import { addDays } from '../../../machines/values/date.ts';
import { cabinetOffice, officeCalendar } from '../../builders/calendar.ts';

const FROM = '1973-01-01';
const TOLD = '2027-12-31';
const UNTIL = '2030-12-31';
const years = Array.from({ length: 2030 - 1973 + 1 }, (_, index) => 1973 + index);
const ruled = officeCalendar(years.flatMap(namedHolidays));
const told = officeCalendar(cabinetOffice);
const kept = officeCalendar(Object.entries(holidayJp.holidays).map(([on, { name }]) => ({ on, name })));

function differing(a: typeof ruled, b: typeof ruled, until: string): string[] {
  const days: string[] = [];
  for (let day = FROM; day <= until; day = addDays(day, 1))
    if (isClosed(a, day) !== isClosed(b, day)) days.push(day);
  return days;
}

describe('the open days of 1973 to 2030', () => {
  it('are the same by the law’s rules and by the package, to 2030', () =>
    expect(differing(ruled, kept, UNTIL)).toEqual([]));

  it('are the same by the law’s rules and by the Cabinet Office’s table, as far as it goes', () =>
    expect(differing(ruled, told, TOLD)).toEqual([]));

  it('are some 240 a year', () => {
    for (const year of years) {
      let open = 0;
      for (let day = `${year}-01-01`; day <= `${year}-12-31`; day = addDays(day, 1))
        if (!isClosed(ruled, day)) open += 1;
      expect(open, String(year)).toBeGreaterThan(235);
    }
  });
});

describe('why a day is closed', () => {
  const { reasons: _none, ...bare } = told;
  const words = (calendar: typeof bare, day: string) =>
    closedDay(calendar, day).why.map((why) => ('name' in why ? `${why.kind} ${why.name}` : why.kind));

  it('is what the calendar says, weekends beside it', () => {
    expect(words(told, '2026-12-30')).toEqual(['own 年末年始']);
    expect(words(told, '2027-01-02')).toEqual(['saturday', 'custom 年末年始']);
    expect(words(told, '2026-05-06')).toEqual(['holiday 休日']);
    expect(words(told, '2026-05-07')).toEqual([]);
  });

  it('is taken from the law’s list where the calendar tells no reasons', () => {
    expect(words(bare, '2026-05-06')).toEqual(['holiday 振替休日']);
    expect(words(bare, '2026-12-30')).toEqual(['newYear']);
    expect(words({ ...bare, closed: [...bare.closed, '2026-07-01'] }, '2026-07-01')).toEqual(['own null']);
  });
});
