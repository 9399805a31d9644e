// Every figure of 世田谷区's report of 2023-11-16, transcribed here from its text, against what the shipped programme
// gives when its history is folded through the machines.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { migrationPlayable } from '../../machines/migration/playable.ts';
import { decide, decisionsOf } from '../../machines/play/decide.ts';
import { programmePlayable } from '../../machines/programme/playable.ts';
import type { ExpandedSeed } from '../../machines/seed/expand/expand.ts';
import { latestDay } from '../../machines/values/date.ts';
import { readSeed } from '../../server/intake/read-seed.ts';
import { reportCsv } from '../../server/report/csv.ts';
import { reportMarkdown } from '../../server/report/markdown.ts';
import { nationalSheetOf } from '../../server/report/national-sheet.ts';
import { reportOf } from '../../server/report/report.ts';
import { assumptionsOf } from '../../server/report/reported-migration.ts';
import { setting } from './reported.ts';

const folder = join(import.meta.dirname, '../../seeds/setagaya');
const AS_OF = '2023-10-31';
const AT = '2023-11-16T09:00:00+09:00';

function setagaya(): ExpandedSeed {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.yaml'))
    .map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') }));
  const read = readSeed(files);
  if (read.status === 'wrong') throw new Error(JSON.stringify(read.problems, null, 2));
  return read.seed;
}

/** Each migration as of the end of October 2023: what happened later is left out. */
function asOfOctober(seed: ExpandedSeed) {
  return seed.migrations.map((definition) => {
    const { id } = definition.system;
    const entries = (seed.history.migrations[id] ?? []).filter(
      ({ occurredOn }) => latestDay(occurredOn) <= AS_OF,
    );
    const machine = migrationPlayable(definition);
    const first = machine.start({ on: seed.starts[id] ?? '2023-04', at: AT }).snapshot;
    const decisions = decisionsOf(decide(machine, first, entries, Date.parse(AT)));
    const snapshot = decisions.at(-1)?.snapshot ?? first;
    return { definition, snapshot, assumptions: assumptionsOf(entries) };
  });
}

const seed = setagaya();
const migrations = asOfOctober(seed);
const machine = programmePlayable(seed.programme);
const begun = machine.start().snapshot;
const told = seed.history.programme.filter(({ occurredOn }) => latestDay(occurredOn) <= AS_OF);
const programme = decisionsOf(decide(machine, begun, told, Date.parse(AT))).at(-1)?.snapshot ?? begun;
const report = reportOf({ definition: seed.programme, snapshot: programme, migrations, setting });

describe("Setagaya's report of 2023-11-16", () => {
  it('has its report day and its data day', () => {
    expect([report.reportOn, report.dataOn]).toEqual(['2023-11-16', '2023-10-31']);
  });

  it('has the eight movements of the two years, in their order', () => {
    expect(report.occurrences.map(({ on, endedOn }) => (endedOn ? `${on}/${endedOn}` : on))).toEqual([
      '2022-10-07',
      '2022-10-07',
      '2023-01/2023-03',
      '2023-04/2023-06',
      '2023-05-08',
      '2023-06-09',
      '2023-06-30',
      '2023-09-08',
    ]);
  });

  it('counts 7 meetings of the committee in 令和4年度 and 5 in 令和5年度', () => {
    expect(report.meetings.map(({ label, fiscalYear, count }) => [label.ja, fiscalYear, count])).toEqual([
      ['標準化推進委員会', 2022, 7],
      ['標準化推進委員会', 2023, 5],
    ]);
  });

  it('has the five selections, exact and as printed', () => {
    expect(
      report.selections.map((row) => [
        row.name.ja,
        row.candidate,
        row.technical,
        row.price,
        row.printedTotal,
        row.total,
      ]),
    ).toEqual([
      ['住民基本台帳/印鑑登録', '富士通Japan株式会社', '574.9', '53', '628', '627.9'],
      ['個人住民税/軽自動車税', '富士通Japan株式会社', '606', '33', '639', '639'],
      ['介護保険', '富士通Japan株式会社', '551', '84', '635', '635'],
      ['就学', '富士通Japan株式会社', '522.9', '225.22', '748.12', '748.12'],
      ['連携基盤', '日立システムズ株式会社', '574.65', '256.50', '831.15', '831.15'],
    ]);
  });

  it('calls only 628 a rounded total', () => {
    expect(report.selections.filter(({ rounded }) => rounded).map(({ name }) => name.ja)).toEqual([
      '住民基本台帳/印鑑登録',
    ]);
  });

  it('was scored out of 1000: 700 for technique, 300 for price, by proposal', () => {
    for (const { outOf, method } of report.selections) {
      expect([outOf, method]).toEqual([{ technical: '700', price: '300' }, 'プロポーザル方式']);
    }
  });

  it('has the five contracts in 令和5年度, 令和6年度 and whole', () => {
    const amount = (row: (typeof report.contracts)[number], year: number) =>
      row.amounts.find(({ fiscalYear }) => fiscalYear === year)?.amountYen;
    expect(
      report.contracts.map((row) => [row.name.ja, amount(row, 2023), amount(row, 2024), row.totalYen]),
    ).toEqual([
      ['住民基本台帳/印鑑登録', 164_115_710, 131_331_519, 295_447_229],
      ['個人住民税/軽自動車税', 574_326_500, 494_379_831, 1_068_706_331],
      ['介護保険', 448_547_000, 298_763_124, 747_310_124],
      ['就学', 56_757_470, 55_502_700, 112_260_170],
      ['連携基盤', 108_691_000, 107_420_500, 216_111_500],
    ]);
  });

  it('sums to ¥2,439,835,354 and by year', () => {
    expect(report.contractSums).toEqual({
      amounts: [
        { fiscalYear: 2023, amountYen: 1_352_437_680 },
        { fiscalYear: 2024, amountYen: 1_087_397_674 },
      ],
      totalYen: 2_439_835_354,
    });
  });

  it('says that only 連携基盤 goes on into 令和7年度', () => {
    expect(report.contracts.filter((row) => row.continuesInto.length > 0)).toMatchObject([
      { name: { ja: '連携基盤' }, continuesInto: [2025] },
    ]);
  });

  it('names 児童手当/児童扶養手当 and a part of 障害者福祉 as candidates of special transition', () => {
    expect(report.special.map(({ name, regime, completionOn }) => [name.ja, regime, completionOn])).toEqual([
      ['障害者福祉（身障手帳・療育手帳・国手当）', 'candidate', null],
      ['児童手当/児童扶養手当', 'candidate', null],
    ]);
  });

  it('has two waves and the platform, each with its own order of work', () => {
    const orders = report.progress.map(({ wave, phases }) => [wave, phases.map(({ label }) => label.ja)]);
    expect(orders.map(([wave]) => wave)).toEqual(['wave-1', 'wave-2', 'foundation']);
    const order = (wave: string) =>
      report.progress.find((row) => row.wave === wave)?.phases.map(({ phase }) => phase) ?? [];
    expect(order('wave-1').indexOf('plan-refinement')).toBeLessThan(order('wave-1').indexOf('rfi'));
    expect(order('wave-2').indexOf('plan-refinement')).toBeGreaterThan(order('wave-2').indexOf('rfi'));
    expect(order('foundation')).toContain('w1-integration-test');
    expect(order('foundation')).toContain('w2-integration-test');
  });

  it('shows every system once, the four of wave 1 in development', () => {
    const all = report.progress.flatMap(({ phases }) =>
      phases.flatMap(({ systems }) => systems.map(({ system }) => system)),
    );
    expect([...all].sort()).toEqual([...seed.programme.systems].sort());
    const development = report.progress[0]?.phases.find(({ phase }) => phase === 'development');
    expect(development?.systems.map(({ system }) => system)).toEqual(['juki', 'zei', 'kaigo', 'shugaku']);
  });

  it('marks every position as assumed, since the bars of the drawing are lost', () => {
    const rows = report.progress.flatMap(({ phases }) => phases.flatMap(({ systems }) => systems));
    expect(rows.filter(({ assumed }) => !assumed)).toEqual([]);
    expect(report.notes.some(({ ja }) => ja.startsWith('仮定（工程：'))).toBe(true);
  });
});

describe('its printed forms', () => {
  it('carry the sums in Markdown and, as plain integers, in CSV', () => {
    const row = '1,352,437,680円 | 1,087,397,674円 | 2,439,835,354円';
    expect(reportMarkdown(report, 'ja')).toContain(row);
    expect(reportMarkdown(report, 'en')).toContain(row.replaceAll(/([\d,]+)円/g, '¥$1'));
    expect(reportCsv(report, 'ja')).toContain('合計,,1352437680,1087397674,2439835354,');
    expect(reportMarkdown(report, 'ja')).toContain('| 574.9点 | 53点 | 628点 | 627.9点 |');
  });
});

describe('the national sheet as of the same day', () => {
  const sheet = nationalSheetOf({ definition: seed.programme, migrations, setting });

  it('has the 20 businesses and 共通機能 beside them', () => {
    expect(sheet.rows).toHaveLength(21);
    expect(sheet.total).toMatchObject({ businesses: 20, denominator: 800, live: 0 });
    expect(sheet.rows.at(-1)).toMatchObject({ business: '共通機能', counted: false });
  });

  it('has 固定資産税 and 法人住民税 at 40/40 as 対象外, and no other business complete', () => {
    const complete = sheet.rows.filter(({ completedPermille }) => completedPermille === 1000);
    expect(complete.map(({ business, applies, live }) => [business, applies, live])).toEqual([
      ['固定資産税', false, false],
      ['法人住民税', false, false],
    ]);
  });

  it('has every applicable business carried by a system', () => {
    expect(sheet.rows.filter(({ applies, systems }) => applies && systems.length === 0)).toEqual([]);
  });
});
