// A body is canonical in one way only: the same members in another order are other bytes (RFC 8785).
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isCanonical } from '../../ledger/proof/entries/entry-bytes.ts';
import { canonical } from '../../machines/record/canonical.ts';

const canonicalText = (text: string) => isCanonical(JSON.parse(text), text);

it.each([
  ['at the top', '{"b":1,"a":2}'],
  ['within a member', '{"a":{"d":1,"c":2},"b":3}'],
  ['within a list', '{"a":[{"z":1,"y":2}]}'],
  ['by their UTF-16 units, not their code points', '{"\uff5e":1,"\ud83d\ude00":2}'],
])('members in another order %s are not', (_where, text) => expect(canonicalText(text)).toBe(false));

it('takes what is written canonically, whatever its names are, and no blanks', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = canonical(value);
      return canonicalText(text) && !canonicalText(`${text} `);
    }),
  );
});
