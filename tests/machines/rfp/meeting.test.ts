// A committee that meets decides ties, the candidate and a failed negotiation in its meetings: none of its members alone.
import { describe, expect, it } from 'vitest';
import type { Decides, Resolution } from '../../../machines/decision/resolution.ts';
import type { Fact } from '../../../machines/migration/acts.ts';
import { bundleOf } from '../../../machines/migration/resolution/bundle.ts';
import { decidables } from '../../../machines/migration/resolution/decidable.ts';
import { currentCandidate } from '../../../machines/migration/rfp/current.ts';
import { factOf } from '../../../machines/programme/meetings/resolutions.ts';
import { rules } from '../../builders/meeting.ts';
import { appointed, at, evenly, received, rfpDefinition, rfpPeople, sheet } from '../../builders/rfp.ts';
import { told, type Walk } from '../../builders/walk.ts';

const { office, chair, evaluators } = rfpPeople;
const december = at('2023-12-08');
const BY = { seq: 9, hash: 'c'.repeat(64) };
const TIE: Decides = { kind: 'tie', rfp: 1, order: ['b', 'a'], how: 'committee' };
const candidate = (bidder: string) => ({ kind: 'candidate', rfp: 1, bidder }) as const;
const FAILURE = { kind: 'failure', rfp: 1 } as const;

const plain = rfpDefinition();
const bodies = plain.bodies.map((body) => (body.id === 'committee' ? { ...body, meets: rules() } : body));

/** Two of three are equal by every rule, and the sheets are open. */
function tied(): Walk {
  const walk = received({}, { a: 100, b: 100, c: 120 }, { ...plain, bodies });
  walk.take(appointed(['e1']), office, at('2023-12-01'));
  walk.take(sheet(evenly({ a: '300', b: '300', c: '100' })), evaluators[0] ?? office, at('2023-12-04'));
  return walk.take({ type: 'rfp.scoringClosed', rfp: 1 }, office, at('2023-12-05'));
}

let meetings = 0;
function resolved(walk: Walk, decides: Decides, over: Partial<Resolution> = {}): Fact {
  meetings += 1;
  const bundle = bundleOf(walk.of, walk.snapshot, decides) ?? '0'.repeat(64);
  const seated = (account: string) => ({ account, name: account, voice: 'for' as const });
  const resolution: Resolution = {
    meeting: meetings,
    item: 1,
    body: 'committee',
    form: 'circulation',
    on: '2023-12-08',
    decides,
    outcome: 'approved',
    reason: '実績による',
    of: { version: walk.snapshot.context.version, bundle },
    presider: 'chair',
    present: [seated('chair'), seated('member')],
    away: [],
    recused: [],
    ...over,
  };
  return factOf(resolution, BY);
}
const take = (walk: Walk, decides: Decides, over: Partial<Resolution> = {}) =>
  walk.take(resolved(walk, decides, over), office, december);
const open = ({ snapshot }: Walk) => {
  const found = snapshot.context.rfp?.open;
  if (!found) throw new Error('no procurement is open');
  return found;
};
const failed: Fact = { type: 'rfp.negotiationFailed', rfp: 1, reason: '協議が折り合わない' };

describe('a committee that meets', () => {
  it('names nobody, parts no tie and lets no negotiation fail by one member alone', () => {
    const walk = tied();
    const alone: Fact[] = [
      { type: 'rfp.tieDecided', rfp: 1, order: ['b', 'a'], how: 'committee', reason: '実績' },
      { type: 'rfp.candidateNamed', rfp: 1, bidder: 'a' },
    ];
    for (const fact of alone) expect(walk.codes(fact, chair, december)).toContain('body.meets');
    take(take(walk, TIE), candidate('b')).take(failed, office, december);
    expect(walk.codes({ type: 'rfp.failureApproved', rfp: 1 }, chair, december)).toEqual(['body.meets']);
    const dismissed: Fact = { type: 'rfp.failureDismissed', rfp: 1, reason: '続ける' };
    expect(walk.codes(dismissed, chair, december)).toEqual(['body.meets']);
  });

  it('parts a tie and names the candidate by what it resolved, with its reason', () => {
    const walk = tied();
    expect(walk.codes(resolved(walk, candidate('b')), office, december)).toEqual(['rfp.tieOpen']);
    const named = resolved(walk, candidate('b'));
    take(walk, TIE);
    expect(open(walk).ties).toEqual([{ order: ['b', 'a'], how: 'committee', reason: '実績による' }]);
    // Both items of one agenda: that the tie was decided meanwhile takes nothing from the other.
    walk.take(named, office, december);
    expect(told(walk).map(([code]) => code)).toEqual(['rfp.candidateNamed']);
    expect(walk.snapshot.context.selection?.candidate).toBe('b社');
    expect(walk.codes(resolved(walk, candidate('a')), office, december)).toContain('meeting.otherBundle');
  });

  it('names nobody by an item that was not carried', () => {
    const walk = take(take(tied(), TIE), candidate('b'), { outcome: 'rejected' });
    expect([open(walk).outcome, walk.snapshot.context.selection]).toEqual([null, null]);
    expect(take(walk, candidate('a')).snapshot.context.selection?.candidate).toBe('a社');
  });

  it('comes to the runner-up where it resolves that the negotiation failed, without whoever said so', () => {
    const walk = take(take(tied(), TIE), candidate('b')).take(failed, office, december);
    const withProposer = { present: [{ account: 'office', name: 'office', voice: 'for' as const }] };
    expect(walk.codes(resolved(walk, FAILURE, withProposer), office, december)).toEqual([
      'meeting.mustRecuse',
    ]);
    take(walk, FAILURE);
    expect([currentCandidate(open(walk)), open(walk).failing]).toEqual(['a', null]);
    expect(walk.snapshot.context.selection?.candidate).toBe('a社');
  });

  it('leaves the candidate where it resolves that the negotiation has not failed', () => {
    const walk = take(take(tied(), TIE), candidate('b')).take(failed, office, december);
    take(walk, FAILURE, { outcome: 'rejected' });
    expect([currentCandidate(open(walk)), open(walk).failing]).toEqual(['b', null]);
    expect(told(walk).map(([code]) => code)).toEqual(['rfp.failureDecided']);
  });

  it('takes no resolution of a body that is not asked, or about another procurement', () => {
    const walk = tied();
    const other = resolved(walk, TIE, { body: 'promotion-committee' });
    // It is that body's secretariat's to record.
    expect(walk.codes(other, office, december)).not.toEqual([]);
    expect(walk.codes(resolved(walk, { ...TIE, rfp: 2 }), office, december)).toEqual(['rfp.otherNumber']);
  });
});

describe('what the committee could decide', () => {
  const found = ({ of, snapshot }: Walk) =>
    decidables(of, snapshot).map(({ decides, asked, isNow, hows }) => [decides, asked, isNow, hows]);

  it('is the tie with its ways and each that is ranked, then a failed negotiation once somebody says so', () => {
    const walk = tied();
    const [gate, ...rest] = found(walk);
    expect(gate).toMatchObject([{ kind: 'gate' }, expect.anything(), false, undefined]);
    expect(rest).toEqual([
      [{ ...TIE, order: ['a', 'b'] }, ['committee'], true, ['committee']],
      ...['a', 'b', 'c'].map((bidder) => [candidate(bidder), ['committee'], true, undefined]),
    ]);
    take(walk, TIE);
    expect(
      found(walk)
        .slice(1)
        .map(([decides]) => decides),
    ).toEqual(['b', 'a', 'c'].map(candidate));
    take(walk, candidate('b'));
    expect(found(walk)).toHaveLength(1);
    walk.take(failed, office, december);
    expect(found(walk)[1]?.[0]).toEqual(FAILURE);
  });
});
