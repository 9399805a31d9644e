// The national sheet: rows, statuses, official rates, and the bytes of its CSV.
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { nationalSteps } from '../../machines/values/national-step.ts';
import { nationalSheet as sheetShape } from '../../server/contract/planning/national-sheet.ts';
import { nationalSheetCsv } from '../../server/report/csv.ts';
import { municipalityOf, prefectureOf } from '../../server/report/prefectures.ts';
import { stepsDone as done, sheet } from './sheet.ts';

const row = (of: ReturnType<typeof sheet>, business: string) => of.rows.find((r) => r.business === business);

describe('the national sheet', () => {
  it('keeps the contract of the API and has 40 named columns', () => {
    const found = sheet();
    expect(sheetShape.parse(found)).toEqual(found);
    expect(found.steps).toHaveLength(40);
    expect(found.steps.at(0)).toEqual({ id: '①-1', name: '推進体制案の作成' });
    expect(found.steps.at(-1)).toEqual({ id: '⑱-1', name: '運用開始ステータス' });
    expect(found.steps.every(({ id, name }) => name !== id)).toBe(true);
  });

  it('counts 39 of 40 as 97.5 %, and the denominator stands with it', () => {
    const found = row(sheet([done(nationalSteps.slice(0, 39))]), '住民基本台帳');
    expect(found).toMatchObject({
      completedPermille: 975,
      notStartedPermille: 25,
      denominator: 40,
      live: false,
    });
  });

  it('calls a 対象外 business complete and never live, carried by no system', () => {
    const found = row(sheet(), '固定資産税');
    expect(found).toMatchObject({
      applies: false,
      completedPermille: 1000,
      live: false,
      systems: [],
      reason: '都税',
    });
    expect(new Set(Object.values(found?.statuses ?? {}))).toEqual(new Set(['notApplicable']));
  });

  it('takes the least advanced of the systems that share a business', () => {
    const found = row(sheet([done(['①-1', '①-2'])], [done(['①-1'])]), '印鑑登録');
    expect(found?.systems).toEqual(['juki', 'renkei']);
    expect(found?.statuses['①-1']).toBe('done');
    expect(found?.statuses['①-2']).toBe('inProgress');
  });

  it('puts 共通機能 last and leaves it out of the totals', () => {
    const found = sheet([], [done(nationalSteps.slice(0, 39), ['共通機能'])]);
    expect(found.rows.map(({ business, counted }) => [business, counted])).toEqual([
      ['住民基本台帳', true],
      ['印鑑登録', true],
      ['固定資産税', true],
      ['共通機能', false],
    ]);
    expect(row(found, '共通機能')).toMatchObject({ completedPermille: 975, live: false });
    expect(found.total).toMatchObject({ businesses: 3, denominator: 120, completed: 40, live: 0 });
  });

  it('has rates that add up to the whole', () => {
    for (const { completedPermille, inProgressPermille, notStartedPermille } of sheet([done(['①-1'])]).rows) {
      expect(completedPermille + inProgressPermille + notStartedPermille).toBe(1000);
    }
  });
});

describe('its CSV', () => {
  const csv = () => nationalSheetCsv(sheet([done(nationalSteps.slice(0, 39))]));

  it('begins with a BOM and ends its lines in CRLF', () => {
    expect([...Buffer.from(csv()).subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(csv().endsWith('\r\n')).toBe(true);
    expect(csv().replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  it('has the published layout: place, business, 40 steps, rates', () => {
    const [head = [], first = []] = parse(csv(), { bom: true }) as string[][];
    expect(head.slice(0, 4)).toEqual(['都道府県名', '市区町村名', '業務名', '①-1 推進体制案の作成']);
    expect(head.slice(42, 46)).toEqual(['⑱-1 運用開始ステータス', '完了率', '作業中率', '未着手率']);
    expect(first.slice(0, 4)).toEqual(['東京都', '世田谷区', '住民記録', '完了済み']);
    expect(first.slice(42, 48)).toEqual(['未着手', '97.5%', '0.0%', '2.5%', '40', '']);
  });

  it('marks the rehearsal, 対象外 with its reason, and what no total counts', () => {
    const lines = parse(csv(), { bom: true, columns: true }) as Record<string, string>[];
    const remark = (business: string) => lines.find((line) => line.業務名 === business)?.備考;
    expect(remark('住民記録')).toBe('【演習】');
    expect(remark('固定資産税')).toBe('【演習】 対象外（都税）');
    expect(remark('共通機能')).toBe('【演習】 20業務の集計に含めない');
  });
});

describe('a 団体コード names its prefecture', () => {
  it.each([
    ['131121', '東京都'],
    ['011002', '北海道'],
    ['472018', '沖縄県'],
    ['990000', ''],
  ])('%s is in %s', (code, prefecture) => {
    expect(prefectureOf(code)).toBe(prefecture);
  });

  it('and a municipality goes without it', () => {
    expect(municipalityOf('131121', '東京都世田谷区')).toBe('世田谷区');
    expect(municipalityOf('131121', '世田谷区')).toBe('世田谷区');
    expect(municipalityOf('131121', '東京都')).toBe('東京都');
  });
});
