// What a system's page says of its parts, its 40 steps, its documents and what was written with a decision; rules without a browser.
import { describe, expect, it } from 'vitest';
import { contentsOf } from '../../console/system/contents.ts';
import { compared, type Paper } from '../../console/system/papers/compare.ts';
import { saidBeside } from '../../console/system/said-beside.ts';
import { counted, stepRows } from '../../console/system/steps/cells.ts';

const label = (ja: string) => ({ ja, en: ja });
const phase = (id: string, steps: string[]) => ({
  id,
  label: label(id),
  position: 'here' as const,
  gate: null,
  owners: [],
  steps,
  announces: null,
  days: { entered: null, submitted: null, left: null },
  plan: null,
  passed: null,
  evidence: [],
  undisclosed: null,
});
const paper = (title: string, digit: string): Paper => ({
  title,
  documentNo: `第${digit}号`,
  sha256: digit.repeat(64),
});
const noMoney = {
  budgets: [],
  obligations: [],
  estimates: [],
  requests: [],
  votes: [],
  contract: null,
  matterYen: null,
};

describe('the 40 steps as a grid', () => {
  const view = {
    row: { businesses: ['住民基本台帳', '印鑑登録'] },
    phases: [phase('fit-gap', ['③-1']), phase('operation', [])],
    steps: {
      住民基本台帳: { '①-1': 'done' as const, '③-1': 'done' as const },
      印鑑登録: { '①-1': 'done' as const, '③-1': 'notApplicable' as const },
    },
    stepReasons: { 印鑑登録: { '③-1': '印鑑登録にはない' } },
    nationalSteps: ['①-1', '③-1', '⑱-1'].map((id) => ({ id, name: id })),
  };

  it('stand by the phase that does them, and those of no phase after all of them', () => {
    expect(stepRows(view).map((row) => [row.phase?.id ?? null, row.cells.map(({ id }) => id)])).toEqual([
      ['fit-gap', ['③-1']],
      [null, ['①-1', '⑱-1']],
    ]);
  });

  it('say once what is true of every business, and of each where they differ, with the reason', () => {
    const [first, others] = stepRows(view);
    expect(first?.cells[0]?.stands).toEqual([
      { status: 'done', businesses: ['住民基本台帳'], reason: null },
      { status: 'notApplicable', businesses: ['印鑑登録'], reason: '印鑑登録にはない' },
    ]);
    expect(others?.cells.map(({ stands }) => stands.map(({ status }) => status))).toEqual([
      ['done'],
      ['notStarted'],
    ]);
    expect(counted(stepRows(view))).toEqual({
      done: 1,
      inProgress: 0,
      notStarted: 1,
      notApplicable: 0,
      mixed: 1,
    });
  });
});

describe('a file held against a document', () => {
  const [plan, other, again] = [paper('移行計画書', 'a'), paper('見積書', 'b'), paper('見積書', 'b')];
  const against = (digit: string, size = 1) =>
    compared({ sha256: digit.repeat(64), size }, plan, [plan, other, again]);

  it('is it, is another that the record knows, once however often it stands there, or is none', () => {
    expect(against('a')).toEqual({ as: 'same' });
    expect(against('b')).toEqual({ as: 'another', papers: [other] });
    expect(against('c')).toEqual({ as: 'none' });
  });

  it('is no document where nothing is in it, whatever the record calls by the digest of nothing', () => {
    expect(compared({ sha256: 'e'.repeat(64), size: 0 }, plan, [paper('空', 'e')])).toEqual({ as: 'empty' });
  });
});

describe('the contents of the page', () => {
  const view = {
    nationalSteps: [],
    deadlines: [],
    selection: null,
    contract: null,
    special: null,
    money: noMoney,
    assumptions: [],
    lineage: { ended: null, continues: [] },
  };

  it('name what is there and nothing else; on a past day neither gate nor chart', () => {
    const parts = (now: boolean) =>
      contentsOf(view, undefined, { now, slips: false }).map(({ part }) => part);
    expect(parts(true)).toEqual(['gate', 'chart', 'schedule', 'deadlines', 'history']);
    expect(parts(false)).toEqual(['schedule', 'deadlines', 'history']);
  });
});

describe('what was written with a decision', () => {
  const entry = (fact: Record<string, unknown>, ja: string) => ({ fact, summary: label(ja) });

  it('is shown beside its sentence, and not twice where the sentence says it', () => {
    expect(saidBeside(entry({ note: '費用は別途確認' }, '「RFI」を承認'))).toEqual([
      { as: 'note', words: '費用は別途確認' },
    ]);
    expect(
      saidBeside(entry({ reason: '内訳が足りない' }, '「RFI」を差戻し（理由: 内訳が足りない）')),
    ).toEqual([]);
    expect(saidBeside(entry({ note: ' ', reason: 3 }, '承認'))).toEqual([]);
  });
});
