// An entry as its form would have it typed: untouched it is the same fact, and only what was typed otherwise changes.
import { expect, it } from 'vitest';
import { faultWords } from '../../console/acts/form/act-inputs.tsx';
import { faultsOf } from '../../console/acts/form/check.ts';
import { changedFact } from '../../console/acts/form/fact.ts';
import { actWords } from '../../console/acts/words.ts';
import { changesIn } from '../../console/correction/changes.ts';
import { askedAgain, draftOf } from '../../console/correction/stood.ts';
import { correctionWords, type Speech } from '../../console/correction/words.ts';
import { namedBy, seenIn, targetOf } from '../../console/today/batch/target.ts';
import { fill } from '../../console/words/language.tsx';
import { words } from '../../console/words/words.ts';
import { formatEra, formatFiscalYear } from '../../machines/values/era.ts';
import { type ActType, askedOf } from '../../server/contract/asked.ts';
import type { SystemView } from '../../server/contract/migrations/system.ts';
import { questionView } from '../../server/views/asked/question-view.ts';

const asksOf = (type: ActType) => askedOf(type).map(questionView);
const paper = {
  kind: 'fit-gap-report',
  title: 'Fit&Gap 報告書',
  sha256: 'a'.repeat(64),
  documentNo: '5世情シ第12号',
  decidedOn: '2023-10-31',
};
const facts: ({ type: ActType } & Record<string, unknown>)[] = [
  {
    type: 'contract.recorded',
    vendor: '富士通Japan株式会社',
    amounts: [
      { fiscalYear: 2023, amountYen: 164_115_710 },
      { fiscalYear: 2024, amountYen: 131_331_519 },
    ],
    totalYen: 295_447_229,
  },
  {
    type: 'selection.recorded',
    vendor: '富士通Japan株式会社',
    technical: '574.9',
    price: '53',
    total: '627.9',
  },
  { type: 'plan.changed', phase: 'development', startOn: '2024-04', endOn: '2025-01', reason: '見直し' },
  { type: 'steps.recorded', statuses: { '①-1': 'done', '①-2': 'done' }, businesses: ['介護保険'] },
  { type: 'regime.flagged', reasonTypes: [1, 3] },
  { type: 'evidence.attached', evidence: paper },
  { type: 'phase.submitted', phase: 'fit-gap', evidence: [paper, { ...paper, title: '別紙' }] },
  {
    type: 'estimate.recorded',
    no: 1,
    estimateKind: 'rough',
    vendor: '富士通Japan株式会社',
    costs: [
      { fiscalYear: 2025, migrationYen: 12_000_000, operationYen: 3_400_000 },
      { fiscalYear: 2026, migrationYen: 0, operationYen: 3_400_000 },
    ],
    evidence: paper,
  },
];

it.each(facts)('$type, untouched, is what stands', (fact) => {
  const asks = askedAgain(asksOf(fact.type), fact);
  const draft = draftOf(fact, asks, '2023-10', 3);
  expect(changedFact(fact, asks, draft, structuredClone(draft))).toEqual(fact);
});

it('only what was typed otherwise is another, as it is typed by hand', () => {
  const second = { fiscalYear: 2024, amountYen: 131_331_519 };
  const contract = {
    type: 'contract.recorded',
    amounts: [{ fiscalYear: 2023, amountYen: 164_115_710 }, second],
    totalYen: 295_447_229,
  };
  const asks = asksOf('contract.recorded');
  const before = draftOf(contract, asks, '2023-10', 3);
  const now = structuredClone(before);
  const [first] = now.amounts;
  if (first) first.amountYen = '１億6,411万5,700円';
  expect(changedFact(contract, asks, before, now)).toEqual({
    ...contract,
    amounts: [{ fiscalYear: 2023, amountYen: 164_115_700 }, second],
  });
});

it('of steps with several statuses the one that is put right changes alone; one that was not meant is left out', () => {
  const fact = {
    type: 'steps.recorded',
    statuses: { '①-1': 'done', '①-2': 'inProgress', '①-3': 'notApplicable' },
    reason: '国保は対象外',
  };
  const asks = askedAgain(asksOf('steps.recorded'), fact);
  const before = draftOf(fact, asks, '2023-10', 3);
  const typed = (values: Record<string, string>) => ({ ...before, values: { ...before.values, ...values } });
  const now = typed({ 'statuses.①-2': 'done', 'statuses.①-3': '' });
  expect(changedFact(fact, asks, before, now)).toEqual({
    ...fact,
    statuses: { '①-1': 'done', '①-2': 'done' },
  });
  expect(changesIn(asks, [before, now], among, speech)).toEqual([
    { field: 'ステップ ①-2', was: '作業中', now: '完了済み' },
    { field: 'ステップ ①-3', was: '対象外', now: '' },
  ]);
});

it('a member of a member is changed in its place; what was optional and is emptied is left out', () => {
  const fact = {
    type: 'plan.changed',
    phase: 'development',
    startOn: '2024-04',
    endOn: '2025-01',
    outOf: { price: 300 },
  };
  const asks = asksOf('plan.changed').map((question) =>
    question.name === 'startOn'
      ? { ...question, name: 'outOf.price', kind: 'number' as const, optional: true }
      : question,
  );
  const before = draftOf(fact, asks, '2023-10', 3);
  expect(before.values['outOf.price']).toBe('300');
  const typed = (value: string) => ({ ...before, values: { ...before.values, 'outOf.price': value } });
  expect(changedFact(fact, asks, before, typed('250'))).toEqual({ ...fact, outOf: { price: 250 } });
  expect(changedFact(fact, asks, before, typed(''))).toEqual({ ...fact, outOf: {} });
});

// None of these questions is answered from the page of its system.
const among = {
  view: {} as SystemView,
  documents: [{ kind: 'fit-gap-report', label: { ja: 'Fit&Gap の報告書', en: 'Report of Fit&Gap' } }],
};
const speech: Speech = {
  say: ({ ja }) => ja,
  t: (word, facts = {}) => fill({ ...words, ...correctionWords }[word].ja, facts),
  day: formatEra,
  era: formatEra,
  money: (amount) => `${amount.toLocaleString('en-US')} 円`,
  fiscalYear: formatFiscalYear,
};

it('an amount is said in words before it is proposed, the year that differs alone; what is not understood stands as it was typed', () => {
  const contract = {
    type: 'contract.recorded',
    amounts: [
      { fiscalYear: 2023, amountYen: 449_547_000 },
      { fiscalYear: 2024, amountYen: 131_331_519 },
    ],
    totalYen: 580_878_519,
  };
  const asks = asksOf('contract.recorded');
  const before = draftOf(contract, asks, '2023-10', 3);
  const typed = (amountYen: string, totalYen: string) => {
    const now = structuredClone(before);
    if (now.amounts[0]) now.amounts[0].amountYen = amountYen;
    now.values.totalYen = totalYen;
    return changesIn(asks, [before, now], among, speech).map(({ field, was, now: is }) => [field, was, is]);
  };
  expect(typed('４億4854万7千円', '579,878,519円')).toEqual([
    ['年度ごとの契約金額 令和5年度（2023）', '449,547,000 円', '448,547,000 円'],
    ['総額（円）', '580,878,519 円', '579,878,519 円'],
  ]);
  expect(typed('-5', '580878519')).toEqual([
    ['年度ごとの契約金額 令和5年度（2023）', '449,547,000 円', '-5'],
  ]);
});

it.each([
  ['-5', '金額（円）：「-5」：負の金額は扱えません。'],
  ['100.5', '金額（円）：「100.5」：1円未満の端数は扱えません。'],
  ['12,34', '金額（円）：「12,34」：桁の区切りは3桁ごとに書いてください。例：2,954,472'],
])('an amount typed as %s is refused with its reason', (typed, sentence) => {
  const asks = asksOf('contract.recorded');
  const draft = draftOf(
    { type: 'contract.recorded', vendor: 'A', amounts: [{ fiscalYear: 2023, amountYen: 5 }], totalYen: 5 },
    asks,
    '2023-10-01',
    3,
  );
  if (draft.amounts[0]) draft.amounts[0].amountYen = typed;
  const t = (word: keyof typeof actWords, facts: Record<string, string | number>) =>
    actWords[word].ja.replace(/\{(\w+)\}/gu, (_place, name: string) => String(facts[name]));
  expect(
    faultWords(faultsOf(asks, draft, '2023-11-01'), { t, say: ({ ja }) => ja }).map(([, words]) => words),
  ).toEqual([sentence]);
});

it('what is decided from the day’s page is the correction that is shown, in the version in which it stood so', () => {
  const act = { type: 'correction.approved', allowed: false, refusals: [], asks: [], given: { entry: 3 } };
  // What a target keeps of a system's page is not looked at here.
  const known = { system: 'kaigo', view: {}, explanation: { version: 12, acts: [act] } };
  const draft = (version: number, open: object | null) => ({ version, entry: 7, open });
  const targetWith = (correction: object | null) =>
    targetOf({ ...known, correction } as unknown as Parameters<typeof targetOf>[0], 'correction.approved', {
      known: {},
    });
  // Another of the same system stands first in its explanation, and is refused: that says nothing of this one.
  const found = targetWith(draft(10, {}));
  expect([found.act?.type, seenIn(found), namedBy({ entry: 7 })]).toEqual([
    'correction.approved',
    10,
    { entry: 7 },
  ]);
  expect(targetWith(draft(12, null)).act).toBe(null);
  expect(targetWith(null).act).toBe(null);
});

it('of a document what is called otherwise is said, of costs the year that differs', () => {
  const fact = {
    type: 'estimate.recorded',
    costs: [
      { fiscalYear: 2025, migrationYen: 12_000_000, operationYen: 3_400_000 },
      { fiscalYear: 2026, migrationYen: 0, operationYen: 3_400_000 },
    ],
    evidence: paper,
  };
  const asks = asksOf('estimate.recorded');
  const before = draftOf(fact, asks, '2023-10', 3);
  expect(before.values.costs).toBe('2025=12000000/3400000\n2026=0/3400000');
  const now = structuredClone(before);
  const [document] = now.evidence;
  if (document) Object.assign(document, { documentNo: ' 5世情シ第21号', kind: 'other' });
  now.values.costs = 'R7=1200万/340万\nR8=0/350万';
  expect(changesIn(asks, [before, now], among, speech)).toEqual([
    {
      field: '年度ごとの移行経費と運用経費 令和8年度（2026）',
      was: '移行 0 円・運用 3,400,000 円',
      now: '移行 0 円・運用 3,500,000 円',
    },
    { field: '証拠文書「Fit&Gap 報告書」の文書の種類', was: 'Fit&Gap の報告書', now: 'そのほかの文書' },
    { field: '証拠文書「Fit&Gap 報告書」の文書番号', was: '5世情シ第12号', now: '5世情シ第21号' },
  ]);
  expect(changedFact(fact, asks, before, now)).toEqual({
    ...fact,
    costs: [fact.costs[0], { ...fact.costs[1], operationYen: 3_500_000 }],
    evidence: { ...paper, kind: 'other', documentNo: '5世情シ第21号' },
  });
});
