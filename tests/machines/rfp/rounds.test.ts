// Two scorings of one procurement (一次審査, 二次審査): each sealed until it is closed, who fails the first is out, the candidate comes of the
// last. Whatever points there are, who goes on follows from the rules alone.
import Decimal from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Fact } from '../../../machines/migration/acts.ts';
import { holdersOf } from '../../../machines/migration/authority/duties.ts';
import { isSealed } from '../../../machines/migration/procurement/disclosure.ts';
import { uncounted } from '../../../machines/migration/rfp/bidders.ts';
import { currentCandidate, runnerUp } from '../../../machines/migration/rfp/current.ts';
import { closedRounds, roundNow } from '../../../machines/migration/rfp/rounds/rounds.ts';
import type { Round } from '../../../machines/migration/rfp/terms.ts';
import { stagesAhead } from '../../../machines/programme/ahead/rfp-stages.ts';
import { evaluationTable, tableMarkdown } from '../../../server/procuring/evaluation-table.ts';
import { roundNotice } from '../../../server/procuring/round-notice.ts';
import {
  appointed,
  at,
  opened,
  received,
  rfpDefinition,
  rfpPeople,
  rounds,
  SEAL,
} from '../../builders/rfp.ts';
import { told, Walk } from '../../builders/walk.ts';

const { office, chair, evaluators } = rfpPeople;
const [e1 = office, e2 = office] = evaluators;

const signed = (round: string, criterion: string, points: Record<string, string>): Fact => ({
  type: 'rfp.sheetSigned',
  rfp: 1,
  round,
  points: Object.fromEntries(
    Object.entries(points).map(([bidder, given]) => [bidder, { [criterion]: given }]),
  ),
  seal: SEAL,
});
const papers = (points: Record<string, string>) => signed('documents', 'plan', points);
const talks = (points: Record<string, string>) => signed('presentation', 'talk', points);
const closing = (round: string): Fact => ({ type: 'rfp.scoringClosed', rfp: 1, round });
const notified = (goesOn: string[], round = 'documents'): Fact => ({
  type: 'rfp.roundNotified',
  rfp: 1,
  round,
  goesOn,
});
const open = ({ snapshot }: Walk) => {
  const found = snapshot.context.rfp?.open;
  if (!found) throw new Error('no procurement is open');
  return found;
};
const day = (date: string) => at(`2023-12-${date}`);

type Over = Parameters<typeof rounds>[0];
const begun = (over: Over = {}, prices?: Record<string, number>) =>
  received({ scoring: undefined, rounds: rounds(over) }, prices).take(
    appointed(['e1', 'e2']),
    office,
    day('01'),
  );

/** Both evaluators gave the same on paper, and the first sheets are opened. */
function scored(points: Record<string, string>, over: Over = {}, prices?: Record<string, number>): Walk {
  const walk = begun(over, prices);
  for (const one of [e1, e2]) walk.take(papers(points), one, day('04'));
  return walk.take(closing('documents'), office, day('05'));
}

describe('the first round', () => {
  it('takes its own sheets alone, sealed until it is closed, and names nobody', () => {
    const walk = begun();
    expect(walk.codes(talks({ a: '1', b: '1', c: '1' }), e1, day('04'))).toEqual(['rfp.otherRound']);
    const unnamed = { ...papers({ a: '250', b: '200', c: '150' }), round: undefined } as Fact;
    expect(walk.codes(unnamed, e1, day('04'))).toEqual(['rfp.otherRound']);
    const mine = papers({ a: '250', b: '200', c: '150' });
    walk.take(mine, e1, day('04'));
    expect(isSealed(mine, walk.snapshot)).toBe(true);
    expect(walk.codes(closing('documents'), office, day('05'))).toEqual(['rfp.sheetsMissing']);
    walk.take(mine, e2, day('04')).take(closing('documents'), office, day('05'));
    expect(isSealed(mine, walk.snapshot)).toBe(false);
    const naming: Fact = { type: 'rfp.candidateNamed', rfp: 1, bidder: 'a' };
    expect(walk.codes(naming, chair, day('05'))).toEqual(['rfp.roundsLeft']);
  });

  it('lets on whom its rules let on, tells it, and whoever does not go on is out', () => {
    const walk = scored({ a: '250', b: '200', c: '150' });
    expect(walk.codes(notified(['a', 'c']), office, day('06'))).toEqual(['rfp.goesOnOther']);
    expect(walk.codes(notified(['a', 'b']), chair, day('06'))).toEqual(['actor.wrongPost']);
    walk.take(notified(['a', 'b']), office, day('06'));
    expect(told(walk)).toEqual([['rfp.roundNotified', ['dx-office', 'evaluation', 'committee']]]);
    const { bidders, over, terms } = open(walk);
    expect(bidders.c?.out).toEqual({ round: 'documents', on: '2023-12-06' });
    expect(bidders.c && uncounted(bidders.c, terms)).toBe('out');
    expect(over?.map(({ round, goesOn }) => [round, goesOn])).toEqual([['documents', ['a', 'b']]]);
    // Nobody scores who is out.
    expect(walk.codes(talks({ a: '300', b: '300', c: '300' }), e1, day('06'))).toEqual(['rfp.unknown']);
  });

  it('leaves out whoever has too few technical points, also where there is room', () => {
    const walk = scored({ a: '250', b: '99.99', c: '40' });
    expect(walk.codes(notified(['a', 'b']), office, day('06'))).toEqual(['rfp.goesOnOther']);
    walk.take(notified(['a']), office, day('06'));
    // One is left: it goes on for a reason.
    expect(walk.codes(talks({ a: '300' }), e1, day('06'))).toEqual(['rfp.single']);
  });

  it('waits for the committee where equals stand at the last place, and nowhere else', () => {
    const walk = scored({ a: '250', b: '150', c: '150' });
    expect(walk.codes(notified(['a', 'b']), office, day('06'))).toEqual(['rfp.tieOpen']);
    const tie = (order: string[]): Fact => ({
      type: 'rfp.tieDecided',
      rfp: 1,
      order,
      how: 'committee',
      reason: '実績',
    });
    walk.take(tie(['c', 'b']), chair, day('06')).take(notified(['a', 'c']), office, day('06'));
    expect(open(walk).bidders.b?.out?.round).toBe('documents');
    expect(open(walk).ties).toEqual([]);
    // Equals above the last place go on together.
    const both = scored({ a: '250', b: '250', c: '150' });
    expect(both.codes(tie(['b', 'a']), chair, day('06'))).toEqual(['rfp.noSuchTie']);
    expect(both.codes(notified(['a', 'b']), office, day('06'))).toEqual([]);
  });

  it('fills the place of one who withdrew before the others were told', () => {
    const walk = scored({ a: '250', b: '200', c: '150' });
    walk.take({ type: 'rfp.bidderWithdrew', rfp: 1, bidder: 'a', reason: '体制' }, office, day('06'));
    walk.take(notified(['b', 'c']), office, day('06'));
    expect(open(walk).bidders.a?.out).toBeUndefined();
  });
});

describe('the second round', () => {
  const second = (over: Over = {}) =>
    scored({ a: '250', b: '200', c: '150' }, over).take(notified(['a', 'b']), office, day('06'));

  it('is scored anew by sheets of its own, with what is carried; the candidate comes of it', () => {
    const walk = second();
    const mine = talks({ a: '200', b: '399.5' });
    walk.take(mine, e1, day('06'));
    expect([isSealed(mine, walk.snapshot), isSealed(papers({}), walk.snapshot)]).toEqual([true, false]);
    expect(walk.codes(closing('documents'), office, day('07'))).toEqual(['rfp.otherRound']);
    walk.take(talks({ a: '201', b: '400' }), e2, day('06')).take(closing('presentation'), office, day('07'));
    // a 200.5 + 300 + 125; b 399.75 + 272.73 + 100
    expect(open(walk).results).toMatchObject({
      a: { technical: '200.5', price: '300', carried: { technical: '125', price: '0' }, total: '625.5' },
      b: { technical: '399.75', price: '272.73', carried: { technical: '100', price: '0' }, total: '772.48' },
    });
    expect(walk.codes(notified(['a'], 'presentation'), office, day('07'))).toEqual(['rfp.roundIsLast']);
    walk.take({ type: 'rfp.candidateNamed', rfp: 1, bidder: 'b' }, chair, day('08'));
    expect([currentCandidate(open(walk)), runnerUp(open(walk))]).toEqual(['b', 'a']);
    expect(walk.snapshot.context.selection).toMatchObject({
      candidate: 'b社',
      technical: '499.75',
      price: '272.73',
      total: '772.48',
      outOf: { technical: '550', price: '300' },
    });
  });

  it('asks its own minimum, whatever was carried, and names nobody who was out', () => {
    const walk = second();
    for (const one of [e1, e2]) walk.take(talks({ a: '199', b: '250' }), one, day('06'));
    walk.take(closing('presentation'), office, day('07'));
    expect(open(walk).results.a?.ranked).toBe(false);
    const naming = (bidder: string): Fact => ({ type: 'rfp.candidateNamed', rfp: 1, bidder, reason: '実績' });
    expect(walk.codes(naming('c'), chair, day('08'))).toEqual(['rfp.notRanked']);
    expect(walk.codes(naming('b'), chair, day('08'))).toEqual([]);
  });

  it('carries nothing where the rules say nothing of it', () => {
    const walk = second({ documents: { carryPercent: undefined } });
    for (const one of [e1, e2]) walk.take(talks({ a: '300', b: '250' }), one, day('06'));
    walk.take(closing('presentation'), office, day('07'));
    expect(open(walk).results.a).toEqual({
      technical: '300',
      price: '300',
      total: '600',
      criteria: { talk: '300' },
      ranked: true,
    });
  });

  it('keeps who scored the first among the scorers, and tells each stage while it is to be done', () => {
    const walk = begun();
    const stages = () => stagesAhead(walk.of, walk.snapshot.context).map(({ stage }) => stage);
    walk.take(
      {
        type: 'rfp.stageMoved',
        rfp: 1,
        stage: 'secondReview',
        at: '2023-12-07T17:00:00+09:00',
        reason: '会場',
      },
      office,
      day('04'),
    );
    for (const one of [e1, e2]) walk.take(papers({ a: '250', b: '200', c: '150' }), one, day('04'));
    walk.take(closing('documents'), office, day('05'));
    expect(stages()).toEqual(expect.arrayContaining(['firstReview', 'secondReview']));
    walk.take(notified(['a', 'b']), office, day('06'));
    expect(stages()).not.toContain('firstReview');
    expect(stages()).toContain('secondReview');
    expect(holdersOf('scorer', walk.snapshot.context)).toEqual(['e1', 'e2']);
    for (const one of [e1, e2]) walk.take(talks({ a: '300', b: '250' }), one, day('06'));
    walk.take(closing('presentation'), office, day('07'));
    expect(stages()).not.toContain('secondReview');
  });

  it('is printed with its name, and so is what each bidder is told of the first', () => {
    const walk = second();
    for (const one of [e1, e2]) walk.take(talks({ a: '300', b: '250' }), one, day('06'));
    walk.take(closing('presentation'), office, day('07'));
    const tables = closedRounds(open(walk)).map((stood) => {
      const scoring = roundNow(stood);
      return scoring ? tableMarkdown(evaluationTable(stood, scoring, new Map())) : '';
    });
    expect(tables.map((table) => /^# .*(一次審査|二次審査)）$/mu.exec(table)?.[1])).toEqual([
      '一次審査',
      '二次審査',
    ]);
    expect(tables[0]).toContain('| 2 | b社 | 200 | 0 | 200 | 200 |');
    expect(tables[1]).toContain('| 1 | a社 | 300 | 300 | 125 | 0 | 725 | 725 |');
    const told = roundNotice(open(walk), '世田谷区', { bidder: 'c' });
    expect('markdown' in told && told.markdown).toContain('次の審査には進みません');
    expect('markdown' in told && told.markdown).not.toMatch(/a社|b社|250|200/u);
    expect(roundNotice(open(walk), '世田谷区', { bidder: 'a', round: 'presentation' })).toMatchObject({
      refusals: [{ code: 'rfp.roundNotOver' }],
    });
  });
});

describe('rounds', () => {
  const [documents, presentation] = rounds() as [Round, Round];
  it.each<[string, { scoring?: undefined; rounds?: Round[] }]>([
    ['of which there is but one', { scoring: undefined, rounds: [presentation] }],
    ['of one name', { scoring: undefined, rounds: [documents, { ...presentation, id: 'documents' }] }],
    [
      'of which the last leads on',
      { scoring: undefined, rounds: [documents, { ...presentation, goOn: { most: 1 } }] },
    ],
    ['beside a scoring', { rounds: rounds() }],
  ])('are not opened %s', (_why, over) => {
    expect(new Walk(rfpDefinition()).codes(opened(over), office)).toEqual(['rfp.roundsFlawed']);
  });

  it('are the path’s where the terms say nothing of scoring, as they were when it was opened', () => {
    const plain = rfpDefinition();
    const { procurement } = plain.path;
    if (!procurement?.rfp) throw new Error('the path has a procurement');
    const rfp = {
      ...procurement.rfp,
      rounds: rounds().map(({ criteria, ...one }) => ({
        ...one,
        criteria: criteria.map(({ id, label, points = '0' }) => ({ id, label, points })),
      })),
    };
    const of = { ...plain, path: { ...plain.path, procurement: { ...procurement, rfp } } };
    const walk = new Walk(of).take(opened({ scoring: undefined }), office);
    expect(open(walk).terms.rounds?.map(({ id }) => id)).toEqual(['documents', 'presentation']);
    // One that says how it is scored is scored so.
    expect(open(new Walk(of).take(opened(), office)).terms.rounds).toBeUndefined();
    expect(new Walk(of).codes(opened({ scoring: undefined, form: 'lowestPrice' }), office)).toEqual([
      'rfp.scoringMissing',
    ]);
  });

  it('let on as many as they say, none with fewer points than one who is out, and carry exactly what they say', () => {
    const points = fc.integer({ min: 0, max: 300 }).map(String);
    fc.assert(
      fc.property(
        fc.array(points, { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 1, max: 6 }),
        fc.constantFrom(undefined, '120', '250'),
        fc.integer({ min: 0, max: 100 }),
        (given, most, from, carryPercent) => {
          const ids = given.map((_, index) => `b${index}`);
          const prices = Object.fromEntries(ids.map((bidder) => [bidder, 100_000_000]));
          const first = Object.fromEntries(ids.map((bidder, index) => [bidder, given[index] ?? '0']));
          const over = { documents: { goOn: { most, from }, carryPercent, ties: ['committee' as const] } };
          const walk = begun(over, prices);
          if (ids.length === 1)
            walk.take({ type: 'rfp.singleAccepted', rfp: 1, reason: '一者' }, chair, day('03'));
          for (const one of [e1, e2]) walk.take(papers(first), one, day('04'));
          walk.take(closing('documents'), office, day('05'));
          const worth = (bidder: string) => Number(first[bidder]);
          const able = ids.filter((bidder) => worth(bidder) >= Math.max(100, Number(from ?? 0)));
          const goesOn = able.toSorted((a, b) => worth(b) - worth(a) || (a < b ? -1 : 1)).slice(0, most);
          const isCut = able.some(
            (bidder) => !goesOn.includes(bidder) && worth(bidder) === worth(goesOn.at(-1) ?? ''),
          );
          expect(walk.codes(notified(goesOn), office, day('06'))).toEqual(isCut ? ['rfp.tieOpen'] : []);
          if (isCut || goesOn.length === 0) return;
          walk.take(notified(goesOn), office, day('06'));
          if (goesOn.length === 1)
            walk.take({ type: 'rfp.singleAccepted', rfp: 1, reason: '一者' }, chair, day('06'));
          const second = Object.fromEntries(goesOn.map((bidder) => [bidder, '300']));
          for (const one of [e1, e2]) walk.take(talks(second), one, day('06'));
          walk.take(closing('presentation'), office, day('07'));
          const { results, terms } = open(walk);
          expect(Object.keys(results).toSorted()).toEqual(goesOn.toSorted());
          for (const bidder of goesOn) {
            const carried = new Decimal(first[bidder] ?? '0').times(carryPercent).div(100);
            expect(results[bidder]?.total).toBe(
              carried.toDecimalPlaces(2, Decimal.ROUND_HALF_UP).plus(600).toFixed(),
            );
          }
          const out = ids.filter((bidder) => !goesOn.includes(bidder));
          const whyNot = (bidder: string) => {
            const found = open(walk).bidders[bidder];
            return found && uncounted(found, terms);
          };
          expect(out.map(whyNot)).toEqual(out.map(() => 'out'));
        },
      ),
      { numRuns: 60 },
    );
  });
});
