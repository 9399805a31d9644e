// What a report says of small programmes: one fact per table, and what must not appear.

import { describe, expect, it } from 'vitest';
import type { Fact } from '../../machines/migration/acts.ts';
import type { NationalSheet } from '../../server/contract/planning/national-sheet.ts';
import { report as reportShape } from '../../server/contract/reports/tables.ts';
import { correctedNotes } from '../../server/report/corrected-notes.ts';
import { reportCsv } from '../../server/report/csv.ts';
import { frozenAs, frozenOf, thawed } from '../../server/report/issue/frozen.ts';
import { reportMarkdown } from '../../server/report/markdown.ts';
import { pagesHtml } from '../../server/report/pages/html.ts';
import { pagesOf } from '../../server/report/pages/pages.ts';
import { reportOf } from '../../server/report/report.ts';
import {
  assumptionsOf,
  correctedOf,
  type ReportedMigration,
} from '../../server/report/reported-migration.ts';
import { special } from '../../server/report/tables/notable.ts';
import { definition } from '../builders/migration.ts';
import { imported, programme, programmeAfter, setting, system } from './reported.ts';

const selection: Fact = {
  type: 'selection.recorded',
  candidate: '富士通Japan株式会社',
  technical: '574.9',
  price: '53',
  printedTotal: '628',
  outOf: { technical: '700', price: '300' },
  method: 'プロポーザル方式',
  applicants: null,
};
const contract = (r5: number, r6: number, continuesInto: number[] = []): Fact => ({
  type: 'contract.recorded',
  vendor: '富士通Japan株式会社',
  amounts: [
    { fiscalYear: 2023, amountYen: r5 },
    { fiscalYear: 2024, amountYen: r6 },
  ],
  totalYen: r5 + r6,
  continuesInto,
});

const sourced = { position: null, selection: null, contract: null, special: null };

function smallReport(facts: { juki?: Fact[]; renkei?: Fact[] } = {}, assumedJuki = false, set = setting) {
  const definition = programme();
  const juki = system({});
  const renkei = system({ id: 'renkei', name: { ja: '連携基盤', en: 'Platform' }, businesses: ['共通機能'] });
  return reportOf({
    definition,
    snapshot: programmeAfter(definition, [
      [
        '2023-09-08',
        { type: 'occurrence.recorded', title: { ja: '変更', en: 'change' }, kind: 'cabinetDecision' },
      ],
      [
        '2022-10-07',
        { type: 'occurrence.recorded', title: { ja: '決定', en: 'decision' }, kind: 'cabinetDecision' },
      ],
      ['2023-03', { type: 'meetings.recorded', body: 'promotion-committee', fiscalYear: 2022, count: 7 }],
      ['2023-10', { type: 'meetings.recorded', body: 'promotion-committee', fiscalYear: 2023, count: 5 }],
    ]),
    migrations: [
      { definition: renkei, snapshot: imported(renkei, facts.renkei ?? []), assumptions: sourced },
      {
        definition: juki,
        snapshot: imported(juki, facts.juki ?? []),
        assumptions: assumedJuki ? { ...sourced, position: '図に帯がない / no bar' } : sourced,
      },
    ],
    setting: set,
  });
}

describe('a report', () => {
  it('keeps the contract of the API', () => {
    const report = smallReport({ juki: [selection, contract(1, 2)], renkei: [contract(3, 4, [2025])] });
    expect(reportShape.parse(report)).toEqual(report);
  });

  it('states the day of the report and the day of its data', () => {
    const report = smallReport();
    expect([report.reportOn, report.dataOn]).toEqual(['2023-11-16', '2023-10-31']);
  });

  it('takes today as the data day where none is asked for', () => {
    expect(smallReport({}, false, { ...setting, asOf: null, by: null }).dataOn).toBe('2023-11-16');
  });

  it('lists movements by date, whatever their order of recording', () => {
    expect(smallReport().occurrences.map(({ on }) => on)).toEqual(['2022-10-07', '2023-09-08']);
  });

  it('counts meetings by fiscal year', () => {
    const counts = smallReport().meetings.map(({ fiscalYear, count }) => [fiscalYear, count]);
    expect(counts).toEqual([
      [2022, 7],
      [2023, 5],
    ]);
  });

  it('shows each system once, in its phase, and empty phases too', () => {
    const report = smallReport({ juki: [{ type: 'gate.imported', phase: 'fit-gap', source: 'p. 5' }] });
    const table = report.progress[0]?.phases.map(({ phase, systems }) => [
      phase,
      systems.map((s) => s.system),
    ]);
    expect(table).toEqual([
      ['fit-gap', ['renkei']],
      ['development', ['juki']],
      ['go-live', []],
      ['operation', []],
    ]);
  });

  it('keeps 627.9 and prints 628', () => {
    const row = smallReport({ juki: [selection] }).selections[0];
    expect(row).toMatchObject({ total: '627.9', printedTotal: '628', rounded: true });
  });

  it('does not call an exact total rounded', () => {
    const exact = { ...selection, technical: '606', price: '33', printedTotal: '639.0' } as Fact;
    expect(smallReport({ juki: [exact] }).selections[0]).toMatchObject({ total: '639', rounded: false });
  });

  it('sums contracts by year and over all, in the order of the programme', () => {
    const report = smallReport({ juki: [contract(100, 200)], renkei: [contract(3, 4, [2025])] });
    expect(report.contracts.map(({ system: id }) => id)).toEqual(['juki', 'renkei']);
    expect(report.contractSums).toEqual({
      amounts: [
        { fiscalYear: 2023, amountYen: 103 },
        { fiscalYear: 2024, amountYen: 204 },
      ],
      totalYen: 307,
    });
    expect(report.notes.some(({ ja }) => ja.includes('令和7年度も継続'))).toBe(true);
  });

  it('lists under special transition only systems that are', () => {
    const flagged: Fact = { type: 'regime.flagged', reasonTypes: [3], scope: '身障手帳' };
    expect(smallReport({ juki: [flagged] }).special).toEqual([
      {
        system: 'juki',
        name: { ja: '住民基本台帳/印鑑登録', en: '住民基本台帳/印鑑登録' },
        regime: 'candidate',
        scope: '身障手帳',
        reasonTypes: [3],
        completionOn: null,
        pendingOn: null,
      },
    ]);
  });

  it('says of an application that the State left pending since when, and no 未定 before a designation', () => {
    const rows = (facts: Fact[]) =>
      special(smallReport({ juki: facts }), 'ja').rows.map(({ cells }) => [cells[1], cells[4]]);
    const applied: Fact[] = [
      { type: 'regime.applied', reasonTypes: [4] },
      { type: 'regime.leftPending', basis: '結果一覧' },
    ];
    const [open] = rows(applied);
    expect(open?.[0]).toMatch(/^申請・報告済み（判断保留 .+）$/u);
    expect(open?.[1]).toBe('－');
    const designated: Fact = { type: 'regime.designated', completionOn: null, basis: '主務省令' };
    expect(rows([...applied, designated])).toEqual([['指定済み', '未定']]);
  });

  it('marks an assumed position and gives the reason once, in either language', () => {
    const report = smallReport({}, true);
    const first = report.progress[0]?.phases[0]?.systems;
    expect(first).toEqual([
      expect.objectContaining({ system: 'juki', assumed: true }),
      expect.objectContaining({ system: 'renkei', assumed: false }),
    ]);
    expect(report.notes.filter(({ ja }) => ja.includes('仮定'))).toEqual([
      {
        ja: '仮定（工程：住民基本台帳/印鑑登録）：図に帯がない',
        en: 'Assumed (phase: 住民基本台帳/印鑑登録): no bar',
        about: { table: 'progress', systems: ['juki'] },
      },
    ]);
    expect(smallReport().notes.filter(({ ja }) => ja.includes('仮定'))).toHaveLength(0);
  });
});

describe('an assumption', () => {
  const given = { before: null, digest: 'd', number: null };
  const written = { language: 'ja', unit: 'yen' } as const;

  it('is a footnote, marked at the cells that rest on it and at no others', () => {
    const report = smallReport({}, true);
    const { sections, footnotes, notes } = pagesOf({ report, ...given }, written);
    expect(footnotes).toEqual(['仮定（工程：住民基本台帳/印鑑登録）：図に帯がない']);
    expect(notes.filter((note) => note.includes('仮定'))).toEqual([]);
    const marked = sections.flatMap(({ id, rows }) =>
      rows.flatMap((row) => (row.marked ?? []).map((one) => [id, one])),
    );
    expect(marked).toEqual([
      [
        'progress/wave-1',
        {
          column: 2,
          parts: [
            { text: '住民基本台帳/印鑑登録', notes: [1] },
            { text: expect.stringMatching(/^、/), notes: [] },
          ],
        },
      ],
    ]);
  });

  it('stands in the file of HTML as a mark that leads to its sentence, which is text', () => {
    const report = smallReport({}, true);
    report.notes = report.notes.map((note) => ({ ...note, ja: note.ja.replace('図', '<図>') }));
    const html = pagesHtml(pagesOf({ report, ...given }, written), 'ja');
    expect(html).toContain('住民基本台帳/印鑑登録<sup><a href="#f1">※1</a></sup>');
    expect(html).toContain(
      '<li id="f1"><b>※1</b> 仮定（工程：住民基本台帳/印鑑登録）：&lt;図&gt;に帯がない</li>',
    );
  });

  it('changes nothing of a report that was issued before it said what rests on it', () => {
    const report = smallReport({}, true);
    const sheet = { setting: report.setting } as NationalSheet;
    const before = frozenOf(report, sheet, 1);
    expect(JSON.stringify(before.frozen)).not.toContain('about');
    expect(frozenAs(before.part.digest, report, sheet).part.digest).toBe(before.part.digest);
    const today = frozenOf(report, sheet);
    expect(today.part.digest).not.toBe(before.part.digest);
    expect(frozenAs(today.part.digest, report, sheet).frozen.form).toBe(3);
    const old = thawed(before.frozen, report.setting.now).report;
    expect(pagesOf({ report: old, ...given }, written).footnotes).toEqual([]);
  });
});

describe('a figure is assumed', () => {
  it('when the last entry that it rests on is, whatever else was assumed', () => {
    const stated = { fact: { type: 'gate.imported' } };
    const assumed = { fact: { type: 'gate.imported' }, assumed: '図に棒がない' };
    const steps = { fact: { type: 'steps.recorded' }, assumed: '対応表による' };
    const contracted = { fact: { type: 'contract.recorded' }, assumed: '列の順' };
    expect(assumptionsOf([stated, assumed, steps])).toEqual({ ...sourced, position: '図に棒がない' });
    expect(assumptionsOf([assumed, stated, contracted])).toEqual({ ...sourced, contract: '列の順' });
    expect(assumptionsOf([])).toEqual(sourced);
    const grounds = [
      { seq: 3, ...assumed },
      { seq: 4, ...contracted },
    ];
    expect(correctedOf(grounds, [{ entry: 4, by: 9 }])).toEqual({
      assumptions: { ...sourced, position: assumed.assumed },
      corrected: [{ type: 'contract.recorded', entry: 4, by: 9 }],
    });
  });
});

it('a figure that was put right says what stood before, in words, and nothing that somebody wrote beside it', () => {
  const was = {
    type: 'contract.recorded',
    amounts: [{ fiscalYear: 2023, amountYen: 449_547_000 }],
    totalYen: 449_547_000,
    note: '内密',
  };
  const is = {
    ...was,
    amounts: [{ fiscalYear: 2023, amountYen: 448_547_000 }],
    totalYen: 448_547_000,
    note: '公表',
  };
  const corrected = [{ type: 'contract.recorded', entry: 4, by: 9, facts: { was, is } }];
  const of = definition();
  // Of a migration the notes on corrections look at its definition alone.
  const [note] = correctedNotes([{ definition: of, corrected } as unknown as ReportedMigration]);
  expect(note?.ja).toContain(
    '第4件は第9件で訂正されています（年度ごとの契約金額 令和5年度（2023）：449,547,000円 → 448,547,000円、総額（円）：449,547,000円 → 448,547,000円）。',
  );
  expect(note?.ja.includes('内密') || note?.ja.includes('公表')).toBe(false);
});

describe('a printed report', () => {
  const printed = (language: 'ja' | 'en') =>
    reportMarkdown(smallReport({ juki: [selection, contract(131_331_519, 164_115_710)] }), language);

  it('in Japanese uses era dates, grouped yen and the rehearsal mark', () => {
    const text = printed('ja');
    expect(text).toMatch(/^# 【演習】世田谷区/u);
    expect(text).toContain('報告日：令和5年11月16日');
    expect(text).toContain('データ基準日：令和5年10月31日現在');
    expect(text).toContain('令和5年10月末時点');
    expect(text).toContain('| 131,331,519円 | 164,115,710円 | 295,447,229円 |');
    expect(text).toContain('| 574.9点 | 53点 | 628点 | 627.9点 |');
    expect(text).toContain('プロポーザル方式 1000点満点（技術点：700点、価格点：300点）');
    expect(text).toContain('| 標準化推進委員会 | 7回 | 5回 |');
  });

  it('in English says the same figures', () => {
    const text = printed('en');
    expect(text).toMatch(/^# 【演習 rehearsal】 Setagaya City/u);
    expect(text).toContain('| ¥131,331,519 | ¥164,115,710 | ¥295,447,229 |');
    expect(text).toContain('Data as of: 2023-10-31');
  });

  it('carries no rehearsal mark for a real programme', () => {
    const text = reportMarkdown(smallReport({}, false, { ...setting, rehearsal: false }), 'ja');
    expect(text).not.toContain('演習');
  });

  it('cannot be broken by what a name holds', () => {
    const odd = { ...selection, candidate: 'A|B <b>*x*</b>\nC' } as Fact;
    const line = reportMarkdown(smallReport({ juki: [odd] }), 'ja')
      .split('\n')
      .find((row) => row.includes('A\\|B'));
    expect(line).toContain('A\\|B \\<b\\>\\*x\\*\\</b\\> C');
  });
});

describe('a report as CSV', () => {
  it('begins with a BOM, ends its lines in CRLF and keeps yen as plain integers', () => {
    const csv = reportCsv(smallReport({ juki: [contract(131_331_519, 164_115_710)] }), 'ja');
    expect([...Buffer.from(csv).subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(csv.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(csv).toContain('富士通Japan株式会社,131331519,164115710,295447229,');
  });

  it('holds no cell that a spreadsheet would run', () => {
    const odd = { ...selection, candidate: '=HYPERLINK("http://x")' } as Fact;
    const csv = reportCsv(smallReport({ juki: [odd] }), 'ja');
    expect(csv).toContain(`"'=HYPERLINK(""http://x"")"`);
  });
});

describe('money in a report', () => {
  const cost = (migrationYen: number) => [{ fiscalYear: 2023, migrationYen, operationYen: 10 }];
  const money: Fact[] = [
    { type: 'budget.voted', fiscalYear: 2023, migrationYen: 100, operationYen: 50 },
    { type: 'estimate.recorded', no: 1, estimateKind: 'rough', vendor: 'A社', costs: cost(90) },
    {
      type: 'estimate.recorded',
      no: 2,
      estimateKind: 'quote',
      vendor: 'A社',
      costs: cost(80),
      reason: '=見直し',
    },
    { ...contract(60, 0), amounts: [{ fiscalYear: 2023, amountYen: 60 }] } as Fact,
    {
      type: 'contract.amended',
      no: 1,
      amounts: [{ fiscalYear: 2023, amountYen: 70 }],
      totalYen: 70,
      continuesInto: [],
      reason: '追加',
    },
  ];

  it('counts a contract as it is now, with every version beside it', () => {
    const report = smallReport({ juki: money });
    expect(reportShape.parse(report)).toEqual(report);
    expect(report.contracts.map(({ totalYen }) => totalYen)).toEqual([70]);
    expect(report.contractSums.totalYen).toBe(70);
    expect(report.contractVersions.map(({ no, changeYen }) => [no, changeYen])).toEqual([
      [0, 0],
      [1, 10],
    ]);
    expect(report.budgets).toMatchObject([{ votedYen: 150, limitYen: null, contractYen: 70 }]);
    expect(report.estimates[1]?.against).toMatchObject({
      no: 1,
      variance: { amountYen: -10, percent: '-10' },
    });
  });

  const obligation: Fact = {
    type: 'obligation.voted',
    no: 1,
    matter: '標準準拠システム構築委託',
    startOn: '2023-10',
    endOn: '2026-03',
    limits: [
      { fiscalYear: 2024, amountYen: 120 },
      { fiscalYear: 2025, amountYen: 40 },
    ],
  };

  it('lists each 債務負担行為 with the limit of each of its years, in every form', () => {
    const report = smallReport({ juki: [obligation] });
    expect(reportShape.parse(report)).toEqual(report);
    expect(report.obligations.map(({ no, fiscalYear, limitYen }) => [no, fiscalYear, limitYen])).toEqual([
      [1, 2024, 120],
      [1, 2025, 40],
    ]);
    expect(reportMarkdown(report, 'ja')).toContain('| 標準準拠システム構築委託 |');
    expect(reportCsv(report, 'ja')).toContain('債務負担行為');
  });

  it('shows a report that was issued before it told of 債務負担行為 and 判断保留 as it was kept', () => {
    const flagged: Fact = { type: 'regime.flagged', reasonTypes: [3] };
    const report = smallReport({ juki: [obligation, flagged] });
    const { frozen, part } = frozenOf(report, { setting: report.setting } as NationalSheet, 2);
    expect(JSON.stringify(frozen)).not.toMatch(/pendingOn|標準準拠システム構築委託/u);
    expect(frozenAs(part.digest, report, { setting: report.setting } as NationalSheet).frozen.form).toBe(2);
    const shown = thawed(frozen, report.setting.now).report;
    expect(reportMarkdown(shown, 'ja')).toContain('該当の可能性あり |');
    expect(shown.obligations).toEqual([]);
  });

  it('has its tables in every form, and none where nothing of it is recorded', () => {
    const [report, none] = [smallReport({ juki: money }), smallReport({ juki: [contract(1, 2)] })];
    for (const title of ['予算と契約（年度別）', '見積の経緯', '契約の経緯']) {
      expect(reportMarkdown(report, 'ja')).toContain(title);
      expect(reportCsv(report, 'ja')).toContain(title);
      expect(reportMarkdown(none, 'ja')).not.toContain(title);
    }
    expect(reportCsv(report, 'ja')).toContain("'=見直し");
    expect(reportMarkdown(report, 'en')).toContain('amendment 1');
  });
});
