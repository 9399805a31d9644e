// A procurement at its edges, as a losing bidder's lawyer looks at it: who went, who came twice, the last day, equals at the minimum.
import { describe, expect, it } from 'vitest';
import type { MigrationDefinition } from '../../../machines/definition/definition.ts';
import type { Fact } from '../../../machines/migration/acts.ts';
import { currentCandidate } from '../../../machines/migration/rfp/current.ts';
import type { Scoring } from '../../../machines/migration/rfp/terms.ts';
import { rankingOf } from '../../../server/views/procuring/rfp-view.ts';
import {
  appointed,
  at,
  closed,
  evenly,
  opened,
  received,
  rfpDefinition,
  rfpPeople,
  sheet,
  terms,
} from '../../builders/rfp.ts';
import { people, Walk } from '../../builders/walk.ts';

const { office, chair, evaluators } = rfpPeople;
const [e1 = office, e2 = office] = evaluators;
const december = at('2023-12-08');
const fresh = () => new Walk(rfpDefinition());
const open = (walk: Walk) => {
  const found = walk.snapshot.context.rfp?.open;
  if (!found) throw new Error('no procurement is open');
  return found;
};
const named = (bidder: string): Fact => ({ type: 'rfp.candidateNamed', rfp: 1, bidder });
const tie = (order: string[]): Fact => ({
  type: 'rfp.tieDecided',
  rfp: 1,
  order,
  how: 'committee',
  reason: '実績による',
});
const withdrew = (bidder: string): Fact => ({
  type: 'rfp.bidderWithdrew',
  rfp: 1,
  bidder,
  reason: '人員の都合',
});
const equals = { a: 100, b: 100, c: 100 };

describe('whoever withdraws once the sheets are opened', () => {
  it('is named by nobody, and the next is the first', () => {
    const walk = closed(evenly({ a: '300', b: '290', c: '100' })).take(withdrew('a'), office, december);
    expect(walk.codes(named('a'), chair, december)).toEqual(['rfp.bidderWithdrew']);
    expect(walk.codes(named('c'), chair, december)).toEqual(['rfp.notFirst']);
    walk.take(named('b'), chair, december);
    expect(currentCandidate(open(walk))).toBe('b');
    expect(walk.snapshot.context.selection?.candidate).toBe('b社');
  });

  it('leaves a tie to those who are left, and none where one is left', () => {
    const walk = closed(evenly({ a: '300', b: '300', c: '300' }), {}, equals);
    walk.take(withdrew('a'), office, december);
    expect(walk.codes(tie(['a', 'c', 'b']), chair, december)).toEqual(['rfp.noSuchTie']);
    walk.take(tie(['c', 'b']), chair, december).take(named('c'), chair, december);
    const alone = closed(evenly({ a: '300', b: '300', c: '100' }), {}, equals);
    alone.take(withdrew('a'), office, december);
    expect(alone.codes(named('b'), chair, december)).toEqual([]);
  });

  it('takes no order away from the others that was given before', () => {
    const walk = closed(evenly({ a: '300', b: '300', c: '300' }), {}, equals);
    walk.take(tie(['a', 'c', 'b']), chair, december).take(withdrew('a'), office, december);
    walk.take(named('c'), chair, december);
    expect(open(walk).outcome?.order).toEqual(['c', 'b']);
  });
});

describe('a firm', () => {
  const apply = (bidder: string, name: string): Fact => ({ type: 'rfp.bidderApplied', rfp: 1, bidder, name });

  it('applies once, however it is written, and again only after it withdrew', () => {
    const walk = fresh().take(opened(), office).take(apply('a', '株式会社甲'), office);
    expect(walk.codes(apply('b', '（株）甲'), office)).toEqual(['rfp.firmTwice']);
    expect(walk.codes(apply('b', '株式会社乙'), office)).toEqual([]);
    expect(walk.take(withdrew('a'), office).codes(apply('b', '（株）甲'), office)).toEqual([]);
  });
});

describe('a period', () => {
  const codes = (announced: string, proposalsUntil: string) =>
    fresh().codes(opened({ stages: { announced, proposalsUntil } }), office);

  it('is ten days after the first, and no day that ends with its first minute', () => {
    const friday = '2023-11-17T09:00:00+09:00';
    expect(codes(friday, '2023-11-27T17:00:00+09:00')).toEqual([]);
    expect(codes(friday, '2023-11-27T00:00:00+09:00')).toEqual(['rfp.tooShort']);
    expect(codes(friday, '2023-11-28T00:00:00+09:00')).toEqual([]);
  });

  it('is of the days of Japan, whatever the offset it is written with', () => {
    const friday = '2023-11-17T00:00:00Z';
    expect(codes(friday, '2023-11-26T15:00:00Z')).toEqual(['rfp.tooShort']);
    expect(codes(friday, '2023-11-27T08:00:00Z')).toEqual([]);
    expect(codes(friday, '2023-12-01T15:30:00Z')).toEqual(['rfp.stageClosed']);
  });
});

describe('scoring', () => {
  it('ranks who has just the minimum, by the points as they are rounded and printed, and leaves out who has less', () => {
    const scoring: Scoring = { ...(terms().scoring as Scoring), minimumTechnical: '600' };
    const walk = closed(evenly({ a: '300', b: '299.9974', c: '299.9975' }), { scoring }, equals);
    const { results } = open(walk);
    expect(['a', 'b', 'c'].map((id) => [results[id]?.technical, results[id]?.ranked])).toEqual([
      ['600', true],
      ['599.99', false],
      ['600', true],
    ]);
    expect(walk.codes(named('a'), chair, december)).toEqual(['rfp.tieOpen']);
  });

  it('counts nothing of an evaluator who is recused after having scored, and does not close without any', () => {
    const walk = received().take(appointed(['e1', 'e2']), office, at('2023-12-01'));
    const points = (a: string) => sheet(evenly({ a, b: '300', c: '300' }));
    walk.take(points('10'), e1, at('2023-12-04')).take(points('340'), e2, at('2023-12-04'));
    const recused = (account: string): Fact => ({
      type: 'rfp.evaluatorRecused',
      rfp: 1,
      account,
      reason: '令和6年3月31日に転出',
    });
    const closing: Fact = { type: 'rfp.scoringClosed', rfp: 1 };
    walk.take(recused('e1'), office, at('2023-12-05'));
    const left = new Walk(walk.of);
    left.snapshot = walk.snapshot;
    left.take(recused('e2'), office, at('2023-12-05'));
    expect(left.codes(closing, office, at('2023-12-05'))).toEqual(['rfp.noEvaluators']);
    walk.take(closing, office, at('2023-12-05'));
    expect(open(walk)).toMatchObject({ scorers: ['e2'], results: { a: { technical: '680' } } });
    expect(walk.codes(recused('e2'), office, at('2023-12-05'))).toEqual(['rfp.scoringClosed']);
  });
});

describe('a gate that rests on the contract', () => {
  const asking = (...bodies: string[]): MigrationDefinition => {
    const of = rfpDefinition();
    const label = { ja: '契約', en: 'contract' };
    const gate = {
      id: 'fit-gap',
      label,
      order: 'any' as const,
      approvals: bodies.map((body) => ({ body, quorum: 2 })),
      conditions: [
        { kind: 'fact' as const, fact: 'contractRecorded' as const, label, hard: true, who: ['dx-office'] },
      ],
    };
    const phases = of.path.phases.map((phase) => (phase.id === 'fit-gap' ? { ...phase, gate } : phase));
    return { ...of, path: { ...of.path, phases } };
  };
  const asBody = (post: string) => ({ ...e1, post });
  const decided = (of: MigrationDefinition): Walk => {
    const walk = received({}, undefined, of).take(appointed(['e1']), office, at('2023-12-01'));
    walk.take(sheet(evenly({ a: '300', b: '200', c: '200' })), e1, at('2023-12-04'));
    walk
      .take({ type: 'rfp.scoringClosed', rfp: 1 }, office, at('2023-12-05'))
      .take(named('a'), chair, december);
    const made = {
      vendor: 'a社',
      amounts: [{ fiscalYear: 2023, amountYen: 1 }],
      totalYen: 1,
      continuesInto: [],
    };
    walk.take({ type: 'contract.recorded', ...made }, rfpPeople.contracts, december);
    return walk.take({ type: 'phase.submitted', phase: 'fit-gap', evidence: [] }, people.owner, december);
  };
  const approved: Fact = { type: 'gate.approved', phase: 'fit-gap' };

  it('is approved by who scored only for the body that scores, beside another that decides on the contract', () => {
    const walk = decided(asking('evaluation', 'contracts-division'));
    expect(walk.codes(approved, asBody('contracts-division'), december)).toEqual(['duty.separated']);
    expect(walk.codes(approved, asBody('evaluation'), december)).toEqual([]);
    expect(walk.codes(approved, { ...e2, post: 'contracts-division' }, december)).toEqual([]);
  });

  it('is approved by nobody who scored where the scoring body decides alone', () => {
    const walk = decided(asking('evaluation'));
    expect(walk.codes(approved, asBody('evaluation'), december)).toEqual(['duty.separated']);
    expect(walk.codes(approved, e2, december)).toEqual([]);
  });
});

describe('an hour of a stage', () => {
  const hours = { from: '08:30', until: '17:15', basis: { ja: '執務時間規程', en: 'office hours' } };
  const at0830 = (until: string) => terms({ stages: { ...terms().stages, questionsUntil: until } });
  const opening = (until: string): Fact => ({ type: 'rfp.opened', rfp: 1, terms: at0830(until) });
  const small = rfpDefinition();
  const { procurement } = small.path;
  const of: MigrationDefinition = {
    ...small,
    path: {
      ...small.path,
      procurement: procurement && { ...procurement, rfp: procurement.rfp && { ...procurement.rfp, hours } },
    } as MigrationDefinition['path'],
  };

  it('at which papers are handed in lies within the hours that the path says, to the minute', () => {
    for (const [time, codes] of [
      ['08:29', ['rfp.stageHours']],
      ['08:30', []],
      ['17:15', []],
      ['17:16', ['rfp.stageHours']],
    ] as const) {
      const at = `2023-11-20T${time}:00+09:00`;
      expect(new Walk(of).codes(opening(at), office)).toEqual(codes);
      expect(fresh().codes(opening(at), office)).toEqual([]);
    }
  });

  it('of the announcement is waited for by questions as by applications', () => {
    const later = terms({ stages: { ...terms().stages, announced: '2023-11-17T09:00:00+09:00' } });
    const walk = fresh().take({ type: 'rfp.opened', rfp: 1, terms: later }, office);
    const question: Fact = { type: 'rfp.questionAsked', rfp: 1, number: 1, from: 'A社', question: '回数は' };
    expect(walk.codes(question, office)).toEqual(['rfp.proposalNotThen']);
    expect(walk.codes(question, office, at('2023-11-17'))).toEqual([]);
  });
});

it('equals whom nobody has parted yet share a place in every table, and who comes after them keeps theirs', () => {
  const walk = received({}, { a: 100_000_000, b: 100_000_000, c: 100_000_000 });
  walk.take(appointed(), office, at('2023-12-01'));
  for (const one of evaluators)
    walk.take(sheet(evenly({ a: '200', b: '200', c: '100' })), one, at('2023-12-04'));
  walk.take({ type: 'rfp.scoringClosed', rfp: 1 }, office, at('2023-12-05'));
  const ranks = () => rankingOf(open(walk), true).map(({ bidder, rank }) => [bidder, rank]);
  expect(ranks()).toEqual([
    ['a', 1],
    ['b', 1],
    ['c', 3],
  ]);
  walk.take(tie(['b', 'a']), chair, december);
  expect(ranks()).toEqual([
    ['b', 1],
    ['a', 2],
    ['c', 3],
  ]);
});
