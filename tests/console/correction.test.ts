// An entry as its form would have it typed: untouched it is the same fact, and only what was typed otherwise changes.
import { expect, it } from 'vitest';
import { faultWords } from '../../console/acts/form/act-inputs.tsx';
import { faultsOf } from '../../console/acts/form/check.ts';
import { changedFact } from '../../console/acts/form/fact.ts';
import { actWords } from '../../console/acts/words.ts';
import { changesIn } from '../../console/correction/changes.ts';
import { draftOf, putRightHere } from '../../console/correction/stood.ts';
import { namedBy, seenIn, targetOf } from '../../console/today/batch/target.ts';
import { formatEra, formatFiscalYear } from '../../machines/values/era.ts';
import { type ActType, askedOf } from '../../server/contract/asked.ts';
import type { SystemView } from '../../server/contract/migrations/system.ts';
import { questionView } from '../../server/views/asked/question-view.ts';

const asksOf = (type: ActType) => putRightHere(askedOf(type).map(questionView));
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
];

it.each(facts)('$type, untouched, is what stands', (fact) => {
  const asks = asksOf(fact.type);
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

const speech: Parameters<typeof changesIn>[3] = {
  say: ({ ja }) => ja,
  t: (word) => word,
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
    // No question of a contract is answered from the page of its system.
    return changesIn(asks, [before, now], {} as SystemView, speech).map(({ field, was, now: is }) => [
      field,
      was,
      is,
    ]);
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
