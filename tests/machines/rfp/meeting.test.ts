// A committee that meets decides ties, the candidate and a failed negotiation in its meetings: none of its members alone.
import { describe, expect, it } from 'vitest';
import type { Decides, Resolution } from '../../../machines/decision/resolution.ts';
import { acts, type Fact, factTypes } from '../../../machines/migration/acts.ts';
import { lookedAtOf } from '../../../machines/migration/bundle/decided.ts';
import { decidables } from '../../../machines/migration/resolution/decidable.ts';
import { isResolved, RESOLVED } from '../../../machines/migration/resolution/kinds.ts';
import { puttingObjections } from '../../../machines/migration/resolution/putting.ts';
import { currentCandidate } from '../../../machines/migration/rfp/current.ts';
import type { Scoring, Terms } from '../../../machines/migration/rfp/terms.ts';
import { factOf } from '../../../machines/programme/meetings/resolutions.ts';
import { rules } from '../../builders/meeting.ts';
import {
  appointed,
  at,
  evenly,
  received,
  rfpDefinition,
  rfpPeople,
  sheet,
  terms,
} from '../../builders/rfp.ts';
import { told, type Walk } from '../../builders/walk.ts';

const { office, chair, evaluators } = rfpPeople;
const december = at('2023-12-08');
const BY = { seq: 9, hash: 'c'.repeat(64) };
const TIE: Decides = { kind: 'tie', rfp: 1, order: ['b', 'a'], how: 'committee' };
const candidate = (bidder: string) => ({ kind: 'candidate', rfp: 1, bidder }) as const;
const FAILURE = { kind: 'failure', rfp: 1 } as const;
const SINGLE = { kind: 'single', rfp: 1 } as const;
const END = { kind: 'end', rfp: 1 } as const;

const plain = rfpDefinition();
const bodies = plain.bodies.map((body) => (body.id === 'committee' ? { ...body, meets: rules() } : body));

/** One bidder alone. */
const one = (of = { ...plain, bodies }) => received({}, { a: 100 }, of);

/** Two of three are equal by every rule, and the sheets are open. */
function tied(over: Partial<Terms> = {}): Walk {
  const walk = received(over, { a: 100, b: 100, c: 120 }, { ...plain, bodies });
  walk.take(appointed(['e1']), office, at('2023-12-01'));
  walk.take(sheet(evenly({ a: '300', b: '300', c: '100' })), evaluators[0] ?? office, at('2023-12-04'));
  return walk.take({ type: 'rfp.scoringClosed', rfp: 1 }, office, at('2023-12-05'));
}

let meetings = 0;
function resolved(walk: Walk, decides: Decides, over: Partial<Resolution> = {}) {
  meetings += 1;
  const of = lookedAtOf(walk.of, walk.snapshot, decides) ?? { version: 0, bundle: '0'.repeat(64) };
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
    of,
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

it('takes no fact that says what a body resolved, but one that is proven against the meeting', () => {
  const says = factTypes.filter((type) => 'resolution' in acts[type].schema.shape);
  expect(says.filter((type) => !isResolved(type))).toEqual([]);
  expect(says).toHaveLength(RESOLVED.length);
});

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

  it('ends nothing and goes on with no single bidder by one member alone, also in a fact that is forged', () => {
    const alone: Fact[] = [
      { type: 'rfp.ended', rfp: 1, reason: '予算の見直し' },
      { type: 'rfp.singleAccepted', rfp: 1, reason: '再公告の暇がない' },
    ];
    for (const fact of alone) expect(one().codes(fact, chair, december)).toEqual(['body.meets']);
    // Nor does its secretariat, who records what it resolves.
    for (const fact of alone) expect(one().codes(fact, office, december)).toEqual(['actor.wrongPost']);
    // A body that does not meet decides by its members' voices.
    const without = one(plain);
    for (const fact of alone) expect(without.codes(fact, chair, december)).toEqual([]);
  });

  it('goes on with a single bidder by what it resolved, and the sheets are taken', () => {
    const walk = one();
    const mine = sheet(evenly({ a: '300' }));
    walk.take(appointed(['e1']), office, at('2023-12-01'));
    expect(walk.codes(mine, evaluators[0] ?? office, at('2023-12-04'))).toEqual(['rfp.single']);
    take(walk, SINGLE, { outcome: 'rejected' });
    expect(open(walk).single).toBeUndefined();
    take(walk, SINGLE);
    expect(open(walk).single).toBe('実績による');
    expect(walk.codes(mine, evaluators[0] ?? office, december)).toEqual([]);
    // Of three it is not asked.
    const several = tied();
    expect(lookedAtOf(several.of, several.snapshot, SINGLE)).toBeNull();
  });

  it('ends by what it resolved, with its selection, and not under a contract or on what is otherwise by then', () => {
    const walk = take(take(tied(), TIE), candidate('b'));
    take(walk, END, { outcome: 'returned' });
    expect(open(walk).outcome?.order[0]).toBe('b');
    const before = resolved(walk, END);
    walk.take(failed, office, december);
    take(walk, FAILURE);
    // Another has come up since.
    expect(walk.codes(before, office, december)).toEqual(['meeting.otherBundle']);
    take(walk, END);
    const { rfp, selection } = walk.snapshot.context;
    expect([rfp?.open, selection]).toEqual([undefined, null]);
    expect(rfp?.ended).toMatchObject([{ number: 1, as: 'ended', reason: '実績による' }]);
    expect(walk.codes(before, office, december)).toEqual(['rfp.notOpen']);
  });

  it.each<Decides>([TIE, candidate('b'), FAILURE, SINGLE, END])(
    'takes an item ($kind) once, and only of what there is to decide',
    (decides) => {
      const walk = decides.kind === 'single' ? one() : tied();
      if (decides.kind === 'failure') take(take(walk, TIE), candidate('b')).take(failed, office, december);
      if (decides.kind === 'candidate') take(walk, TIE);
      const fact = resolved(walk, decides);
      const carried = {
        ...fact,
        resolution: { ...fact.resolution, outcome: 'carriedOver' as const },
      } as Fact;
      walk.take(carried, office, december);
      expect(walk.codes(fact, office, december)).toEqual(['meeting.itemTaken']);
      const other = {
        ...fact,
        resolution: { ...fact.resolution, meeting: 99, decides: { kind: 'cancellation' } },
      };
      expect(walk.codes(other as Fact, office, december)).toContain('meeting.otherItem');
    },
  );

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

  it('is the tie with its ways, each that is ranked and an end; then a failed negotiation once somebody says so', () => {
    const end = [END, ['committee'], true, undefined];
    const walk = tied();
    const [gate, ...rest] = found(walk);
    expect(gate).toMatchObject([{ kind: 'gate' }, expect.anything(), false, undefined]);
    expect(rest).toEqual([
      [{ ...TIE, order: ['a', 'b'] }, ['committee'], true, ['committee']],
      ...['a', 'b', 'c'].map((bidder) => [candidate(bidder), ['committee'], true, undefined]),
      end,
    ]);
    take(walk, TIE);
    expect(
      found(walk)
        .slice(1)
        .map(([decides]) => decides),
    ).toEqual([...['b', 'a', 'c'].map(candidate), END]);
    take(walk, candidate('b'));
    expect(found(walk).slice(1)).toEqual([end]);
    walk.take(failed, office, december);
    expect(found(walk)[1]?.[0]).toEqual(FAILURE);
  });

  it('is nobody as candidate whom the points rank nowhere, who is not there, or beside one who is named; told where a meeting is convened', () => {
    const codes = ({ of, snapshot }: Walk, decides: Decides, body = 'committee') =>
      puttingObjections(of, snapshot.context, { body, decides }).map(({ code }) => code);
    const walk = tied();
    expect(codes(walk, candidate('b'))).toEqual([]);
    expect(codes(walk, candidate('d'))).toEqual(['rfp.unknown']);
    expect(codes(walk, { ...candidate('b'), rfp: 2 })).toEqual(['rfp.otherNumber']);
    expect(codes(walk, candidate('b'), 'working-group')).toEqual(['meeting.notAsked']);
    const few = tied({ scoring: { ...(terms().scoring as Scoring), minimumTechnical: '301' } });
    expect(codes(few, candidate('c'))).toEqual(['rfp.notRanked']);
    expect(codes(take(take(walk, TIE), candidate('b')), candidate('a'))).toEqual(['rfp.outcomeThere']);
    // Before the sheets are opened nobody knows who will be ranked.
    expect(codes(received({}, { a: 100, b: 100 }, { ...plain, bodies }), candidate('a'))).toEqual([]);
  });

  it('is going on with a single bidder, or an end', () => {
    expect(found(one()).map(([decides]) => decides)).toEqual([expect.anything(), SINGLE, END]);
  });
});
