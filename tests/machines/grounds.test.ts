// An approval does not lie before what its gate rests on, and nobody lays that ground between their own approval and the next.
import { describe, expect, it } from 'vitest';
import type { Condition } from '../../machines/definition/definition.ts';
import type { Fact } from '../../machines/migration/acts.ts';
import { asking, person, readinessReport } from '../builders/migration.ts';
import { people, renkei, Walk } from '../builders/walk.ts';

const { owner, office, group, chair, member, contracts } = people;
const label = { ja: '条件', en: 'condition' };
const hard = { label, hard: true, who: ['dx-office'] };
const soft = { ...hard, hard: false };
const on = (day: string, recorded = '2024-04-10') => ({ at: `${recorded}T10:00:00+09:00`, occurredOn: day });

const submit: Fact = { type: 'phase.submitted', phase: 'development', evidence: [] };
const approve: Fact = { type: 'gate.approved', phase: 'development' };
const selected: Fact = {
  type: 'selection.recorded',
  candidate: '甲社',
  technical: '500',
  price: '200',
  outOf: { technical: '700', price: '300' },
  printedTotal: '700',
  method: '総合評価',
  applicants: 2,
};
const contracted: Fact = {
  type: 'contract.recorded',
  vendor: '甲社',
  amounts: [{ fiscalYear: 2024, amountYen: 100 }],
  totalYen: 100,
  continuesInto: [],
};
const voted: Fact = { type: 'budget.voted', fiscalYear: 2023 };
const reached: Fact = { type: 'milestone.reached', system: 'renkei', milestone: 'integration-test-1' };
const trained: Fact = { type: 'steps.recorded', statuses: { '⑮-2': 'done' } };
const attached: Fact = {
  type: 'evidence.attached',
  evidence: { ...readinessReport, decidedOn: '2024-01-20' },
};
const fact = (asked: 'budgetVoted' | 'selectionRecorded' | 'contractRecorded') =>
  ({ kind: 'fact', fact: asked }) as const;

/** Submitted at a day, with the ground laid on 2024-01-20. */
function grounded(condition: Condition, ground: Fact, actor = office): Walk {
  const walk = new Walk(asking('development', condition)).toDevelopment();
  if (ground === attached) walk.take(ground, owner, on('2024-01-20'));
  walk.take(submit, owner, on('2024-01'));
  return ground === attached ? walk : walk.take(ground, actor, on('2024-01-20'));
}

describe('an approval dated before the ground of its gate', () => {
  it.each<[string, Condition, Fact, (typeof people)[keyof typeof people] | typeof renkei, string]>([
    ['a voted budget', { ...fact('budgetVoted'), ...hard }, voted, contracts, 'date.beforeCause'],
    ['a selection', { ...fact('selectionRecorded'), ...hard }, selected, contracts, 'date.beforeCause'],
    [
      'a contract',
      { ...fact('contractRecorded'), ...hard },
      { ...contracted, amounts: [{ fiscalYear: 2023, amountYen: 100 }] },
      contracts,
      'date.beforeCause',
    ],
    [
      'a milestone',
      { kind: 'milestone', system: 'renkei', milestone: 'integration-test-1', ...hard },
      reached,
      renkei,
      'date.beforeCause',
    ],
    ['a step', { kind: 'steps', steps: ['⑮-2'], ...hard }, trained, office, 'date.beforeCause'],
    [
      'a paper',
      { kind: 'evidence', evidence: 'readiness-report', ...hard },
      attached,
      owner,
      'evidence.afterAct',
    ],
  ])('is refused: %s', (_, condition, ground, actor, code) => {
    const walk = grounded(condition, ground, actor);
    expect(walk.codes(approve, group, on('2024-01-19'))).toEqual([code]);
    expect(walk.codes(approve, group, on('2024-01-20'))).toEqual([]);
    expect(walk.codes(approve, group, on('2024-01'))).toEqual([]);
  });

  it('keeps the warning that a soft one gave on that day', () => {
    const early = grounded({ ...fact('budgetVoted'), ...soft }, voted, contracts);
    early.take(approve, group, on('2024-01-19'));
    expect(early.snapshot.context.approvals.map(({ warnings }) => warnings)).toEqual([['条件']]);
    const late = grounded({ ...fact('budgetVoted'), ...soft }, voted, contracts);
    late.take(approve, group, on('2024-01-20'));
    expect(late.snapshot.context.approvals.map(({ warnings }) => warnings)).toEqual([[]]);
  });

  it('counts a step from the day on which the last business had it', () => {
    const walk = new Walk(asking('development', { kind: 'steps', steps: ['⑮-2'], ...hard })).toDevelopment();
    walk
      .take(submit, owner, on('2024-01'))
      .take({ ...trained, businesses: ['住民基本台帳'] }, office, on('2024-01-20'))
      .take({ ...trained, businesses: ['印鑑登録'] }, office, on('2024-01-25'))
      .take(trained, office, on('2024-02-01'));
    expect(walk.codes(approve, group, on('2024-01-24'))).toEqual(['date.beforeCause']);
    expect(walk.codes(approve, group, on('2024-01-25'))).toEqual([]);
  });
});

describe('who has approved', () => {
  const both = (post: string) => person('both', post);
  const inGroup = both('working-group');

  it.each<[string, Condition, Fact, string]>([
    ['a selection', { ...fact('selectionRecorded'), ...soft }, selected, 'contracts-division'],
    ['a step', { kind: 'steps', steps: ['⑮-2'], ...soft }, trained, 'dx-office'],
    ['a budget', { ...fact('budgetVoted'), ...soft }, { ...voted, fiscalYear: 2024 }, 'contracts-division'],
  ])('supplies nothing that a gate rests on before the review is over: %s', (_, condition, ground, post) => {
    const walk = new Walk(asking('development', condition)).toDevelopment();
    walk.take(submit, owner, on('2024-04-01')).take(approve, inGroup, on('2024-04-02'));
    expect(walk.codes(ground, both(post), on('2024-04-03'))).toEqual(['gate.ownApproval']);
    expect(walk.codes(ground, person('another', post), on('2024-04-03'))).toEqual([]);
    walk.take(approve, chair, on('2024-04-03')).take(approve, member, on('2024-04-03'));
    expect(walk.codes(ground, both(post), on('2024-04-04'))).toEqual([]);
  });

  it('supplies what no gate asks for', () => {
    const walk = new Walk(asking('development')).toDevelopment();
    walk.take(submit, owner, on('2024-04-01')).take(approve, inGroup, on('2024-04-02'));
    expect(walk.codes(selected, both('contracts-division'), on('2024-04-03'))).toEqual([]);
  });
});

it('a contract falls with the selection it was made by', () => {
  const walk = new Walk(asking('development', { ...fact('selectionRecorded'), ...hard }));
  walk
    .take(selected, contracts, on('2023-12-01'))
    .take(contracted, contracts, on('2024-04-02'))
    .toDevelopment(on('2024-04-03'));
  walk.take(submit, owner, on('2024-04-04')).take(approve, group, on('2024-04-04'));
  walk.take(approve, chair, on('2024-04-04')).take(approve, member, on('2024-04-04'));
  walk.take({ type: 'goingBack.proposed', to: 'development', reason: '不調' }, office, on('2024-04-05'));
  walk.take({ type: 'goingBack.approved', to: 'development' }, chair, on('2024-04-05'));
  walk.take({ type: 'goingBack.approved', to: 'development' }, member, on('2024-04-05'));
  const { selection, contract } = walk.snapshot.context;
  expect([selection, contract]).toEqual([null, null]);
  expect(walk.codes({ ...selected, candidate: '乙社' }, contracts, on('2024-04-06'))).toEqual([]);
});
