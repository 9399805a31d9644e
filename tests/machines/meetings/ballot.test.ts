// What votes come to: whatever anybody votes, nothing is carried without its quorum and its majority, and a tie is nobody's but the chair's.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Ballot, countOf, isSettled, quorumFor, voices } from '../../../machines/decision/ballot.ts';
import { carriedBy, shareOf, ties } from '../../../machines/definition/meeting-rules.ts';
import { rules } from '../../builders/meeting.ts';

const share = fc.oneof(fc.constantFrom('majority' as const, 'half' as const), fc.integer({ min: 1, max: 9 }));
const someRules = fc
  .record({
    quorum: share,
    of: share,
    carriedBy: fc.constantFrom(...carriedBy),
    tie: fc.constantFrom(...ties),
  })
  .map(({ of, ...given }) => rules({ ...given, circulation: { quorum: of } }));

const sitting = fc.integer({ min: 1, max: 9 }).chain((members) =>
  fc.record({
    members: fc.constant(members),
    given: someRules,
    form: fc.constantFrom('inPerson' as const, 'circulation' as const),
    seats: fc.array(fc.record({ there: fc.boolean(), voice: fc.constantFrom(...voices) }), {
      minLength: members,
      maxLength: members,
    }),
    presider: fc.option(fc.integer({ min: 0, max: members - 1 })),
    casting: fc.option(fc.constantFrom('for' as const, 'against' as const), { nil: undefined }),
  }),
);

type Sitting = typeof sitting extends fc.Arbitrary<infer T> ? T : never;

const ballotOf = ({ form, seats, presider, casting }: Sitting): Ballot => {
  const there = seats.flatMap((seat, index) =>
    seat.there ? [{ account: `m${index}`, voice: seat.voice }] : [],
  );
  return {
    form,
    present: there.map(({ account }) => account),
    voices: Object.fromEntries(there.map(({ account, voice }) => [account, voice])),
    presider: presider === null ? null : `m${presider}`,
    casting,
  };
};

describe('whatever is voted', () => {
  it('nothing is carried without the quorum, and without more for than against unless the chair decides a tie', () => {
    fc.assert(
      fc.property(sitting, (one) => {
        const { result, byCasting, ...count } = countOf(one.given, one.members, ballotOf(one));
        if (count.present < quorumFor(one.given, one.members, one.form)) expect(result).toBe('noQuorum');
        if (result !== 'carried') return;
        if (byCasting) expect([count.for, one.given.tie === 'lost']).toEqual([count.against, false]);
        else expect(count.for).toBeGreaterThan(count.against);
      }),
      { numRuns: 3000 },
    );
  });

  it('a tie is decided by whoever presides and is there, and by nobody where it is lost', () => {
    fc.assert(
      fc.property(sitting, (one) => {
        const ballot = ballotOf(one);
        const { byCasting, result } = countOf(one.given, one.members, ballot);
        if (byCasting) {
          expect(ballot.present).toContain(ballot.presider);
          expect(one.given.tie).not.toBe('lost');
        }
        if (result === 'tied') expect(one.given.tie).not.toBe('lost');
      }),
      { numRuns: 3000 },
    );
  });

  it('of all who are there more than half are for it, where the rules ask so', () => {
    fc.assert(
      fc.property(sitting, (one) => {
        const ballot = ballotOf(one);
        const { result, byCasting, ...count } = countOf(one.given, one.members, ballot);
        if (one.given.carriedBy !== 'present' || result !== 'carried' || byCasting) return;
        const voters =
          one.given.tie === 'chair'
            ? ballot.present.filter((who) => who !== ballot.presider)
            : ballot.present;
        expect(count.for * 2).toBeGreaterThan(voters.length);
      }),
      { numRuns: 3000 },
    );
  });

  it('a circulation that is settled comes to the same whatever those who are out still say', () => {
    fc.assert(
      fc.property(
        sitting,
        fc.array(fc.constantFrom(...voices, null), { minLength: 9, maxLength: 9 }),
        (one, later) => {
          const ballot = ballotOf({ ...one, form: 'circulation' });
          const out = one.seats.flatMap((seat, index) => (seat.there ? [] : [`m${index}`]));
          if (!isSettled(one.given, one.members, ballot, out)) return;
          const said = out.flatMap((account, index) => {
            const voice = later[index];
            return voice ? [[account, voice] as const] : [];
          });
          const then = {
            ...ballot,
            present: [...ballot.present, ...said.map(([account]) => account)],
            voices: { ...ballot.voices, ...Object.fromEntries(said) },
          };
          expect(countOf(one.given, one.members, then).result).toBe(
            countOf(one.given, one.members, ballot).result,
          );
        },
      ),
      { numRuns: 5000 },
    );
  });
});

it('a majority is more than half, half is half', () => {
  expect([7, 8].map((members) => shareOf('majority', members))).toEqual([4, 5]);
  expect([7, 8].map((members) => shareOf('half', members))).toEqual([4, 4]);
});
