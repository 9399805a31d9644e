// Which entry a figure of the money stands in: the newest that says it, by what it says now; none that was voided.
import { expect, it } from 'vitest';
import { moneyEntriesOf } from '../../server/views/ends/money-entries.ts';
import { people } from '../builders/walk.ts';

const as = (fact: { type: string }) => ({
  at: 9,
  type: fact.type,
  as: { fact, occurredOn: '2023-12-01', actor: people.contracts },
});

it('is the newest of it, by its number, or by the year and supplement of a budget', () => {
  const entries = [
    { seq: 7, fact: { type: 'contract.amended', no: 1 } },
    { seq: 6, fact: { type: 'budget.voted', fiscalYear: 2024, supplement: 2 } },
    { seq: 5, fact: { type: 'estimate.recorded', no: 1 } },
    { seq: 4, fact: { type: 'estimate.recorded', no: 1 } },
    { seq: 3, fact: { type: 'contract.recorded' } },
    { seq: 2, fact: { type: 'budget.voted', fiscalYear: 2023 } },
    { seq: 1, fact: { type: 'estimate.recorded', no: 2 } },
  ];
  const made = {
    1: { at: 9, type: 'estimate.recorded', as: null },
    2: as(Object.assign({ type: 'budget.voted' }, { fiscalYear: 2025 })),
  };
  expect(moneyEntriesOf(entries, made)).toEqual([
    { figure: 'version/1', entry: 7, corrected: false },
    { figure: 'voted/2024/2', entry: 6, corrected: false },
    { figure: 'estimate/1', entry: 5, corrected: false },
    { figure: 'version/0', entry: 3, corrected: false },
    { figure: 'voted/2025/0', entry: 2, corrected: true },
  ]);
});
