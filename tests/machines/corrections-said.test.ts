// What a correction changes, in words: amounts by their year with their unit, no code, only what differs; and what its decider is told.
import { expect, it } from 'vitest';
import type { Fact } from '../../machines/migration/acts.ts';
import { entryText } from '../../texts/acts/act-texts.ts';
import { changesText, differingFields } from '../../texts/acts/field-words.ts';
import { namesOf } from '../../texts/names.ts';
import { noticeText } from '../../texts/telling/notice-texts.ts';
import { definition } from '../builders/migration.ts';
import { pairOf, Recording } from '../builders/recording.ts';
import { people } from '../builders/walk.ts';

const names = namesOf(definition(), new Map());
const said = (was: object, should: object) => changesText(differingFields(was, should, names));

const contract = (first: number, totalYen: number) => ({
  type: 'contract.recorded' as const,
  vendor: 'B社',
  amounts: [
    { fiscalYear: 2023, amountYen: first },
    { fiscalYear: 2024, amountYen: 131_331_519 },
  ],
  totalYen,
  continuesInto: [],
});
const [wrong, right] = [contract(449_547_000, 580_878_519), contract(448_547_000, 579_878_519)];

it('an amount is said by its year and its unit, and the year that does not differ is left out', () => {
  expect(said(wrong, right)).toEqual({
    ja: '年度ごとの契約金額 令和5年度（2023）：449,547,000円 → 448,547,000円、総額（円）：580,878,519円 → 579,878,519円',
    en: 'Amounts by fiscal year, FY 2023: JPY 449,547,000 → JPY 448,547,000; Total (yen): JPY 580,878,519 → JPY 579,878,519',
  });
});

it('a year that is added or left out stands against none, and two costs of a year each say which they are', () => {
  const one = { costs: [{ fiscalYear: 2025, migrationYen: 100, operationYen: 20 }] };
  const two = { costs: [...one.costs, { fiscalYear: 2026, migrationYen: 0, operationYen: 30 }] };
  expect(said(one, two).ja).toBe(
    '年度ごとの移行経費と運用経費 令和8年度（2026）：なし → 移行経費 0円、運用経費 30円',
  );
});

it('of a document only what is called otherwise is said, its kind as the gate calls it; one that is added stands against none', () => {
  const paper = {
    kind: 'readiness-report',
    title: '適合分析報告書',
    sha256: 'a'.repeat(64),
    documentNo: '5世情シ第12号',
    decidedOn: '2023-10-31',
  };
  const should = { ...paper, kind: 'other', documentNo: '5世情シ第21号', decidedOn: '2023-10-13' };
  expect(said({ evidence: paper }, { evidence: should }).ja).toBe(
    '証拠文書「適合分析報告書」の文書の種類：移行判定資料 → そのほかの文書、' +
      '証拠文書「適合分析報告書」の文書番号：5世情シ第12号 → 5世情シ第21号、' +
      '証拠文書「適合分析報告書」の決裁日：令和5年10月31日 → 令和5年10月13日',
  );
  expect(said({ evidence: [paper] }, { evidence: [paper, { ...paper, title: '別紙' }] }).ja).toBe(
    '証拠文書：なし → 別紙（5世情シ第12号）',
  );
});

it.each([
  [{ statuses: { '①-1': 'done' } }, { statuses: { '①-1': 'inProgress' } }, '①-1 完了済み → ①-1 作業中'],
  [{ cause: 'vendor' }, { cause: 'budget' }, '事業者 → 予算'],
  [{ phase: 'fit-gap' }, { phase: 'development' }, 'Fit&Gap分析 → 開発・テスト・研修等'],
  [{ startOn: '2024-04' }, { startOn: '2024-05' }, '令和6年4月 → 令和6年5月'],
])('%o is said in words, not by its code', (was, should, words) => {
  expect(said(was, should).ja).toContain(words);
});

it('the record and whoever decides are told both amounts with the reason', () => {
  const recording = new Recording(definition()).record(wrong, people.contracts, {
    at: '2023-12-01T10:00:00+09:00',
  });
  const entry = recording.last();
  const proposal: Fact = {
    type: 'correction.proposed',
    entry: entry.seq,
    ...pairOf(entry, { fact: right }),
    reason: '桁の誤り',
  };
  const amounts = '令和5年度（2023）：449,547,000円 → 448,547,000円';
  expect(entryText(proposal, names).ja).toContain(amounts);
  recording.record(proposal, people.contracts, { at: '2024-02-01T10:00:00+09:00' });
  const told = recording.effects.flatMap((effect) => (effect.kind === 'notify' ? [effect.notice] : []));
  const notice = told.find(({ code }) => code === 'correction.proposed');
  const text = notice && noticeText(notice, names).ja;
  expect(text).toContain(amounts);
  expect(text).toContain('理由: 桁の誤り');
  expect(text?.includes('448547000')).toBe(false);
});

/** Where the path stands, a desk owns the phase that has no duty in the one whose files are hidden. */
function hiding() {
  const { path, bodies, ...rest } = definition();
  const phases = path.phases.map((phase) =>
    phase.id === 'fit-gap' ? { ...phase, owners: [...phase.owners, 'desk'] } : phase,
  );
  return definition({
    ...rest,
    bodies: [...bodies, { id: 'desk', label: { ja: '窓口', en: 'desk' }, members: 2 }],
    path: { ...path, phases, procurement: { phases: ['development'] } },
  });
}

function decided(of: ReturnType<typeof definition>, approval: Fact) {
  const recording = new Recording(of).record(wrong, people.contracts, { at: '2023-12-01T10:00:00+09:00' });
  const entry = recording.last();
  const proposal: Fact = {
    type: 'correction.proposed',
    entry: entry.seq,
    ...pairOf(entry, { fact: right }),
    reason: '桁の誤り',
  };
  recording.record(proposal, people.contracts, { at: '2024-02-01T10:00:00+09:00' });
  recording.record(approval, people.other, { at: '2024-02-02T10:00:00+09:00' });
  return recording.effects.flatMap((effect) => {
    if (effect.kind !== 'notify' || effect.notice.code !== 'correction.decided') return [];
    return [{ to: effect.to, ja: noticeText(effect.notice, names).ja }];
  });
}

const AMOUNTS = '令和5年度（2023）：449,547,000円 → 448,547,000円';
const approval = (seq: number): Fact => ({ type: 'correction.approved', entry: seq, tellsFacts: true });

it('whoever is told that a correction was approved reads both amounts', () => {
  const [notice, ...more] = decided(definition(), approval(1));
  expect(more).toEqual([]);
  expect(notice?.to).toContain('business-division');
  expect(notice?.ja).toContain(`承認しました。年度ごとの契約金額 ${AMOUNTS}`);
});

it('while its files are hidden, who has no duty in them is told that it was approved, and no amount', () => {
  const told = decided(hiding(), approval(1));
  const [full, bare] = [
    told.filter(({ ja }) => ja.includes(AMOUNTS)),
    told.filter(({ ja }) => !ja.includes('円')),
  ];
  expect([...full, ...bare]).toHaveLength(told.length);
  expect(full.flatMap(({ to }) => to)).toContain('contracts-division');
  expect(bare.flatMap(({ to }) => to)).toEqual(['desk']);
  expect(full.flatMap(({ to }) => to)).not.toContain('desk');
});

it('an approval recorded before tells what it told, and a dismissal tells no amount that never stood', () => {
  for (const fact of [
    { type: 'correction.approved', entry: 1 } as const,
    { type: 'correction.dismissed', entry: 1, reason: '誤りではない' } as const,
  ])
    expect(decided(definition(), fact).map(({ ja }) => ja.includes('円'))).toEqual([false]);
});
