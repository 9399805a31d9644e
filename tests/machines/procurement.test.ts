// One set of rules for procurement's facts: what a history may not say, the live door does not take either.
import { describe, expect, it } from 'vitest';
import type { Fact } from '../../machines/migration/acts.ts';
import { definition } from '../builders/migration.ts';
import { people, Walk } from '../builders/walk.ts';

const { office, contracts, chair, member } = people;
const selection = (over: object = {}): Fact => ({
  type: 'selection.recorded',
  candidate: '甲社',
  technical: '574.9',
  price: '53',
  printedTotal: '628',
  outOf: { technical: '700', price: '300' },
  method: 'プロポーザル',
  applicants: 2,
  ...over,
});
const contract = (over: object = {}): Fact => ({
  type: 'contract.recorded',
  vendor: '甲社',
  amounts: [{ fiscalYear: 2023, amountYen: 300 }],
  totalYen: 300,
  continuesInto: [],
  ...over,
});

describe('a selection', () => {
  it('may print its total rounded, and nothing else', () => {
    expect(new Walk(definition()).codes(selection(), contracts)).toEqual([]);
    expect(new Walk(definition()).codes(selection({ printedTotal: '627.9' }), contracts)).toEqual([]);
    for (const wrong of [{ technical: '1', price: '1', printedTotal: '9' }, { printedTotal: '628.0' }])
      expect(new Walk(definition()).codes(selection(wrong), contracts)).toEqual(['selection.totalMismatch']);
    expect(new Walk(definition()).codes(selection({ printedTotal: '627.90' }), contracts)).toEqual([]);
  });
});

describe('a contract', () => {
  it.each<[string, Fact, string]>([
    [
      'with two amounts of one fiscal year',
      contract({
        amounts: [
          { fiscalYear: 2023, amountYen: 100 },
          { fiscalYear: 2023, amountYen: 200 },
        ],
      }),
      'contract.yearTwice',
    ],
    ['with another vendor than the one selected', contract({ vendor: '乙社' }), 'contract.otherVendor'],
    ['whose amounts are not its total', contract({ totalYen: 301 }), 'contract.sumMismatch'],
    [
      'with an amount of a year that it does not reach',
      contract({ amounts: [{ fiscalYear: 2150, amountYen: 300 }] }),
      'contract.farYear',
    ],
    [
      'with an amount of a year long past',
      contract({ amounts: [{ fiscalYear: 2005, amountYen: 300 }] }),
      'contract.farYear',
    ],
    ['that goes on into a far year', contract({ continuesInto: [2149] }), 'contract.farYear'],
    [
      'that goes on into a year with an amount',
      contract({ continuesInto: [2023] }),
      'contract.yearContinues',
    ],
  ])('%s is refused', (_, fact, code) => {
    const walk = new Walk(definition()).take(selection(), contracts);
    expect(walk.codes(fact, contracts)).toEqual([code]);
  });

  it('comes after its budget', () => {
    const walk = new Walk(definition()).take({ type: 'budget.voted', fiscalYear: 2023 }, contracts, {
      at: '2023-12-20T10:00:00+09:00',
    });
    const dated = { occurredOn: '2023-12-19', at: '2023-12-21T10:00:00+09:00' };
    expect(walk.codes(contract(), contracts, dated)).toEqual(['contract.beforeBudget']);
    expect(walk.codes(contract(), contracts, { ...dated, occurredOn: '2023-12-20' })).toEqual([]);
  });
});

describe('budget, selection and contract keep their order, whichever is recorded first', () => {
  const on = (occurredOn: string) => ({ occurredOn, at: '2023-12-28T10:00:00+09:00' });
  const budget: Fact = { type: 'budget.voted', fiscalYear: 2023 };
  const begun = () => new Walk(definition(), '2023-04-01');

  it.each<[string, Fact, string, Fact, string, string[]]>([
    ['a vote after the contract', contract(), '2023-12-10', budget, '2023-12-20', ['budget.afterContract']],
    ['a vote in the month of the contract', contract(), '2023-12-10', budget, '2023-12', []],
    ['a vote before the contract', contract(), '2023-12-10', budget, '2023-12-10', []],
    [
      'a selection of another',
      contract(),
      '2023-12-10',
      selection({ candidate: '乙社' }),
      '2023-12-01',
      ['selection.otherVendor'],
    ],
    [
      'a selection after the contract',
      contract(),
      '2023-12-10',
      selection(),
      '2023-12-11',
      ['selection.afterContract'],
    ],
    ['a selection before the contract', contract(), '2023-12-10', selection(), '2023-12-01', []],
    [
      'a contract before the selection',
      selection(),
      '2023-12-10',
      contract(),
      '2023-12-09',
      ['contract.beforeSelection'],
    ],
    ['a contract in the month of the selection', selection(), '2023-12', contract(), '2023-12-09', []],
  ])('%s', (_, first, firstOn, second, secondOn, codes) => {
    const walk = begun().take(first, contracts, on(firstOn));
    expect(walk.codes(second, contracts, on(secondOn))).toEqual(codes);
  });

  it('a later year’s vote after the contract is taken once an earlier one stands', () => {
    const walk = begun()
      .take(budget, contracts, on('2023-11-01'))
      .take(contract(), contracts, on('2023-12-01'));
    expect(walk.codes({ type: 'budget.voted', fiscalYear: 2024 }, contracts, on('2023-12-20'))).toEqual([]);
  });

  it.each([
    ['富士通Ｊａｐａｎ株式会社', '富士通Japan㈱', []],
    ['富士通Japan（株）', '富士通Japan株式会社', []],
    ['富士通Japan株式会社', '富士通株式会社', ['contract.otherVendor']],
  ])('%s and %s: %j', (candidate, vendor, codes) => {
    const walk = begun().take(selection({ candidate }), contracts);
    expect(walk.codes(contract({ vendor }), contracts)).toEqual(codes);
  });
});

it('a reason type is given once', () => {
  const flagged: Fact = { type: 'regime.flagged', reasonTypes: [1, 1, 1, 1] };
  expect(new Walk(definition()).codes(flagged, office)).toEqual(['regime.reasonTwice']);
  const applied: Fact = { type: 'regime.applied', reasonTypes: [2, 2] };
  expect(new Walk(definition()).codes(applied, office)).toEqual(['regime.reasonTwice']);
});

describe('a budget', () => {
  it('is of a year near the day it was voted', () => {
    const walk = new Walk(definition());
    for (const fiscalYear of [5, 2018, 2036])
      expect(walk.codes({ type: 'budget.voted', fiscalYear }, contracts)).toContain('budget.farYear');
    expect(walk.codes({ type: 'budget.voted', fiscalYear: 2024 }, contracts)).toEqual([]);
  });
});

describe('going back behind a procurement', () => {
  it('lays its selection and contract down, and a new one may be recorded', () => {
    const walk = new Walk(definition())
      .toDevelopment()
      .take(selection(), contracts)
      .take(contract(), contracts);
    walk.take({ type: 'goingBack.proposed', to: 'fit-gap', reason: '事業者の撤退' }, office);
    walk.take({ type: 'goingBack.approved', to: 'fit-gap' }, chair);
    expect(walk.snapshot.context.contract).not.toBeNull();
    walk.take({ type: 'goingBack.approved', to: 'fit-gap' }, member);
    expect(walk.snapshot.context).toMatchObject({ selection: null, contract: null });
    expect(walk.codes(selection({ candidate: '乙社' }), contracts)).toEqual([]);
  });
});
