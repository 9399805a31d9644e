// A procurement of one system, act by act: what is refused, in which order, and what becomes of it.
import { describe, expect, it } from 'vitest';
import type { Duty } from '../../../machines/definition/decisions.ts';
import type { Fact } from '../../../machines/migration/acts.ts';
import { accepts } from '../../../machines/migration/migration.ts';
import { currentCandidate, runnerUp } from '../../../machines/migration/rfp/current.ts';
import { namesOf } from '../../../texts/names.ts';
import { refusalView } from '../../../texts/refusals/refusal-texts.ts';
import { definition, stamped } from '../../builders/migration.ts';
import { estimate } from '../../builders/money.ts';
import {
  appointed,
  at,
  BIDDERS,
  closed,
  evenly,
  opened,
  received,
  rfpDefinition,
  rfpPeople,
  sheet,
  terms,
} from '../../builders/rfp.ts';
import { told, Walk } from '../../builders/walk.ts';

const { office, other, chair, member, contracts, evaluators } = rfpPeople;
const [e1 = office, e2 = office] = evaluators;
const open = (walk: Walk) => {
  const found = walk.snapshot.context.rfp?.open;
  if (!found) throw new Error('no procurement is open');
  return found;
};
const stages = terms().stages;
const fresh = () => new Walk(rfpDefinition());

describe('opening', () => {
  it('takes a path that says who runs it', () => {
    const codes = new Walk(definition()).codes(opened(), office);
    expect(codes).toEqual(['actor.wrongPost']);
    expect(fresh().codes(opened(), office)).toEqual([]);
  });

  it.each<[string, Partial<Parameters<typeof terms>[0]>, string[]]>([
    ['on a Sunday', { stages: { ...stages, decision: '2023-12-10T17:00:00+09:00' } }, ['rfp.stageClosed']],
    [
      'in the wrong order',
      { stages: { ...stages, answersBy: '2023-11-17T17:00:00+09:00' } },
      ['rfp.stageOrder'],
    ],
    [
      'with nine days for proposals where the rule asks for ten',
      {
        stages: {
          announced: '2023-11-16T09:00:00+09:00',
          proposalsUntil: '2023-11-24T17:00:00+09:00',
        },
      },
      ['rfp.tooShort'],
    ],
    ['with nothing to score', { scoring: undefined }, ['rfp.scoringMissing']],
    [
      'without the end of proposals',
      { stages: { announced: '2023-11-16T09:00:00+09:00' } },
      ['rfp.stageMissing'],
    ],
  ])('%s is refused', (_, over, codes) => {
    expect(fresh().codes(opened(over as object), office)).toEqual(codes);
  });

  it('counts fewer days in urgency, with a reason, as far as the rule goes', () => {
    const short = (until: string) => ({
      stages: { announced: '2023-11-16T09:00:00+09:00', proposalsUntil: `${until}T17:00:00+09:00` },
      urgency: '現行ベンダの撤退',
    });
    expect(fresh().codes(opened(short('2023-11-21')), office)).toEqual([]);
    expect(fresh().codes(opened(short('2023-11-20')), office)).toEqual(['rfp.tooShort']);
  });

  it('is one at a time, and none beside a selection on record', () => {
    const walk = fresh().take(opened(), office);
    expect(walk.codes(opened({}, 2), office)).toEqual(['rfp.alreadyOpen', 'rfp.otherNumber']);
    const selection: Fact = {
      type: 'selection.recorded',
      candidate: '甲社',
      technical: '1',
      price: '1',
      printedTotal: '2',
      outOf: { technical: '7', price: '3' },
      method: 'プロポーザル',
      applicants: 2,
    };
    expect(walk.codes(selection, contracts)).toEqual(['rfp.decidesSelection']);
    const recorded = fresh().take(selection, contracts);
    expect(recorded.codes(opened(), office)).toEqual(['selection.alreadyThere']);
  });

  it('moves a stage before it is over, to what is to come, and tells those with a duty', () => {
    const walk = fresh().take(opened(), office);
    const moved = (to: string): Fact => ({
      type: 'rfp.stageMoved',
      rfp: 1,
      stage: 'questionsUntil',
      at: to,
      reason: '質問が多いため',
    });
    const later = moved('2023-11-21T17:00:00+09:00');
    expect(walk.codes(later, office, at('2023-11-20', '17:00:01'))).toEqual(['rfp.stageOver']);
    expect(walk.codes(moved('2023-11-17T08:00:00+09:00'), office, at('2023-11-17'))).toEqual([
      'rfp.stageNotLater',
    ]);
    walk.take(later, office, at('2023-11-20'));
    expect(open(walk).stages.questionsUntil).toBe('2023-11-21T17:00:00+09:00');
    expect(told(walk)).toEqual([['rfp.stageMoved', ['dx-office', 'evaluation', 'committee']]]);
  });
});

describe('questions', () => {
  const asked = (number: number): Fact => ({
    type: 'rfp.questionAsked',
    rfp: 1,
    number,
    from: 'a社',
    question: '?',
  });
  const answered = (number: number): Fact => ({ type: 'rfp.questionAnswered', rfp: 1, number, answer: '!' });
  const published: Fact = { type: 'rfp.answersPublished', rfp: 1 };

  it('are numbered, taken until their hour, and answered to all at once', () => {
    const walk = fresh().take(opened(), office).take(asked(1), office, at('2023-11-17'));
    expect(walk.codes(asked(3), office, at('2023-11-17'))).toEqual(['rfp.questionNumber']);
    expect(walk.codes(asked(2), office, at('2023-11-20', '17:00:01'))).toEqual(['rfp.late']);
    walk.take(asked(2), office, at('2023-11-20', '17:00:00'));
    expect(walk.codes(published, office, at('2023-11-20', '16:00:00'))).toEqual([
      'rfp.questionsStillCome',
      'rfp.unanswered',
    ]);
    walk.take(answered(1), office, at('2023-11-21'));
    expect(walk.codes(published, office, at('2023-11-21'))).toEqual(['rfp.unanswered']);
    walk.take(answered(2), office, at('2023-11-21')).take(published, office, at('2023-11-21'));
    expect(walk.codes(published, office, at('2023-11-22'))).toEqual(['rfp.answersOut']);
    expect(walk.codes(answered(2), office, at('2023-11-22'))).toEqual(['rfp.answersOut']);
  });

  it('hold up every proposal until they are answered, and the answers are out', () => {
    const proposal: Fact = {
      type: 'rfp.proposalReceived',
      rfp: 1,
      bidder: 'a',
      receivedAt: '2023-11-27T10:00:00+09:00',
    };
    const walk = fresh()
      .take(opened(), office)
      .take(asked(1), office, at('2023-11-17'))
      .take({ type: 'rfp.bidderApplied', rfp: 1, bidder: 'a', name: 'a社' }, office, at('2023-11-17'))
      .take({ type: 'rfp.bidderQualified', rfp: 1, bidder: 'a', accepted: true }, office, at('2023-11-17'));
    expect(walk.codes(proposal, office, at('2023-11-27'))).toEqual(['rfp.unanswered']);
    walk.take(answered(1), office, at('2023-11-21'));
    expect(walk.codes(proposal, office, at('2023-11-27'))).toEqual(['rfp.answersNotOut']);
    walk.take(published, office, at('2023-11-21'));
    expect(walk.codes(proposal, office, at('2023-11-27'))).toEqual([]);
  });
});

describe('bidders', () => {
  const proposal = (type: 'rfp.proposalReceived' | 'rfp.proposalLate', receivedAt: string): Fact => ({
    type,
    rfp: 1,
    bidder: 'd',
    receivedAt,
    priceYen: 1,
  });

  it('are late by a second: not taken, recorded as late, never counted', () => {
    const walk = received()
      .take(
        {
          type: 'rfp.bidderApplied',
          rfp: 1,
          bidder: 'd',
          name: 'd社',
          receivedAt: '2023-11-20T10:00:00+09:00',
        },
        office,
        at('2023-11-30'),
      )
      .take({ type: 'rfp.bidderQualified', rfp: 1, bidder: 'd', accepted: true }, office, at('2023-11-30'));
    const now = at('2023-11-30', '18:00:00');
    const [inTime, late] = ['2023-11-30T17:00:00+09:00', '2023-11-30T17:00:01+09:00'];
    expect(walk.codes(proposal('rfp.proposalReceived', inTime), office, now)).toEqual([]);
    expect(walk.codes(proposal('rfp.proposalReceived', late), office, now)).toEqual(['rfp.proposalLate']);
    expect(walk.codes(proposal('rfp.proposalLate', inTime), office, now)).toEqual(['rfp.proposalNotLate']);
    walk
      .take(proposal('rfp.proposalLate', late), office, now)
      .take(appointed(['e1']), office, at('2023-12-01'));
    const points = evenly({ a: '1', b: '1', c: '1', d: '1' });
    expect(walk.codes(sheet(points), e1, at('2023-12-04'))).toEqual(['rfp.unknown']);
  });

  it('are rejected with a reason, and not without', () => {
    const walk = fresh()
      .take(opened(), office)
      .take({ type: 'rfp.bidderApplied', rfp: 1, bidder: 'a', name: 'a社' }, office);
    const rejected: Fact = { type: 'rfp.bidderQualified', rfp: 1, bidder: 'a', accepted: false };
    expect(walk.codes(rejected, office)).toEqual(['rfp.reasonMissing']);
    expect(walk.codes({ ...rejected, reason: '指名停止中' }, office)).toEqual([]);
  });

  it('alone are scored for a reason only', () => {
    const walk = received({}, { a: 100 }).take(appointed(['e1']), office, at('2023-12-01'));
    const mine = sheet(evenly({ a: '300' }));
    expect(walk.codes(mine, e1, at('2023-12-04'))).toEqual(['rfp.single']);
    walk.take(
      { type: 'rfp.singleAccepted', rfp: 1, reason: '再公告しても応募が見込めないため' },
      chair,
      at('2023-12-04'),
    );
    expect(walk.codes(mine, e1, at('2023-12-04'))).toEqual([]);
  });
});

describe('scoring', () => {
  it('waits for the end of proposals, every cell and no more than each is worth', () => {
    const walk = received().take(appointed(), office, at('2023-11-30', '16:30:00'));
    const whole = evenly({ a: '300', b: '300', c: '300' });
    expect(walk.codes(sheet(whole), e1, at('2023-11-30', '17:00:00'))).toEqual(['rfp.scoringEarly']);
    const now = at('2023-12-04');
    expect(walk.codes(sheet(evenly({ a: '300', b: '300' })), e1, now)).toEqual(['rfp.pointsMissing']);
    expect(walk.codes(sheet({ ...whole, a: { plan: '350.5', team: '1' } }), e1, now)).toEqual([
      'rfp.pointsOver',
    ]);
    const said = (points: Parameters<typeof sheet>[0]) =>
      accepts(walk.of, walk.snapshot, stamped(sheet(points), e1, now)).map(
        (refused) => refusalView(refused, namesOf(walk.of, new Map())).message.ja,
      );
    expect(said({ ...whole, a: { plan: '350.5', team: '1' } })).toEqual([
      'a社の「実施計画」の点（350.5）が配点（350）を超えています。',
    ]);
    expect(said({ ...whole, c: { plan: '1' } })).toEqual([
      expect.stringContaining('点のない欄が1あります（c社: 体制）。'),
    ]);
    expect(walk.codes(sheet(whole), office, now)).toEqual(['actor.wrongPost']);
    expect(walk.codes(sheet(whole), { ...e1, account: 'nobody' }, now)).toEqual(['rfp.unknown']);
    expect(walk.codes(sheet(whole), e1, now)).toEqual([]);
  });

  it('is of those who neither ran it nor drafted', () => {
    const walk = received();
    expect(walk.codes(appointed(['office']), other, at('2023-12-01'))).toEqual(['rfp.evaluatorNotApart']);
    walk.snapshot = { ...walk.snapshot, context: { ...walk.snapshot.context, drafters: ['e2'] } };
    expect(walk.codes(appointed(['e2']), other, at('2023-12-01'))).toEqual(['duty.separated']);
    walk.take(appointed(['e1']), other, at('2023-12-01'));
    walk.snapshot = { ...walk.snapshot, context: { ...walk.snapshot.context, drafters: ['e1'] } };
    const mine = sheet(evenly({ a: '1', b: '1', c: '1' }));
    expect(walk.codes(mine, e1, at('2023-12-04'))).toEqual(['duty.separated']);
  });

  it('is a duty of the common table: apart from the contract, drafting and approving where the programme says so', () => {
    const separate: [Duty, Duty][] = [
      ['scorer', 'contract'],
      ['scorer', 'approver'],
      ['estimator', 'scorer'],
    ];
    const walk = received({}, BIDDERS, rfpDefinition({ decisions: { separate } }));
    walk.take(appointed(['e1', 'e2']), other, at('2023-12-01'));
    walk.take(estimate(1, 1_000_000), { ...rfpPeople.contracts, account: 'e2' }, at('2023-12-01'));
    const mine = sheet(evenly({ a: '1', b: '1', c: '1' }));
    expect(walk.codes(mine, { ...e1, account: 'e2' }, at('2023-12-04'))).toEqual(['duty.separated']);
    expect(walk.codes(appointed(['e2']), other, at('2023-12-04'))).toContain('duty.separated');
    walk.take(mine, e1, at('2023-12-04'));
    expect(walk.snapshot.context.duties).toEqual({ estimator: ['e2'], scorer: ['e1'] });
    expect(
      walk.codes(estimate(2, 1_000_000), { ...rfpPeople.contracts, account: 'e1' }, at('2023-12-04')),
    ).toEqual(['duty.separated']);
  });

  it('is closed when all who are not recused have signed; a sheet is replaced before that and not after', () => {
    const closing: Fact = { type: 'rfp.scoringClosed', rfp: 1 };
    const points = evenly({ a: '300', b: '300', c: '300' });
    const walk = received().take(appointed(['e1', 'e2']), office, at('2023-12-01'));
    walk.take(sheet(points), e1, at('2023-12-04'));
    expect(walk.codes(closing, office, at('2023-12-05'))).toEqual(['rfp.sheetsMissing']);
    const recused: Fact = { type: 'rfp.evaluatorRecused', rfp: 1, account: 'e2', reason: '応募者の元社員' };
    walk.take(recused, office, at('2023-12-05'));
    expect(walk.codes(sheet(points), e2, at('2023-12-05'))).toEqual(['rfp.evaluatorRecused']);
    walk.take(sheet(evenly({ a: '310', b: '300', c: '300' })), e1, at('2023-12-05'));
    walk.take(closing, office, at('2023-12-05'));
    expect(open(walk)).toMatchObject({ sheets: {}, scorers: ['e1'], results: { a: { technical: '620' } } });
    expect(walk.codes(sheet(points), e1, at('2023-12-05'))).toEqual(['rfp.scoringClosed']);
  });

  it('counts a bidder who goes after a sheet was signed no more', () => {
    const walk = received().take(appointed(['e1']), office, at('2023-12-01'));
    walk.take(sheet(evenly({ a: '300', b: '300', c: '300' })), e1, at('2023-12-04'));
    walk.take(
      { type: 'rfp.bidderWithdrew', rfp: 1, bidder: 'c', reason: '人員の都合' },
      office,
      at('2023-12-05'),
    );
    walk.take({ type: 'rfp.scoringClosed', rfp: 1 }, office, at('2023-12-05'));
    expect(Object.keys(open(walk).results)).toEqual(['a', 'b']);
  });
});

describe('the outcome', () => {
  const named = (bidder: string, reason?: string): Fact => ({
    type: 'rfp.candidateNamed',
    rfp: 1,
    bidder,
    ...(reason ? { reason } : {}),
  });
  const failed: Fact = { type: 'rfp.negotiationFailed', rfp: 1, reason: '仕様の協議が折り合わない' };
  const approved: Fact = { type: 'rfp.failureApproved', rfp: 1 };
  const contract = (vendor: string, over: object = {}): Fact => ({
    type: 'contract.recorded',
    vendor,
    amounts: [{ fiscalYear: 2023, amountYen: 300 }],
    totalYen: 300,
    continuesInto: [],
    ...over,
  });
  const december = at('2023-12-08');

  it('feeds the selection with exact points; another than the first takes a reason', () => {
    const walk = closed(evenly({ a: '280.55', b: '300', c: '100' }));
    expect(walk.codes(named('a'), chair, december)).toEqual(['rfp.notFirst']);
    expect(walk.codes(named('a', '委員会の総合判断'), chair, december)).toEqual([]);
    walk.take(named('b'), chair, december);
    // 300 × 100,000,000 ÷ 110,000,000 = 272.7272…
    expect(walk.snapshot.context.selection).toMatchObject({
      candidate: 'b社',
      technical: '600',
      price: '272.73',
      total: '872.73',
      printedTotal: '872.73',
      outOf: { technical: '700', price: '300' },
      applicants: 3,
    });
    expect(walk.codes(contract('b社'), contracts, december)).toEqual([]);
  });

  it('waits for a tie that no rule parts to be decided', () => {
    const walk = closed(evenly({ a: '300', b: '300', c: '100' }), {}, { a: 100, b: 100, c: 120 });
    expect(walk.codes(named('a'), chair, december)).toEqual(['rfp.tieOpen']);
    const tie = (order: string[], how: 'lot' | 'committee' = 'committee'): Fact => ({
      type: 'rfp.tieDecided',
      rfp: 1,
      order,
      how,
      reason: '実績による',
    });
    expect(walk.codes(tie(['a', 'c']), chair, december)).toEqual(['rfp.noSuchTie']);
    expect(walk.codes(tie(['b', 'a'], 'lot'), chair, december)).toEqual(['rfp.tieRule']);
    walk.take(tie(['b', 'a']), chair, december).take(named('b'), chair, december);
    expect(open(walk).outcome?.order).toEqual(['b', 'a', 'c']);
  });

  it('does not rank who has too few technical points', () => {
    const scoring = { ...terms().scoring, minimumTechnical: '400' } as NonNullable<
      ReturnType<typeof terms>['scoring']
    >;
    const walk = closed(evenly({ a: '199.99', b: '200', c: '250' }), { scoring });
    expect(walk.codes(named('a', '安いため'), chair, december)).toEqual(['rfp.notRanked']);
  });

  it('falls to the runner-up by a quorum without the proposer, and to nobody in the end', () => {
    const walk = closed(evenly({ a: '300', b: '290', c: '100' })).take(named('a'), chair, december);
    expect([currentCandidate(open(walk)), runnerUp(open(walk))]).toEqual(['a', 'b']);
    walk.take(failed, office, december);
    expect(walk.codes(contract('a社'), contracts, december)).toEqual(['rfp.candidateFailing']);
    walk.take(approved, chair, december);
    expect(walk.codes(approved, chair, december)).toEqual(['gate.alreadyApproved']);
    expect(currentCandidate(open(walk))).toBe('a');
    walk.take(approved, member, december);
    expect(walk.snapshot.context.selection).toMatchObject({ candidate: 'b社', technical: '580' });
    expect(walk.codes(contract('a社'), contracts, december)).toEqual(['contract.otherVendor']);
    expect(
      walk.codes(contract('a社', { otherVendorReason: 'b社の辞退後の随意契約' }), contracts, december),
    ).toEqual([]);
    for (const _ of ['b', 'c'])
      walk.take(failed, office, december).take(approved, chair, december).take(approved, member, december);
    expect(walk.snapshot.context.selection).toBeNull();
    expect(walk.codes(contract('c社'), contracts, december)).toEqual(['rfp.noCandidate']);
    const ended: Fact = { type: 'rfp.ended', rfp: 1, reason: '協議がすべて不調' };
    walk.take(ended, chair, december);
    const again = {
      stages: { announced: '2023-12-08T09:00:00+09:00', proposalsUntil: '2023-12-18T17:00:00+09:00' },
    };
    expect(walk.codes(opened(again, 2), office, december)).toEqual([]);
  });

  it('is contracted by nobody who scored', () => {
    const walk = closed(evenly({ a: '300', b: '290', c: '100' })).take(named('a'), chair, december);
    expect(walk.codes(contract('a社'), { ...contracts, account: 'e1' }, december)).toEqual([
      'duty.separated',
    ]);
  });

  it('is laid down by going back behind its phase', () => {
    const walk = closed(evenly({ a: '300', b: '290', c: '100' })).take(named('a'), chair, december);
    const { context } = walk.snapshot;
    walk.snapshot = {
      ...walk.snapshot,
      value: { ...walk.snapshot.value, path: { development: 'goingBack' } },
      context: {
        ...context,
        goingBack: {
          account: 'office',
          name: 'office',
          post: 'dx-office',
          to: 'fit-gap',
          reason: '要件の見直し',
          on: '2023-12-08',
          votes: [],
        },
      },
    };
    const promotion = { ...chair, post: 'promotion-committee' };
    walk.take({ type: 'goingBack.approved', to: 'fit-gap' }, promotion, december);
    walk.take({ type: 'goingBack.approved', to: 'fit-gap' }, { ...promotion, account: 'x' }, december);
    expect(walk.snapshot.context.selection).toBeNull();
    expect(walk.snapshot.context.rfp).toEqual({
      ended: [
        {
          number: 1,
          form: 'publicProposal',
          title: '住民記録システム',
          on: '2023-12-08',
          as: 'wentBack',
          reason: '要件の見直し',
        },
      ],
    });
  });
});

describe('a request for information', () => {
  it('has questions, answers and what came, and scores nobody', () => {
    const walk = received({ form: 'rfi', scoring: undefined } as object, BIDDERS);
    expect(open(walk).bidders.a?.accepted).toBe(true);
    expect(walk.codes(appointed(), office, at('2023-12-01'))).toEqual(['rfp.notScored']);
    expect(walk.codes({ type: 'rfp.candidateNamed', rfp: 1, bidder: 'a' }, chair, at('2023-12-01'))).toEqual([
      'rfp.notScored',
    ]);
  });
});
