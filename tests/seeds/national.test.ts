// What the code knows of the nation equals the published tables.
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { checkDigit, withCheckDigit } from '../../machines/seed/municipality-code.ts';
import { nationalBusinesses, officialBusiness } from '../../machines/values/names/business.ts';
import { nearest } from '../../machines/values/names/nearest.ts';
import { nationalSteps } from '../../machines/values/national-step.ts';
import { folder } from './folder.ts';

const table = (name: string): Record<string, string>[] =>
  parse(readFileSync(`${folder('national')}/${name}`, 'utf8'), { columns: true });

describe('the national tables', () => {
  it('name the 20 businesses and their aliases as the code does', () => {
    const rows = table('businesses.csv').map(({ name = '', aliases = '' }) => [
      name,
      aliases.split(', ').filter((alias) => alias !== '' && !alias.startsWith('(')),
    ]);
    const { 共通機能: common, ...twenty } = nationalBusinesses;
    expect(Object.fromEntries(rows)).toEqual(twenty);
    expect(common).toEqual([]);
  });

  it('number the 40 steps as the code does', () => {
    expect(table('national-steps.csv').map(({ id }) => id)).toEqual(nationalSteps);
  });

  it('head their columns with names that the code resolves', () => {
    const [first] = table('national-progress-2026-01.csv');
    const { prefecture: _prefecture, municipality: _municipality, ...columns } = first ?? {};
    const names = Object.keys(columns).map(officialBusiness);
    expect(new Set(names).size).toBe(20);
    expect(names).not.toContain(null);
  });

  it('hold 935 codes, each with its right check digit', () => {
    const codes = table('special-transition-2025-12.csv').map(({ code = '' }) => code);
    expect(codes).toHaveLength(935);
    expect(codes.filter((code) => withCheckDigit(code) !== code)).toEqual([]);
  });
});

describe('a 団体コード', () => {
  it('ends in its check digit', () => {
    expect([checkDigit('13112'), checkDigit('01100'), checkDigit('01202')]).toEqual([1, 2, 5]);
  });
});

describe('a business', () => {
  it('is found by any name in official use, in any width', () => {
    expect(officialBusiness('住民記録')).toBe('住民基本台帳');
    expect(officialBusiness('軽自動車税(種別割)')).toBe('軽自動車税');
    expect(officialBusiness('戸籍附票')).toBe('戸籍の附票');
    expect(officialBusiness('水道')).toBeNull();
  });

  it('that is mistyped is guessed, and one that is nothing like any is not', () => {
    expect(nearest('国民健康保健', Object.keys(nationalBusinesses))).toBe('国民健康保険');
    expect(nearest('xyz', Object.keys(nationalBusinesses))).toBeNull();
  });
});
