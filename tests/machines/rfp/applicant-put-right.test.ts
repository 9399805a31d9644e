// An applicant's name is put right: what was told of it since stays with its id, what says the name follows or is put right first, and whoever
// has no part in the procurement is told no reason that quotes it.
import { describe, expect, it } from 'vitest';
import type { Fact } from '../../../machines/migration/acts.ts';
import type { Said } from '../../../machines/migration/correction/shapes.ts';
import type { Refusal } from '../../../machines/record/refusal.ts';
import { same } from '../../../machines/record/same.ts';
import type { Actor } from '../../../machines/record/submission.ts';
import { namesOf } from '../../../texts/names.ts';
import { refusalView } from '../../../texts/refusals/refusal-texts.ts';
import { pairOf, type Recorded, Recording } from '../../builders/recording.ts';
import {
  appointed,
  at,
  BIDDERS,
  evenly,
  opened,
  rfpDefinition,
  rfpPeople,
  sheet,
} from '../../builders/rfp.ts';

const { office, other, chair, contracts, evaluators } = rfpPeople;
const colleague: Actor = { ...contracts, account: 'colleague', name: 'colleague' };
const LATER = at('2023-12-06').at;

type Applied = Extract<Fact, { type: 'rfp.bidderApplied' }>;
const applied = (bidder: string, name: string): Applied => ({
  type: 'rfp.bidderApplied',
  rfp: 1,
  bidder,
  name,
});
/** As it was typed, and as the firm is called. */
const [TYPO, NAME] = ['株式会社せきもりシステズム', '株式会社せきもりシステムズ'];

function begun(): { walk: Recording; of: Recorded } {
  const walk = new Recording(rfpDefinition());
  walk.take(opened(), office, at('2023-11-16')).take(applied('a', TYPO), office, at('2023-11-21'));
  return { walk, of: walk.last() };
}

/** Three that were scored: a 200, b 300, c 100 of each criterion. */
function scored(unqualified: readonly string[] = []) {
  const { walk, of } = begun();
  for (const bidder of ['b', 'c', ...unqualified])
    walk.take(applied(bidder, `${bidder}社`), office, at('2023-11-21'));
  for (const [bidder, priceYen] of Object.entries(BIDDERS)) {
    const receivedAt = '2023-11-30T16:00:00+09:00';
    walk.take({ type: 'rfp.bidderQualified', rfp: 1, bidder, accepted: true }, office, at('2023-11-24'));
    const received: Fact = { type: 'rfp.proposalReceived', rfp: 1, bidder, receivedAt, priceYen };
    walk.take(received, office, at('2023-11-30', '16:05:00'));
  }
  walk.take(appointed(), office, at('2023-12-01'));
  for (const one of evaluators)
    walk.take(sheet(evenly({ a: '300', b: '200', c: '100' })), one, at('2023-12-04'));
  walk.take({ type: 'rfp.scoringClosed', rfp: 1 }, office, at('2023-12-05'));
  return { walk, of };
}
const named = () => {
  const { walk, of } = scored();
  return {
    of,
    walk: walk.take({ type: 'rfp.candidateNamed', rfp: 1, bidder: 'a' }, chair, at('2023-12-06')),
  };
};

const propose = (of: Recorded, should: Partial<Said> | null): Fact => ({
  type: 'correction.proposed',
  entry: of.seq,
  ...pairOf(of, should),
  reason: '誤記',
});
const called = (of: Recorded, name: string, bidder = 'a') => propose(of, { fact: applied(bidder, name) });
const inOpen = ({ context }: Recording) => {
  const open = context.rfp?.open;
  if (!open) throw new Error('none is open');
  return open;
};
const names = namesOf(rfpDefinition(), new Map());
const saidOf = (refused: Refusal | undefined) => (refused ? refusalView(refused, names).message.ja : '');

describe('an applicant’s name', () => {
  it('is put right by another person’s approval, and nothing else of the procurement is touched', () => {
    const { walk, of } = scored();
    const was = inOpen(walk);
    walk.correct(called(of, NAME), office, other, LATER);
    const is = inOpen(walk);
    expect(is.bidders.a).toEqual({ ...was.bidders.a, name: NAME });
    expect(Object.keys(is.bidders)).toEqual(['a', 'b', 'c']);
    const { bidders: _were, staff: _ran, ...before } = was;
    const { bidders: _are, staff: _run, ...after } = is;
    expect(after).toEqual(before);
  });

  it('is put right again, from what it was put right to', () => {
    const { walk, of } = scored();
    walk.correct(called(of, 'せきもり'), office, other, LATER);
    expect(walk.codes(called(of, NAME), office, { at: LATER })).toEqual(['correction.neverStood']);
    walk.correct(called({ ...of, fact: applied('a', 'せきもり') }, NAME), office, other, LATER);
    expect(inOpen(walk).bidders.a?.name).toBe(NAME);
  });

  it('is the name of the selection too, and of whom the contract is to be with', () => {
    const { walk, of } = named();
    expect(walk.context.selection?.candidate).toBe(TYPO);
    walk.correct(called(of, NAME), office, other, LATER);
    expect(walk.context.selection).toMatchObject({ candidate: NAME, applicants: 3 });
    expect(inOpen(walk).outcome?.order[0]).toBe('a');
  });

  it('of another than the candidate leaves the selection as it is', () => {
    const { walk } = named();
    const b = walk.entries.find(({ fact }) => same(fact, applied('b', 'b社')));
    if (!b) throw new Error('b has applied');
    walk.correct(called(b, '株式会社ビー', 'b'), office, other, LATER);
    expect(walk.context.selection?.candidate).toBe(TYPO);
    expect(inOpen(walk).bidders.b?.name).toBe('株式会社ビー');
  });

  it('is not that of another applicant, however it is spelled', () => {
    const { walk, of } = scored();
    expect(walk.codes(called(of, 'ｂ社'), office, { at: LATER })).toEqual(['rfp.firmTwice']);
  });

  it('waits while a contract says the old one, and is put right once that says the new one', () => {
    const { walk, of } = named();
    const contract = {
      type: 'contract.recorded',
      vendor: TYPO,
      amounts: [{ fiscalYear: 2023, amountYen: 1 }],
      totalYen: 1,
      continuesInto: [],
    } satisfies Fact;
    walk.take({ type: 'budget.voted', fiscalYear: 2023 }, contracts, at('2023-12-06', '11:00:00'));
    walk.take(contract, contracts, at('2023-12-07'));
    const made = walk.last();
    const on = at('2023-12-08').at;
    const [refused, ...more] = walk.refusals(called(of, NAME), office, { at: on });
    expect([refused?.code, more]).toEqual(['rfp.nameInContract', []]);
    expect(saidOf(refused)).toContain('先に契約の登録の相手方を');
    const right = { ...contract, vendor: NAME, otherVendorReason: '応募者の名前の誤記' };
    walk.correct(propose(made, { fact: right }), contracts, colleague, on);
    expect(walk.codes(called(of, NAME), office, { at: on })).toEqual([]);
    walk.correct(called(of, NAME), office, other, on);
    expect(walk.context.selection?.candidate).toBe(walk.context.contract?.vendor);
  });
});

describe('an application', () => {
  it('is voided, or given another id, while nothing was told of it', () => {
    const { walk, of } = begun();
    expect(walk.codes(called(of, NAME, 'z'), office, { at: LATER })).toEqual([]);
    walk.correct(propose(of, null), office, other, LATER);
    expect(inOpen(walk).bidders).toEqual({});
  });

  it('that is voided after the candidate was named is none of the selection’s applicants', () => {
    const { walk } = scored(['d']);
    const of = walk.entries.find(({ fact }) => same(fact, applied('d', 'd社')));
    if (!of) throw new Error('d has applied');
    walk.take({ type: 'rfp.candidateNamed', rfp: 1, bidder: 'a' }, chair, at('2023-12-06'));
    expect(walk.context.selection?.applicants).toBe(4);
    walk.correct(propose(of, null), office, other, LATER);
    expect(walk.context.selection).toMatchObject({ candidate: TYPO, applicants: 3 });
  });

  it('of who withdrew is left as it is: going back would undo nothing', () => {
    const { walk, of } = begun();
    const withdrew: Fact = { type: 'rfp.bidderWithdrew', rfp: 1, bidder: 'a', reason: '都合' };
    walk.take(withdrew, office, at('2023-11-22'));
    const [refused] = walk.refusals(propose(of, null), office, { at: LATER });
    expect(refused?.code).toBe('correction.restedOn');
    expect(saidOf(refused)).toContain('辞退した者は採点にも順位にも入らない');
    expect(saidOf(refused)).not.toContain('手戻り');
  });

  it('is neither once something was, and what that is is said', () => {
    const { walk, of } = scored();
    for (const fact of [propose(of, null), called(of, NAME, 'z')]) {
      const [refused] = walk.refusals(fact, office, { at: LATER });
      expect(refused?.code).toBe('correction.restedOn');
      expect(saidOf(refused)).toContain('参加資格');
      expect(saidOf(refused)).toContain('提案書');
      expect(saidOf(refused)).toContain('sekimori rfp withdraw');
      expect(saidOf(refused)).not.toContain('手戻り');
    }
  });

  it('is not put right by whoever wrote it, nor by whoever proposed it', () => {
    const { walk, of } = scored();
    walk.take(called(of, NAME), other, { at: LATER });
    const approve: Fact = { type: 'correction.approved', entry: of.seq };
    expect(walk.codes(approve, other, { at: LATER })).toEqual(['gate.samePerson']);
    expect(walk.codes(approve, office, { at: LATER })).toEqual(['correction.ownEntry']);
  });

  it('is quoted in no reason that is told to whoever has no part in it', () => {
    const { walk, of } = scored();
    const wrongPost = ['actor.wrongPost'];
    expect(walk.codes(called(of, 'b社'), contracts, { at: LATER })).toEqual(wrongPost);
    walk.take(called(of, NAME), other, { at: LATER });
    expect(walk.codes(called(of, NAME), contracts, { at: LATER })).toEqual(wrongPost);
    expect(walk.codes({ type: 'correction.approved', entry: of.seq }, contracts, { at: LATER })).toEqual(
      wrongPost,
    );
  });
});
