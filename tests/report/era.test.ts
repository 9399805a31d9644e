// 和暦 as documents write it: what is read, what is refused, and what is printed.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../machines/values/date.ts';
import {
  eraYearOf,
  formatEra,
  formatEraShort,
  formatFiscalYear,
  parseJapaneseDate,
} from '../../machines/values/era.ts';

describe('a written date is read', () => {
  it.each([
    ['令和５年１１月１６日', '2023-11-16'],
    ['令和5年11月16日', '2023-11-16'],
    ['令和５年　１１月 １６日', '2023-11-16'],
    ['令和5年11月16日（木）', '2023-11-16'],
    ['令和5年11月16日(木曜日)', '2023-11-16'],
    ['令和五年十一月十六日', '2023-11-16'],
    ['R5.11.16', '2023-11-16'],
    ['Ｒ５．１１．１６', '2023-11-16'],
    ['r5/11/16', '2023-11-16'],
    ['R05-11-16', '2023-11-16'],
    ['令和5年10月末', '2023-10-31'],
    ['令和６年２月末', '2024-02-29'],
    ['令和5年10月', '2023-10'],
    ['R5.10', '2023-10'],
    ['2023-11-16', '2023-11-16'],
    ['2023-11', '2023-11'],
    ['2023/11/16', '2023-11-16'],
    ['２０２３／１１／１６', '2023-11-16'],
    ['2023年11月16日', '2023-11-16'],
    ['2023.1.5', '2023-01-05'],
    ['20231116', '2023-11-16'],
    ['令和元年5月1日', '2019-05-01'],
    ['R1.5.1', '2019-05-01'],
    ['平成31年4月30日', '2019-04-30'],
    ['平成元年1月8日', '1989-01-08'],
    ['昭和64年1月7日', '1989-01-07'],
    ['大正元年7月30日', '1912-07-30'],
    ['大正15年12月24日', '1926-12-24'],
    ['M45.7.29', '1912-07-29'],
    ['平成32年3月31日', '2020-03-31'],
  ])('%s is %s', (written, day) => {
    expect(parseJapaneseDate(written)).toBe(day);
  });

  it.each([
    ['令和5年11月16日（金）', 'another weekday'],
    ['令和元年4月30日', 'before the era'],
    ['平成元年1月7日', 'before the era'],
    ['明治5年12月2日', 'the lunar calendar'],
    ['令和0年5月1日', 'no year 0'],
    ['令和5年13月1日', 'no such month'],
    ['令和5年2月29日', 'no such day'],
    ['2023-02-30', 'no such day'],
    ['2023', 'a year alone'],
    ['令和5年度', 'a fiscal year is no date'],
    ['令和5年10月末31日', 'two days at once'],
    ['X5.1.1', 'no such era'],
    ['', 'nothing'],
  ])('%s is refused: %s', (written) => {
    expect(parseJapaneseDate(written)).toBeNull();
  });
});

describe('a day is printed', () => {
  it.each([
    ['2023-11-16', '令和5年11月16日', 'R5.11.16'],
    ['2023-10', '令和5年10月', 'R5.10'],
    ['2019-05-01', '令和元年5月1日', 'R1.5.1'],
    ['2019-05', '令和元年5月', 'R1.5'],
    ['2019-04-30', '平成31年4月30日', 'H31.4.30'],
    ['1989-01-08', '平成元年1月8日', 'H1.1.8'],
    ['1989-01-07', '昭和64年1月7日', 'S64.1.7'],
    ['1926-12-25', '昭和元年12月25日', 'S1.12.25'],
    ['1926-12-24', '大正15年12月24日', 'T15.12.24'],
    ['1872-12-31', '1872-12-31', '1872-12-31'],
  ])('%s as %s and %s', (day, long, short) => {
    expect(formatEra(day)).toBe(long);
    expect(formatEraShort(day)).toBe(short);
  });

  it.each([
    [2022, '令和4年度'],
    [2025, '令和7年度'],
    [2019, '令和元年度'],
    [2018, '平成30年度'],
    [1989, '平成元年度'],
    [1988, '昭和63年度'],
  ])('fiscal year %i as %s', (year, printed) => {
    expect(formatFiscalYear(year)).toBe(printed);
  });

  it('and read again it is the same day, for every day since 明治6年', () => {
    const days = fc.integer({ min: 0, max: 73_000 }).map((n) => addDays('1873-01-01', n));
    fc.assert(
      fc.property(days, (day) => {
        expect(parseJapaneseDate(formatEra(day))).toBe(day);
        expect(parseJapaneseDate(formatEraShort(day))).toBe(day);
        expect(eraYearOf(day)?.year).toBeGreaterThan(0);
      }),
    );
  });
});
