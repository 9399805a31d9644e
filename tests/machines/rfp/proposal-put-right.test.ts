// A proposal's price that was typed wrongly is put right until the sheets are opened: else a typing error would choose the vendor.
import { expect, it } from 'vitest';
import type { Fact } from '../../../machines/migration/acts.ts';
import type { Said } from '../../../machines/migration/correction/shapes.ts';
import { pairOf, type Recorded, Recording } from '../../builders/recording.ts';
import { appointed, at, evenly, opened, rfpDefinition, rfpPeople, sheet } from '../../builders/rfp.ts';

const { office, other, evaluators } = rfpPeople;
const LATER = at('2023-12-04', '15:00:00');

const proposal = (bidder: string, priceYen: number, receivedAt = '2023-11-30T16:00:00+09:00') =>
  ({ type: 'rfp.proposalReceived', rfp: 1, bidder, receivedAt, priceYen }) as const;

/** a and b; b's price typed with a digit too many, above the ceiling. */
function received(): { walk: Recording; of: Recorded } {
  const walk = new Recording(rfpDefinition()).take(
    opened({ ceilingYen: 150_000_000 }),
    office,
    at('2023-11-16'),
  );
  for (const bidder of ['a', 'b']) {
    walk.take({ type: 'rfp.bidderApplied', rfp: 1, bidder, name: `${bidder}社` }, office, at('2023-11-21'));
    walk.take({ type: 'rfp.bidderQualified', rfp: 1, bidder, accepted: true }, office, at('2023-11-24'));
  }
  walk.take(proposal('a', 100_000_000), office, at('2023-11-30', '16:05:00'));
  walk.take(proposal('b', 800_000_000), office, at('2023-11-30', '16:06:00'));
  return { walk, of: walk.last() };
}

const propose = (of: Recorded, should: Partial<Said> | null): Fact => ({
  type: 'correction.proposed',
  entry: of.seq,
  ...pairOf(of, should),
  reason: '桁の誤り',
});
const right = (of: Recorded) => propose(of, { fact: proposal('b', 80_000_000) });
const openIn = ({ context }: Recording) => context.rfp?.open;
const close: Fact = { type: 'rfp.scoringClosed', rfp: 1 };

it('counts with the price that it should have had', () => {
  const { walk, of } = received();
  walk.correct(right(of), office, other, LATER.at);
  expect(openIn(walk)?.bidders.b?.proposal?.priceYen).toBe(80_000_000);
  walk.take(appointed(), office, LATER);
  for (const one of evaluators) walk.take(sheet(evenly({ a: '200', b: '200' })), one, at('2023-12-05'));
  walk.take(close, office, at('2023-12-05', '11:00:00'));
  const { a, b } = openIn(walk)?.results ?? {};
  expect([a?.price, b?.price]).toEqual(['240', '300']);
});

it('that counts only since it was put right is scored by every evaluator before the sheets are opened', () => {
  const { walk, of } = received();
  walk.take({ type: 'rfp.singleAccepted', rfp: 1, reason: '一者' }, rfpPeople.chair, at('2023-12-01'));
  walk.take(appointed(), office, at('2023-12-01'));
  for (const one of evaluators) walk.take(sheet(evenly({ a: '200' })), one, at('2023-12-04'));
  walk.correct(right(of), office, other, LATER.at);
  expect(walk.codes(close, office, at('2023-12-05'))).toEqual(['rfp.sheetsMissing']);
});

it('is voided and recorded anew where it was another bidder’s', () => {
  const { walk, of } = received();
  walk.correct(propose(of, null), office, other, LATER.at);
  expect(openIn(walk)?.bidders.b?.proposal).toBeUndefined();
  expect(walk.codes(proposal('b', 80_000_000), office, LATER)).toEqual([]);
});

it('is not put right to what its own rules refuse, by whoever recorded it, or once the sheets are opened', () => {
  const { walk, of } = received();
  const late = propose(of, { fact: proposal('b', 80_000_000, '2023-11-30T17:00:01+09:00') });
  expect(walk.codes(late, office, LATER)).toEqual(['rfp.proposalNotThen', 'rfp.proposalLate']);
  walk.take(right(of), other, LATER);
  expect(walk.codes({ type: 'correction.approved', entry: of.seq }, office, LATER)).toEqual([
    'correction.ownEntry',
  ]);
  walk.take({ type: 'correction.dismissed', entry: of.seq, reason: '-' }, other, LATER);
  walk.take({ type: 'rfp.singleAccepted', rfp: 1, reason: '一者' }, rfpPeople.chair, LATER);
  walk.take(appointed(), office, LATER);
  for (const one of evaluators) walk.take(sheet(evenly({ a: '200' })), one, at('2023-12-05'));
  walk.take(close, office, at('2023-12-05', '11:00:00'));
  expect(walk.codes(right(of), office, at('2023-12-06'))).toEqual(['rfp.scoringClosed']);
});
