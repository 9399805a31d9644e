// Two values are the same where their canonical texts are.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { canonical } from '../../machines/record/canonical.ts';
import { same } from '../../machines/record/same.ts';

/** Few words, so that many pairs are alike; and what has no value. */
const leaf = fc.constantFrom<unknown>(0, -0, 1, '', 'a', null, undefined, true);
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    leaf,
    fc.array(tie('value'), { maxLength: 2 }),
    fc.dictionary(fc.constantFrom('a', 'b'), tie('value'), { maxKeys: 2 }),
  ),
}));

it('is the same as its canonical text is', () => {
  fc.assert(
    fc.property(value, value, (a, b) => {
      expect(same(a, b)).toBe(canonical(a ?? null) === canonical(b ?? null));
    }),
    { numRuns: 2000 },
  );
});
