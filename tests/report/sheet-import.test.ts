// What a sheet says against what the record says: what is so already, what would change, what the machine refuses, what nobody can read.
import * as xlsx from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import type { Fact } from '../../machines/migration/acts.ts';
import { nationalSteps } from '../../machines/values/national-step.ts';
import { nationalSheetCsv } from '../../server/report/csv.ts';
import { type SheetCell, sheetRows } from '../../server/report/national-sheet-rows.ts';
import { nationalXlsx } from '../../server/report/xlsx.ts';
import { claimsIn } from '../../server/sheet/claims.ts';
import { columnsOf } from '../../server/sheet/columns.ts';
import { planOf } from '../../server/sheet/plan.ts';
import type { Asked } from '../../server/sheet/planned.ts';
import { readWorkbook } from '../../server/sheet/workbook.ts';
import { namesOf } from '../../texts/names.ts';
import { refusalView } from '../../texts/refusals/refusal-texts.ts';
import { programme, setting } from './reported.ts';
import { sheet, standing, stepsDone } from './sheet.ts';

const NOW = '2023-11-16T10:00:00+09:00';
const actor = { kind: 'person' as const, account: 'ito', name: '伊藤', post: 'dx-office' };

function asked(systems: Asked['systems'], over: Partial<Asked> = {}): Asked {
  return {
    programme: programme(),
    systems,
    reason: null,
    on: null,
    today: '2023-11-16',
    atMs: Date.parse(NOW),
    actorFor: () => actor,
    refusalText: (refusal, { definition }) => refusalView(refusal, namesOf(definition, new Map())),
    ...over,
  };
}

const systemsOf = (facts: Fact[] = [], partFacts: Fact[] = []) =>
  standing(facts, partFacts).map((one) => ({ system: one.definition.system.id, ...one }));

/** What a table says, planned on the systems given. */
function planned(rows: readonly (readonly string[])[], systems = systemsOf(), over: Partial<Asked> = {}) {
  const columns = columnsOf({ rows: rows.map((row) => [...row]) });
  if (columns === null) throw new Error('no head');
  const known = {
    setting: { ...setting, rehearsal: true },
    systems: systems.map((one) => one.definition.system),
    serials: true,
  };
  const claims = claimsIn(rows, columns, known);
  return { columns, claims, plan: planOf(claims.claims, asked(systems, over)) };
}
const said = ({ plan }: ReturnType<typeof planned>) =>
  plan.acts.map(({ system, occurredOn, fact, cells }) => ({
    system,
    on: occurredOn,
    businesses: fact.businesses,
    statuses: fact.statuses,
    reason: fact.reason,
    cells: cells.map(({ at }) => at),
  }));

describe('our own export', () => {
  const facts = [stepsDone(nationalSteps.slice(0, 12))];
  const part = [stepsDone(nationalSteps.slice(0, 5))];
  const rows = sheetRows(sheet(facts, part));

  it.each([
    ['.xlsx', () => nationalXlsx(rows)],
    ['CSV', async () => new TextEncoder().encode(nationalSheetCsv(sheet(facts, part)))],
    ['.xlsx that another program opened and saved', async () => savedAgain(await nationalXlsx(rows))],
  ])('as %s changes nothing', async (_, make) => {
    const workbook = await readWorkbook(await make());
    if (workbook.status !== 'read') throw new Error(workbook.fault.code);
    const found = planned(workbook.tables[0]?.rows ?? [], systemsOf(facts, part));
    expect(found.claims.unread).toEqual([]);
    expect(found.columns.unread).toEqual([]);
    expect(found.plan).toMatchObject({ acts: [], conflicts: [] });
    expect(found.plan.same).toHaveLength(4 * 40);
  });

  it('changed in one cell changes that one', () => {
    const changed = texts(rows).map((row, at) => (at === 1 ? row.with(3 + 12, '作業中') : row));
    expect(said(planned(changed, systemsOf(facts, part)))).toEqual([
      {
        system: 'juki',
        on: '2023-10-31',
        businesses: ['住民基本台帳'],
        statuses: { [nationalSteps[12] ?? '']: 'inProgress' },
        reason: undefined,
        cells: ['P2'],
      },
    ]);
  });
});

const texts = (rows: readonly (readonly SheetCell[])[]): string[][] =>
  rows.map((row) =>
    row.map((cell) => (typeof cell === 'object' ? ('on' in cell ? cell.on : '') : String(cell))),
  );

function savedAgain(bytes: Uint8Array): Uint8Array {
  const book = xlsx.read(bytes, { cellNF: true });
  return new Uint8Array(xlsx.write(book, { type: 'buffer', bookType: 'xlsx' }));
}

describe('a sheet of another make', () => {
  it('is found by its head, below a title, in whatever order, steps written in whatever way', () => {
    const found = planned([
      ['進捗表', '', '', ''],
      ['１－１', '業務', '(1)-2関連部局との調整', '首長等への報告', 'メモ'],
      ['完了', '住基', ' 作業中 ', '', 'x'],
    ]);
    expect(said(found)).toMatchObject([
      {
        system: 'juki',
        businesses: ['住民基本台帳'],
        statuses: { '①-1': 'done', '①-2': 'inProgress' },
        cells: ['A3', 'C3'],
      },
    ]);
    expect(found.columns.unread).toEqual([{ at: 'E2', written: 'メモ' }]);
    expect(found.claims.rows).toEqual([{ row: 3, written: '住基', business: '住民基本台帳', blank: 1 }]);
  });

  it('may have a step a row, with the day and the reason of each', () => {
    const found = planned([
      ['業務名', 'ステップ', '状況', '実施日', '理由'],
      ['住民記録', '①-1', '完了済み', 'R5.11.1', ''],
      ['住民記録', '⑫-1', '対象外', '令和5年11月2日', '該当なし'],
      ['住民記録', '①-2', '完了', '45231', ''],
    ]);
    expect(said(found)).toMatchObject([
      { on: '2023-11-01', statuses: { '①-1': 'done', '①-2': 'done' }, cells: ['C2', 'C4'] },
      { on: '2023-11-02', statuses: { '⑫-1': 'notApplicable' }, reason: '該当なし', cells: ['C3'] },
    ]);
  });

  it('is no sheet of steps without a business or without steps', () => {
    expect(
      columnsOf({
        rows: [
          ['業務名', '備考'],
          ['介護', ''],
        ],
      }),
    ).toBeNull();
    expect(
      columnsOf({
        rows: [
          ['①-1', '①-2'],
          ['済', '済'],
        ],
      }),
    ).toBeNull();
    // Excel makes a day of `1-1`: it is told as a column that nobody reads.
    expect(columnsOf({ rows: [['業務名', '2026-01-01', '①-2']] })?.unread).toEqual([
      { at: 'B1', written: '2026-01-01' },
    ]);
    expect(columnsOf({ rows: [['業務名', '①-1', '1-1', '1-12']] })).toMatchObject({
      twice: [{ at: 'C1', written: '1-1' }],
      unread: [{ at: 'D1', written: '1-12' }],
    });
  });

  it('leaves other municipalities’ rows alone', () => {
    const found = planned([
      ['都道府県名', '市区町村名', '団体コード', '業務名', '①-1'],
      ['東京都', '大田区', '', '住民記録', '完了済み'],
      ['神奈川県', '世田谷区', '', '住民記録', '完了済み'],
      ['東京都', '世田谷区', '131113', '住民記録', '完了済み'],
      ['', '', '13112', '住民記録', '作業中'],
      ['', '', '', '', ''],
    ]);
    expect(found.claims.elsewhere).toBe(3);
    expect(said(found)).toMatchObject([{ statuses: { '①-1': 'inProgress' }, cells: ['E5'] }]);
  });
});

describe('in a rehearsal beside the real programme', () => {
  it('rows of the municipality’s own code are its own', () => {
    const rows = [
      ['団体コード', '業務名', '①-1'],
      ['131121', '住民記録', '作業中'],
      ['13112', '印鑑登録', '作業中'],
      ['131113', '住民記録', '作業中'],
    ];
    const columns = columnsOf({ rows });
    if (!columns) throw new Error('the sheet has no head');
    const beside = { ...setting, programme: '131121-r', rehearsal: true };
    const { elsewhere, rows: read } = claimsIn(rows, columns, {
      setting: beside,
      systems: systemsOf().map((one) => one.definition.system),
      serials: false,
    });
    expect([elsewhere, read.length]).toEqual([1, 2]);
  });
});

describe('what cannot be read is named by its cell', () => {
  it.each([
    ['another business', ['住基台帳システム', '完了'], 'A2', 'business.unknown'],
    ['no business', ['', '完了'], 'A2', 'empty'],
    ['another status', ['住基', '◎'], 'B2', 'status.unknown'],
  ])('%s', (_, row, at, code) => {
    const { claims, plan } = planned([['業務名', '①-1'], row]);
    expect(claims.unread).toMatchObject([{ at, row: 2, code, written: at === 'A2' ? row[0] : row[1] }]);
    expect(plan.acts).toEqual([]);
  });

  it('a step that does not exist, a day that does not exist, a system that is another’s', () => {
    const head = ['業務名', 'ステップ', '状況', '実施日', 'システム'];
    const { claims } = planned([
      head,
      ['住基', '①-9', '完了', '', ''],
      ['住基', '①-1', '完了', '2023-02-30', ''],
      ['住基', '①-2', '完了', '', 'zeimu'],
    ]);
    expect(claims.unread.map(({ at, code }) => [at, code])).toEqual([
      ['B2', 'step.unknown'],
      ['D3', 'day.notExisting'],
      ['E4', 'row.system'],
    ]);
    expect(claims.claims).toEqual([]);
  });

  it('the same cell with two answers; with the same answer twice it is said once', () => {
    const { claims, plan } = planned([
      ['業務名', '①-1', '①-2'],
      ['住民記録', '完了', '完了'],
      ['住民基本台帳', '作業中', '完了'],
    ]);
    expect(claims.unread.map(({ at, code, message }) => [at, code, message.en])).toEqual([
      ['B2', 'claim.twice', expect.stringContaining('B3')],
      ['B3', 'claim.twice', expect.stringContaining('B2')],
    ]);
    expect(plan.acts.map(({ cells }) => cells.map(({ at }) => at))).toEqual([['C2']]);
  });

  it('a row of a rehearsal in a real programme', () => {
    const rows = [
      ['業務名', '①-1', '備考'],
      ['住基', '完了', '【演習】'],
    ];
    const columns = columnsOf({ rows });
    if (columns === null) throw new Error('no head');
    const real = { setting: { ...setting, rehearsal: false }, systems: [], serials: true };
    expect(claimsIn(rows, columns, real).unread).toMatchObject([{ at: 'C2', code: 'row.rehearsal' }]);
  });
});

describe('what the machine refuses is a conflict, in its own words', () => {
  it('keeps no other cell out, and says which rule', () => {
    const { plan } = planned([
      ['業務名', '①-1', '⑫-1', '⑱-1'],
      ['住基', '完了', '対象外', '完了'],
      ['固定資産税', '完了', '対象外', '対象外'],
    ]);
    expect(plan.acts.map(({ fact }) => fact.statuses)).toEqual([{ '①-1': 'done' }]);
    expect(plan.conflicts.map(({ at, reasons }) => [at, reasons.map(({ code }) => code)])).toEqual([
      ['B3', ['business.outside']],
      ['C2', ['steps.reasonMissing']],
      ['D2', ['steps.goLive']],
    ]);
  });

  it('and a reason given for the whole file answers the first', () => {
    const rows = [
      ['業務名', '⑫-1'],
      ['住基', '対象外'],
    ];
    expect(planned(rows, systemsOf(), { reason: '該当なし' }).plan.conflicts).toEqual([]);
  });

  it('of whoever may not act, and of a day that has not come', () => {
    const rows = [
      ['業務名', '①-1', '実施日'],
      ['住基', '完了', '2024-01-01'],
    ];
    const { plan } = planned(rows, systemsOf(), { actorFor: () => ({ ...actor, post: 'finance' }) });
    expect(plan.conflicts[0]?.reasons.map(({ code }) => code)).toEqual(['actor.wrongPost', 'date.future']);
  });
});

describe('a business that several systems carry', () => {
  const rows = (status: string) => [
    ['業務名', '①-1'],
    ['印鑑登録', status],
  ];

  it('is done in each that is not done yet', () => {
    expect(said(planned(rows('完了'), systemsOf([stepsDone(['①-1'])])))).toMatchObject([
      { system: 'renkei', businesses: ['印鑑登録'], statuses: { '①-1': 'done' } },
    ]);
    expect(said(planned(rows('完了'))).map(({ system }) => system)).toEqual(['juki', 'renkei']);
  });

  it('is refused once where each of them refuses it for the same reason, and for each where the reasons differ', () => {
    const none = [{ code: 'actor.none', message: { ja: '職がありません。', en: 'No post.' } }];
    const both = planned(rows('完了'), systemsOf(), { actorFor: () => none });
    expect(both.plan.conflicts).toMatchObject([{ at: 'B2', systems: ['juki', 'renkei'], reasons: none }]);
    expect(both.plan.conflicts).toHaveLength(1);
    const ofEach = ({ system }: { system: string }) => [
      { code: 'actor.none', message: { ja: `${system}の職がありません。`, en: `No post in ${system}.` } },
    ];
    const apart = planned(rows('完了'), systemsOf(), { actorFor: ofEach });
    expect(apart.plan.conflicts.map(({ systems }) => systems)).toEqual([['juki'], ['renkei']]);
  });

  it('is in progress in one of them, and the sheet has to say in which', () => {
    const { plan } = planned(rows('作業中'));
    expect(plan.conflicts).toMatchObject([{ at: 'B2', reasons: [{ code: 'business.shared' }] }]);
    const named = planned([
      ['業務名', 'システム', '①-1'],
      ['印鑑登録', 'renkei', '作業中'],
    ]);
    expect(said(named)).toMatchObject([{ system: 'renkei', statuses: { '①-1': 'inProgress' } }]);
  });
});
