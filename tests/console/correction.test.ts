// An entry as its form would have it typed: untouched it is the same fact, and only what was typed otherwise changes.
import { expect, it } from 'vitest';
import { changedFact } from '../../console/acts/form/fact.ts';
import { draftOf, putRightHere } from '../../console/correction/stood.ts';
import { type ActType, askedOf } from '../../server/contract/asked.ts';
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
