// Budgets with amounts, the years of a contract under them, what the council votes on, and a contract in its versions.
import { describe, expect, it } from 'vitest';
import { coverOf } from '../../../machines/migration/budget/cover.ts';
import { contractNow, contractVersions } from '../../../machines/migration/contract/now.ts';
import { accepts } from '../../../machines/migration/migration.ts';
import { amountOfMatter } from '../../../machines/migration/procurement/amount-of-matter.ts';
import { definition, stamped } from '../../builders/migration.ts';
import { amendment, contract, estimate, obligation, ruled, vote } from '../../builders/money.ts';
import { pairOf, Recording } from '../../builders/recording.ts';
import { people, Walk } from '../../builders/walk.ts';

const { contracts, office, chair, other } = people;
const later = (occurredOn: string) => ({ occurredOn, at: '2023-12-28T10:00:00+09:00' });

describe('a budget of a fiscal year', () => {
  it('is asked for, assessed and voted in this order', () => {
    const year = { fiscalYear: 2024, migrationYen: 100, operationYen: 10 };
    const walk = new Walk(definition());
    expect(walk.codes({ type: 'budget.assessed', ...year }, contracts)).toEqual(['budget.before']);
    walk.take({ type: 'budget.requested', ...year }, contracts, later('2023-12-01'));
    expect(walk.codes(vote(2024, 100), contracts, later('2023-12-20'))).toEqual(['budget.before']);
    const early = { type: 'budget.assessed' as const, ...year };
    expect(walk.codes(early, contracts, later('2023-11-30'))).toEqual(['date.beforeCause']);
    walk.take(early, contracts, later('2023-12-10'));
    expect(walk.codes(vote(2024, 100), contracts, later('2023-12-09'))).toEqual(['date.beforeCause']);
    expect(walk.codes(vote(2024, 100), contracts, later('2023-12-20'))).toEqual([]);
  });

  it('is voted once, and each supplement of it once', () => {
    const walk = new Walk(definition()).take(vote(2023, 100), contracts);
    expect(walk.codes(vote(2023, 5), contracts)).toEqual(['budget.alreadyVoted']);
    expect(walk.codes({ type: 'budget.voted', fiscalYear: 2023 }, contracts)).toEqual([
      'budget.alreadyVoted',
    ]);
    walk.take(vote(2023, 50, { supplement: 1 }), contracts);
    expect(walk.codes(vote(2023, 5, { supplement: 1 }), contracts)).toEqual(['budget.alreadyVoted']);
    expect(walk.codes(vote(2023, 5, { supplement: 2 }), contracts)).toEqual([]);
  });

  it('is made less by a supplement, and no more than it is; a contract that stands is told of, not undone', () => {
    const less = (migrationYen: number, over: object = { supplement: 1 }) =>
      vote(2023, migrationYen, { direction: 'decrease', ...over });
    const walk = new Walk(definition()).take(vote(2023, 100), contracts);
    expect(walk.codes(less(10, { supplement: undefined }), contracts)).toContain('budget.decreaseInitial');
    expect(walk.codes(less(101), contracts)).toEqual(['budget.decreaseTooMuch']);
    // Of each cost: a year has nothing below nothing.
    expect(walk.codes(less(0, { supplement: 1, operationYen: 10 }), contracts)).toEqual([
      'budget.decreaseTooMuch',
    ]);
    walk.take(contract({ 2023: 90 }), contracts).take(less(20), contracts);
    expect(coverOf(walk.snapshot.context, 2023)).toEqual({ votedYen: 80, limitYen: undefined });
    expect(walk.codes(amendment(1, { 2023: 85 }), contracts)).toEqual(['contract.overBudget']);
    expect(walk.codes(amendment(1, { 2023: 80 }), contracts)).toEqual([]);
  });

  it('of a year begins with no decrease, asked for or assessed either', () => {
    const walk = new Walk(definition());
    const less = { fiscalYear: 2024, migrationYen: 10, operationYen: 0, direction: 'decrease' as const };
    const asked = { type: 'budget.requested' as const, ...less };
    expect(walk.codes(asked, contracts)).toEqual(['budget.decreaseInitial']);
    expect(walk.codes({ ...asked, type: 'budget.assessed' }, contracts)).toContain('budget.decreaseInitial');
    expect(walk.codes({ ...asked, supplement: 1 }, contracts)).toEqual([]);
  });

  it('says both costs or neither', () => {
    const walk = new Walk(definition());
    const half = { type: 'budget.voted' as const, fiscalYear: 2023 };
    expect(walk.codes({ ...half, migrationYen: 1 }, contracts)).toEqual(['budget.amountsMissing']);
    expect(walk.codes({ ...half, supplement: 1 }, contracts)).toEqual(['budget.amountsMissing']);
    expect(walk.codes(half, contracts)).toEqual([]);
  });

  it('voted without amounts stays a day alone, as it was before there were amounts', () => {
    const walk = new Walk(definition()).take({ type: 'budget.voted', fiscalYear: 2023 }, contracts);
    expect(walk.snapshot.context.budgets).toEqual({ '2023': '2023-11-16' });
    expect(walk.snapshot.context.noted).toBeUndefined();
  });
});

describe('each year of a contract has its money', () => {
  it('from a voted budget or a debt obligation that covers it; where amounts are recorded', () => {
    const amounts = { 2023: 100, 2024: 200 };
    expect(new Walk(definition()).codes(contract(amounts), contracts)).toEqual([]);
    const walk = new Walk(definition()).take(vote(2023, 100), contracts);
    expect(walk.codes(contract(amounts), contracts)).toEqual(['contract.yearUncovered']);
    walk.take(obligation({ 2024: 199 }), contracts);
    expect(walk.codes(contract(amounts), contracts)).toEqual(['contract.overObligation']);
    walk.take(obligation({ 2024: 1 }, { no: 2 }), contracts);
    expect(walk.codes(contract(amounts), contracts)).toEqual([]);
    expect(walk.codes(contract({ 2023: 101, 2024: 200 }), contracts)).toEqual(['contract.overBudget']);
  });

  it('from its budget alone where a debt obligation allows nothing in it', () => {
    const walk = new Walk(definition()).take(obligation({ 2023: 0, 2024: 50 }), contracts);
    expect(walk.codes(contract({ 2023: 10 }), contracts)).toEqual(['contract.yearUncovered']);
    walk.take(vote(2023, 100), contracts);
    expect(walk.codes(contract({ 2023: 101 }), contracts)).toEqual(['contract.overBudget']);
    expect(walk.codes(contract({ 2023: 100, 2024: 50 }), contracts)).toEqual([]);
  });

  it('always, where the path says that the budget comes first', () => {
    const walk = new Walk(ruled({ money: { budgetFirst: true } }));
    expect(walk.codes(contract({ 2023: 100 }), contracts)).toEqual(['contract.yearUncovered']);
    walk.take({ type: 'budget.voted', fiscalYear: 2023 }, contracts);
    expect(walk.codes(contract({ 2023: 100 }), contracts)).toEqual([]);
  });

  it('by the day it was decided, and not by the day it was made', () => {
    const walk = new Walk(definition()).take(vote(2023, 100), contracts, later('2023-12-10'));
    const decided = (decidedOn: string) => contract({ 2023: 100 }, { decidedOn });
    expect(walk.codes(decided('2023-12-09'), contracts, later('2023-12-20'))).toEqual([
      'contract.beforeBudget',
      'contract.yearUncovered',
    ]);
    expect(walk.codes(decided('2023-12-10'), contracts, later('2023-12-20'))).toEqual([]);
    expect(walk.codes(decided('2023-12-21'), contracts, later('2023-12-20'))).toEqual([
      'contract.decidedAfter',
    ]);
  });

  it('and does not lose it by a correction of what it rests on', () => {
    const recording = new Recording(definition()).take(vote(2023, 100), contracts);
    const voted = recording.last();
    recording.take(contract({ 2023: 100 }), contracts);
    const correct = (should: Parameters<typeof pairOf>[1]) =>
      recording.codes(
        { type: 'correction.proposed', entry: voted.seq, reason: '誤り', ...pairOf(voted, should) },
        office,
      );
    expect(correct({ fact: vote(2023, 99) })).toEqual(['correction.restedOn']);
    expect(correct(null)).toEqual(['correction.restedOn']);
    expect(correct({ fact: vote(2023, 101) })).toEqual([]);
  });
});

describe('what was asked before a contract', () => {
  const request = {
    type: 'contract.requested',
    no: 1,
    subject: '構築委託',
    purpose: '標準化',
    plannedYen: 300,
    procedure: '随意契約',
    costBasis: '見積第3版',
    budgetItem: '2款1項5目',
  } as const;

  it('bounds it, and asks for the day on which it was decided', () => {
    const walk = new Walk(definition()).take(request, contracts, later('2023-12-01'));
    const made = later('2023-12-20');
    expect(walk.codes(contract({ 2023: 300 }), contracts, made)).toEqual(['contract.decidedOnMissing']);
    const decidedOn = '2023-12-05';
    expect(walk.codes(contract({ 2023: 301 }, { decidedOn }), contracts, made)).toEqual([
      'contract.overPlanned',
    ]);
    expect(walk.codes(contract({ 2023: 1 }, { decidedOn: '2023-11-30' }), contracts, made)).toEqual([
      'date.beforeCause',
    ]);
    expect(walk.codes(contract({ 2023: 300 }, { decidedOn }), contracts, made)).toEqual([]);
  });
});

describe('a year that has both a voted budget and a debt obligation', () => {
  it('has the larger of them, and not both: the vote pays what the obligation allows', () => {
    const walk = new Walk(definition())
      .take(vote(2023, 100), contracts)
      .take(obligation({ 2023: 80 }), contracts);
    expect(walk.codes(contract({ 2023: 101 }), contracts)).toEqual(['contract.overObligation']);
    expect(walk.codes(contract({ 2023: 100 }), contracts)).toEqual([]);
  });
});

describe('a contract on which the council votes', () => {
  const of = ruled({
    money: {
      councilVote: [{ contractType: 'works', atLeastYen: 150, basis: '議会の議決に付すべき契約条例2条' }],
    },
  });
  const works = { contractType: 'works' };
  const voted = { type: 'contract.councilVoted', no: 1, bill: '議案第12号', totalYen: 200 } as const;

  it('is voted before it is made; a type that the rule does not name is not', () => {
    const walk = new Walk(of);
    expect(walk.codes(contract({ 2023: 150 }, works), contracts)).toEqual(['contract.voteMissing']);
    expect(walk.codes(contract({ 2023: 149 }, works), contracts)).toEqual([]);
    expect(walk.codes(contract({ 2023: 150 }), contracts)).toEqual(['contract.typeMissing']);
    expect(walk.codes(contract({ 2023: 999 }, { contractType: 'services' }), contracts)).toEqual([]);
    walk.take(voted, contracts, later('2023-12-20'));
    expect(walk.codes(contract({ 2023: 150 }, works), contracts, later('2023-12-19'))).toEqual([
      'contract.voteMissing',
    ]);
    expect(walk.codes(contract({ 2023: 150 }, works), contracts, later('2023-12-20'))).toEqual([]);
  });

  it('is not made on a vote that the council refused, and says which bill that was', () => {
    const rejected = { ...voted, vote: 'rejected' } as const;
    const walk = new Walk(of).take(rejected, contracts);
    const [refused] = accepts(
      of,
      walk.snapshot,
      stamped(contract({ 2023: 150 }, works), contracts, { at: '2023-12-28T10:00:00+09:00' }),
    );
    expect(refused).toMatchObject({
      code: 'contract.voteMissing',
      facts: { votedYen: null, rejected: { bill: '議案第12号', on: '2023-11-16' } },
    });
    walk.take({ ...voted, no: 2, bill: '議案第20号', vote: 'passed' }, contracts);
    expect(walk.codes(contract({ 2023: 150 }, works), contracts)).toEqual([]);
  });

  it('is voted again where an amendment goes over the floor, or over what was voted', () => {
    const walk = new Walk(of).take(contract({ 2023: 100 }, works), contracts);
    expect(walk.codes(amendment(1, { 2023: 160 }), contracts)).toEqual(['contract.voteMissing']);
    walk.take(voted, contracts).take(amendment(1, { 2023: 160 }), contracts);
    expect(walk.codes(amendment(2, { 2023: 200 }), contracts)).toEqual([]);
    expect(walk.codes(amendment(2, { 2023: 201 }), contracts)).toEqual(['contract.voteMissing']);
    expect(
      contractVersions(walk.snapshot.context).map(({ totalYen, changeYen }) => [totalYen, changeYen]),
    ).toEqual([
      [100, 0],
      [160, 60],
    ]);
  });

  const again = (voteAgain: object) =>
    ruled({
      money: {
        councilVote: [{ contractType: 'works', atLeastYen: 150, basis: '条例2条', voteAgain }],
      },
    });
  const standing = (voteAgain: object) =>
    new Walk(again(voteAgain)).take(voted, contracts).take(contract({ 2023: 200 }, works), contracts);

  it('that is lowered rests on its vote, save where the rule asks for a vote on less too', () => {
    const lowered = amendment(1, { 2023: 160 });
    expect(
      new Walk(of)
        .take(voted, contracts)
        .take(contract({ 2023: 200 }, works), contracts)
        .codes(lowered, contracts),
    ).toEqual([]);
    expect(standing({}).codes(lowered, contracts)).toEqual([]);
    const walk = standing({ decreases: true });
    expect(walk.codes(lowered, contracts)).toEqual(['contract.voteAgain']);
    expect(walk.codes(amendment(1, { 2023: 200 }, { until: '2025-03-31' }), contracts)).toEqual([]);
    walk.take({ ...voted, no: 2, bill: '議案第30号', totalYen: 161 }, contracts);
    expect(walk.codes(lowered, contracts)).toEqual(['contract.voteAgain']);
    walk.take({ ...voted, no: 3, bill: '議案第31号', totalYen: 160 }, contracts).take(lowered, contracts);
    // Back to what the first vote allowed is a change of the last.
    expect(walk.codes(amendment(2, { 2023: 200 }), contracts)).toEqual(['contract.voteAgain']);
  });

  it('that is lowered below the floor asks for no vote, save where the rule says so', () => {
    const low = amendment(1, { 2023: 149 });
    expect(standing({ decreases: true }).codes(low, contracts)).toEqual([]);
    expect(standing({ decreases: true, belowFloor: true }).codes(low, contracts)).toEqual([
      'contract.voteAgain',
    ]);
  });

  it('is changed without a vote within what the council has left to the head, to the yen', () => {
    const delegated = { upToPercent: '10', upToYen: 15, basis: '専決事項の指定' };
    const walk = standing({ decreases: true, delegated });
    for (const [totalYen, codes] of [
      [215, []],
      [216, ['contract.voteAgain']],
      [185, []],
      [184, ['contract.voteAgain']],
    ] as const)
      expect(walk.codes(amendment(1, { 2023: totalYen }), contracts)).toEqual(codes);
    const byPercent = standing({ decreases: true, delegated: { ...delegated, upToPercent: '7' } });
    expect(byPercent.codes(amendment(1, { 2023: 214 }), contracts)).toEqual([]);
    expect(byPercent.codes(amendment(1, { 2023: 215 }), contracts)).toEqual(['contract.voteAgain']);
  });

  it('does not lose its vote by a correction', () => {
    const recording = new Recording(of).take(voted, contracts);
    const entry = recording.last();
    recording.take(contract({ 2023: 150 }, works), contracts);
    const voids = {
      type: 'correction.proposed' as const,
      entry: entry.seq,
      reason: '誤り',
      ...pairOf(entry, null),
    };
    expect(recording.codes(voids, office)).toEqual(['correction.restedOn']);
  });
});

describe('a contract in its versions', () => {
  const made = () => new Recording(definition()).take(contract({ 2023: 100, 2024: 200 }), contracts);

  it('sums, follows its days, and is amended no more once it has ended', () => {
    const walk = made();
    expect(walk.codes(amendment(1, { 2023: 1 }, { totalYen: 2 }), contracts)).toEqual([
      'contract.sumMismatch',
    ]);
    walk.take(
      amendment(1, { 2023: 100, 2024: 260 }, { until: '2025-03-31' }),
      contracts,
      later('2023-12-10'),
    );
    expect(walk.codes(amendment(2, { 2023: 1 }), contracts, later('2023-12-09'))).toEqual([
      'date.beforeCause',
    ]);
    const end = { type: 'contract.terminated', reason: '撤退' } as const;
    expect(walk.codes({ ...end, paidYen: 361 }, contracts, later('2023-12-20'))).toEqual([
      'contract.paidTooMuch',
    ]);
    walk.take({ ...end, paidYen: 100 }, contracts, later('2023-12-20'));
    expect(walk.codes(amendment(2, { 2023: 1 }), contracts, later('2023-12-21'))).toEqual(['contract.ended']);
    expect(walk.codes(end, contracts, later('2023-12-21'))).toEqual(['noted.alreadyThere', 'contract.ended']);
    expect(contractNow(walk.context)).toMatchObject({ no: 1, totalYen: 360, until: '2025-03-31' });
    expect(amountOfMatter(walk.context)).toBe(360);
  });

  it('is put right beneath its amendments, which stay', () => {
    const walk = made();
    const entry = walk.last();
    walk.take(amendment(1, { 2023: 100, 2024: 260 }), contracts);
    const propose = (should: Parameters<typeof pairOf>[1]) =>
      ({ type: 'correction.proposed', entry: entry.seq, reason: '誤り', ...pairOf(entry, should) }) as const;
    expect(walk.codes(propose(null), office)).toEqual(['correction.restedOn']);
    walk.correct(
      propose({ fact: contract({ 2023: 90, 2024: 200 }) }),
      office,
      chair,
      '2023-12-01T10:00:00+09:00',
    );
    expect(contractVersions(walk.context).map(({ totalYen, changeYen }) => [totalYen, changeYen])).toEqual([
      [290, 0],
      [360, 70],
    ]);
  });

  it('is voided by its amendment alone', () => {
    const walk = made().take(amendment(1, { 2023: 100, 2024: 260 }), contracts);
    const entry = walk.last();
    walk.correct(
      { type: 'correction.proposed', entry: entry.seq, reason: '誤り', ...pairOf(entry, null) },
      other,
      chair,
      '2023-12-01T10:00:00+09:00',
    );
    expect(contractNow(walk.context)).toMatchObject({ no: 0, totalYen: 300 });
    expect(walk.context.noted).toBeUndefined();
  });
});

describe('what a decision is about in yen', () => {
  it('is the contract, else what is asked for it, else the newest estimate, else what was voted', () => {
    const walk = new Walk(definition());
    expect(amountOfMatter(walk.snapshot.context)).toBeNull();
    walk.take(vote(2023, 500), contracts);
    expect(amountOfMatter(walk.snapshot.context)).toBe(500);
    walk.take(estimate(1, 400), contracts).take(estimate(2, 300), contracts);
    expect(amountOfMatter(walk.snapshot.context)).toBe(300);
    walk.take(contract({ 2023: 200 }), contracts);
    expect(amountOfMatter(walk.snapshot.context)).toBe(200);
  });
});
