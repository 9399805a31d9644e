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
    const wrong = selection({ technical: '1', price: '1', printedTotal: '9' });
    expect(new Walk(definition()).codes(wrong, contracts)).toEqual(['selection.totalMismatch']);
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
