// A folder says the same however its values are written: as on paper, as the machine keeps them, or as YAML would make
// numbers of them. What had to be interpreted is remarked at its line.
import { describe, expect, it } from 'vitest';
import { definitionDigest } from '../../machines/record/entry.ts';
import type { ExpandedSeed } from '../../machines/seed/expand/expand.ts';
import { formatEra, formatEraShort } from '../../machines/values/era.ts';
import { readSeed, type SeedFile } from '../../server/intake/read-seed.ts';
import { altered, lineOf, problemsOf, setagayaFiles, soundSeed } from './folder.ts';

const inMyriads = (yen: number): string => {
  const [oku, man, rest] = [Math.floor(yen / 1e8), Math.floor(yen / 1e4) % 1e4, yen % 1e4];
  return `${oku ? `${oku}億` : ''}${man ? `${man}万` : ''}${rest || ''}円`;
};

/** What is written in a file, told otherwise; each of them stands somewhere in Setagaya's. */
const otherwise: Record<string, [RegExp, (...found: string[]) => string][]> = {
  'programme.yaml': [
    [/code: "(\d{6})"/gu, (_, code) => `code: ${code}`],
    [/members: (\d+)/gu, (_, count) => `members: "${count}名"`],
    [/name: 国民年金/gu, () => 'name: 国⺠年⾦'],
    [/name: 戸籍,/gu, () => 'name: ⼾籍,'],
    [/name: 選挙人名簿管理/gu, () => 'name: 選挙人管理名簿'],
    [/name: 子ども・子育て支援/gu, () => 'name: 子ども子育て支援'],
  ],
  'calendar.yaml': [
    [/(?<=on: )(\d{4}-\d\d-\d\d)/gu, (day) => formatEra(day)],
    [/(?<=provisionalFrom: )(\d{4}-\d\d-\d\d)/gu, (day) => formatEraShort(day)],
    [/firstYear: 2022/gu, () => 'firstYear: 令和4年'],
    [/"12-29", "12-30"/gu, () => '12月29日, 12/30'],
  ],
  'systems.yaml': [
    // 2022.10 is the number 2022.1 to YAML.
    [/(?<=(?:startOn|endOn): )(\d{4})-(\d\d)(?=[\n,])/gu, (_, year, month) => `${year}.${month}`],
    [/businesses: \[住民基本台帳, 印鑑登録\]/gu, () => 'businesses: [住基, 印鑑]'],
    [/businesses: \[国民年金\]/gu, () => 'businesses: [年金]'],
    [/\[障害者福祉\]/gu, () => '[障害福祉]'],
  ],
  'deadlines.yaml': [
    [/on: 2026-03-31/gu, () => 'on: 令和7年度末'],
    [/on: 2025-03-31/gu, () => 'on: 20250331'],
    [/from: 2024-12-27/gu, () => 'from: 令和6年12月27日（金）'],
    [/at: "17:15"/gu, () => 'at: 午後5時15分'],
    [/-365, -180/gu, () => '365日前, −180'],
  ],
  'history.yaml': [
    [/(?<=on: )(\d{4}-\d\d-\d\d)/gu, (day) => day.replaceAll('-', '')],
    [/(?<=on: )(\d{4}-\d\d)(?=\n)/gu, (month) => `${formatEraShort(month)}`],
    [/(?<=fiscalYear: )(\d{4})/gu, (year) => `R${Number(year) - 2018}`],
    [/(?<=(?:amountYen|totalYen): )(\d+)/gu, (yen) => inMyriads(Number(yen))],
    [/(?<=: )"(\d+\.\d+)"/gu, (_, score) => score ?? ''],
    [/count: 7/gu, () => 'count: ７回'],
  ],
  'accounts.yaml': [[/until: 2031-03-31/gu, () => 'until: 令和12年度末']],
  'paths/wave-1.yaml': [[/①-(\d)/gu, (_, number) => `1-${number}`]],
};

function writtenOtherwise(files: readonly SeedFile[]): SeedFile[] {
  return files.map(({ path, text }) => ({
    path,
    text: (otherwise[path] ?? []).reduce((sofar, [pattern, as]) => {
      const next = sofar.replace(pattern, (...found) => as(...found.map(String)));
      if (next === sofar) throw new Error(`${path} has nothing of ${pattern}`);
      return next;
    }, text),
  }));
}

const digests = ({ programme, migrations }: ExpandedSeed) => [programme, ...migrations].map(definitionDigest);

describe('a folder written as on paper', () => {
  const plain = soundSeed(setagayaFiles);
  const paper = soundSeed(writtenOtherwise(setagayaFiles));

  it('is the same programme, to the digests of its definitions', () => {
    expect(paper).toEqual(plain);
    expect(digests(paper)).toEqual(digests(plain));
  });

  it('keeps decimals and months that YAML would cut', () => {
    const scores = JSON.stringify(paper.history.migrations.renkei);
    expect(scores).toContain('"256.50"');
    const [juki] = paper.migrations;
    expect(juki?.plan.map(({ startOn }) => startOn)).toContain('2022-10');
  });
});

describe('what had to be interpreted', () => {
  const remarksOf = (files: readonly SeedFile[]) => readSeed(files).warnings;

  it('is remarked at its line, with what was written and what it was taken for', () => {
    const files = altered('deadlines.yaml', 'on: 2026-03-31', 'on: 平成38年3月31日');
    const remark = remarksOf(files).find(({ code }) => code === 'value.interpreted');
    expect(remark).toMatchObject({
      file: 'deadlines.yaml',
      line: lineOf(files, 'deadlines.yaml', '平成38年'),
      field: 'deadlines[0].rule.on',
      message: {
        ja: expect.stringMatching(/平成38年3月31日.*令和8年3月31日/u),
        en: expect.stringContaining('2026-03-31'),
      },
    });
    expect(soundSeed(files)).toEqual(soundSeed(setagayaFiles));
  });

  it('is the place of an instant that does not say it: Japan', () => {
    const files = altered('programme.yaml', '"2023-11-16T09:00:00+09:00"', '令和5年11月16日 午前9時');
    expect(remarksOf(files)).toContainEqual(expect.objectContaining({ field: 'startAt' }));
    expect(soundSeed(files)).toEqual(soundSeed(setagayaFiles));
  });

  it('is nothing where all is plain', () => {
    expect(remarksOf(writtenOtherwise(setagayaFiles)).map(({ code }) => code)).toEqual(
      remarksOf(setagayaFiles).map(({ code }) => code),
    );
  });
});

describe('what cannot be read', () => {
  it.each([
    ['systems.yaml', 'startOn: 2022-04', 'startOn: R4.4 1', '区切り'],
    ['deadlines.yaml', 'on: 2026-03-31', 'on: 3月31日', '年がありません'],
    ['calendar.yaml', 'on: 2022-01-01', 'on: 令和4年1月1日（日）', '曜日が合いません'],
    ['history.yaml', 'totalYen: 295447229', 'totalYen: 2,95447229', '3桁ごと'],
    ['history.yaml', 'totalYen: 295447229', 'totalYen: 295_447_229', '金額として'],
    ['history.yaml', 'fiscalYear: 2022', 'fiscalYear: 4', '年号がありません'],
    ['history.yaml', 'fiscalYear: 2022', 'fiscalYear: 2022.4', '年度'],
    ['programme.yaml', 'members: ', 'members: 0x', '整数'],
  ])('in %s, %s as %s, is told as everywhere', (path, from, to, reason) => {
    const files = altered(path, from, to);
    const told = problemsOf(files).filter(({ code }) => code === 'value.unread');
    expect(told).toHaveLength(1);
    const written = to.slice(to.indexOf(': ') + 2);
    expect(told[0]).toMatchObject({ file: path, line: lineOf(files, path, to) });
    expect(told[0]?.message.ja).toContain(`「${written}`);
    expect(told[0]?.message.ja).toContain(reason);
    expect(problemsOf(files)).toHaveLength(1);
  });

  it('as a key is told at its line too', () => {
    const fact = 'fact: { type: gate.imported, phase: fit-gap }';
    const files = altered(
      'history.yaml',
      fact,
      'fact:\n      type: steps.recorded\n      statuses:\n        1-1: dun\n        ①-9: done',
    );
    expect(problemsOf(files)).toMatchObject([
      { code: 'shape.value', line: lineOf(files, 'history.yaml', '1-1: dun') },
      { code: 'value.unread', line: lineOf(files, 'history.yaml', '①-9') },
    ]);
  });
});
