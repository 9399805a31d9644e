// 和暦 as documents print it. How it is read, tests/machines/values/ shows.
import { describe, expect, it } from 'vitest';
import { formatEra, formatEraShort, formatFiscalYear } from '../../../machines/values/era.ts';

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
});
