// Whether duties can be shared out, against every way there is to share them out among few people.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { firstImpossible, type Need, type Pair, scoringApart } from '../../../machines/decision/apart.ts';
import type { Duty } from '../../../machines/definition/decisions.ts';

const duties: Duty[] = ['drafter', 'approver', 'scorer', 'contract'];
const people = ['a', 'b', 'c', 'd'];

const need = fc.record({
  duty: fc.constantFrom(...duties),
  people: fc.subarray(people),
  count: fc.integer({ min: 1, max: 2 }),
});
const pair = fc
  .tuple(fc.constantFrom(...duties), fc.constantFrom(...duties))
  .filter(([one, other]) => one !== other);

const choices = ({ people: able, count }: Need): string[][] =>
  count === 1
    ? able.map((one) => [one])
    : able.flatMap((one, at) => able.slice(at + 1).map((two) => [one, two]));

/** Every way: nobody ends in two duties of a pair. */
function canBe(
  needs: readonly Need[],
  pairs: readonly Pair[],
  held: readonly (readonly [string, Duty])[] = [],
): boolean {
  const [first, ...others] = needs;
  if (!first) return true;
  const clashes = (person: string) =>
    held.some(
      ([one, duty]) =>
        one === person &&
        pairs.some((apart) => apart.includes(duty) && apart.includes(first.duty) && duty !== first.duty),
    );
  return choices(first).some(
    (chosen) =>
      !chosen.some(clashes) &&
      canBe(others, pairs, [...held, ...chosen.map((person) => [person, first.duty] as const)]),
  );
}

it('the pair that is told is the first with which no way of sharing out is left', () => {
  fc.assert(
    fc.property(fc.array(need, { maxLength: 5 }), fc.array(pair, { maxLength: 2 }), (needs, pairs) => {
      const all: Pair[] = [['drafter', 'approver'], ...scoringApart, ...pairs];
      const upTo = all.findIndex((_one, at) => !canBe(needs, all.slice(0, at + 1)));
      // Too few people without any pair but the first: told of the gate that lacks them.
      expect(firstImpossible(needs, pairs)).toEqual(upTo > 0 ? all[upTo] : null);
    }),
    { numRuns: 400 },
  );
});
