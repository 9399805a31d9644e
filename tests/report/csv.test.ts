// A cell is one cell whatever it holds, and no line of it is a formula.
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { csvOf } from '../../server/report/csv.ts';

const read = (rows: (string | number)[][]): string[][] =>
  parse(csvOf(rows), { bom: true, record_delimiter: '\r\n' });

describe('a cell', () => {
  it.each([
    ['富士通Japan\n株式会社', '富士通Japan\n株式会社'],
    ['甲社\r\n乙社', '甲社\n乙社'],
    ['甲社\r乙社', '甲社\n乙社'],
    ['甲社\n=cmd|calc', "甲社\n'=cmd|calc"],
    ['甲社\u2028@SUM(1)', "甲社\n'@SUM(1)"],
    ['=1+1', "'=1+1"],
    ['  +1', "'  +1"],
    ['＝1+1', "'＝1+1"],
    ['－１', "'－１"],
    ['－', '－'],
    ['-', '-'],
    ['甲,乙"丙', '甲,乙"丙'],
  ])('%j is one cell, %j', (given, shown) => {
    expect(
      read([
        ['左', given, '右'],
        ['次', '', ''],
      ]),
    ).toEqual([
      ['左', shown, '右'],
      ['次', '', ''],
    ]);
  });
  it('of a number stays one, and the file begins with its mark', () => {
    expect(csvOf([[-5, 'x']])).toBe('\ufeff-5,x\r\n');
  });
});
