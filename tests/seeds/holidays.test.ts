// The national holidays from three sides: the law's rules, which make the calendars that we ship; the Cabinet Office's table; a package that
// others keep. Where two of them differ, the day is named. UPDATE_PAGES=1 writes the shipped calendars anew.
import { readFileSync, writeFileSync } from 'node:fs';
import holidayJp from '@holiday-jp/holiday_jp';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { ANNOUNCED_UNTIL, type Holiday, namedHolidays } from '../../machines/values/calendar/holidays.ts';
import { two } from '../../machines/values/date.ts';
import { withYears } from '../../seeds/calendar-years.ts';

const fileAt = (path: string) => new URL(`../../${path}`, import.meta.url);
const FIRST = 1973;
const LAST = 2050;
const years = Array.from({ length: LAST - FIRST + 1 }, (_, index) => FIRST + index);
const within = (from: string, until: string) => (holiday: Holiday) =>
  from <= holiday.on && holiday.on <= until;

const ruled: Holiday[] = years.flatMap(namedHolidays);
const told: Holiday[] = (
  parse(readFileSync(fileAt('seeds/national/syukujitsu.csv'), 'utf8'), { from: 2 }) as [string, string][]
).map(([on, name]) => {
  const [year = '', month, day] = on.split('/');
  return { on: `${year}-${two(Number(month))}-${two(Number(day))}`, name };
});
const kept: Holiday[] = Object.entries(holidayJp.holidays).map(([on, { name }]) => ({ on, name }));

/** Days that the sources call otherwise: what is a holiday for one reason only. */
const SAME: Record<string, string> = {
  振替休日: '休日',
  国民の休日: '休日',
  天皇の即位の日: '休日（祝日扱い）',
  即位礼正殿の儀の行われる日: '休日（祝日扱い）',
  '体育の日（スポーツの日）': '体育の日',
};
const lineOf = ({ on, name }: Holiday): string =>
  `${on} ${SAME[name] ?? name.replace(/^.*振替休日$/u, '休日')}`;

/** Every day that only one of them has, or calls otherwise. */
function differences(a: readonly Holiday[], b: readonly Holiday[]): string[] {
  const [ours, theirs] = [new Set(a.map(lineOf)), new Set(b.map(lineOf))];
  return [
    ...[...ours].filter((line) => !theirs.has(line)).map((line) => `- ${line}`),
    ...[...theirs].filter((line) => !ours.has(line)).map((line) => `+ ${line}`),
  ].sort();
}

describe('the holidays of the law’s rules', () => {
  it('are those of the Cabinet Office’s table, as far as it goes', () => {
    const asFar = within(`${FIRST}-01-01`, ANNOUNCED_UNTIL);
    expect(differences(ruled.filter(asFar), told.filter(asFar))).toEqual([]);
    expect(told.at(-1)?.on.slice(0, 4)).toBe(ANNOUNCED_UNTIL.slice(0, 4));
    expect(told.filter(asFar).length).toBeGreaterThan(800);
  });

  it('are those of the package, up to 2050', () => {
    const asFar = within(`${FIRST}-01-01`, `${LAST}-12-31`);
    expect(differences(ruled, kept.filter(asFar))).toEqual([]);
    expect(ruled.length).toBeGreaterThan(1_200);
  });

  it('are known where they can be checked, and nowhere else', () => {
    expect([namedHolidays(FIRST - 1), namedHolidays(LAST + 1)]).toEqual([[], []]);
  });

  it.each([
    ['1973-04-30', '振替休日'],
    ['1986-05-04', undefined],
    ['1988-05-04', '国民の休日'],
    ['2007-04-30', '振替休日'],
    ['2019-04-30', '国民の休日'],
    ['2019-05-02', '国民の休日'],
    ['2020-10-12', undefined],
    ['2021-08-09', '振替休日'],
    ['2026-05-06', '振替休日'],
    ['2026-09-22', '国民の休日'],
  ])('on %s: %s', (day, name) => {
    expect(ruled.find(({ on }) => on === day)?.name).toBe(name);
  });
});

describe('a calendar that we ship', () => {
  it.each(['seeds/template/calendar.yaml', 'seeds/setagaya/calendar.yaml'])(
    '%s is made from those rules',
    (path) => {
      const file = readFileSync(fileAt(path), 'utf8');
      const year = (name: string) => Number(new RegExp(`^${name}: (\\d{4})$`, 'm').exec(file)?.[1]);
      const made = withYears(file, { firstYear: year('firstYear'), lastYear: year('lastYear') });
      if (process.env.UPDATE_PAGES === '1') writeFileSync(fileAt(path), made);
      expect(made).toBe(file);
      expect(file).toContain(`provisionalFrom: ${Number(ANNOUNCED_UNTIL.slice(0, 4)) + 1}-01-01`);
    },
  );
});
