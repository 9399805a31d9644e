// The one text of a JSON value, which every hash is over: the same bytes as another program that writes it.
import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { canonical } from '../../../machines/record/canonical.ts';

it('a value is written as by the reference of RFC 8785, whatever it holds', () => {
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('10', '9', '__proto', '\u2028', '\ud800', '"\\\n', 'é'),
  );
  const values = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      fc.oneof(
        fc.constant(null),
        fc.boolean(),
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.integer(),
        texts,
      ),
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(texts, fc.oneof(tie('value'), fc.constant(undefined)), { maxKeys: 6 }),
    ),
  })).value;
  fc.assert(
    fc.property(values, (value) => {
      expect(canonical(value)).toBe(canonicalize(value));
    }),
    { numRuns: 2_000 },
  );
});

it('what is no JSON value has no text', () => {
  for (const none of [undefined, Number.NaN, Number.POSITIVE_INFINITY, { amountYen: Number.NaN }])
    expect(() => canonical(none)).toThrow('not a JSON value');
});

it('what has no value is left out of an object, and is null in a list', () => {
  expect(canonical({ b: [undefined, 1], a: undefined, 10: 'x', 9: -0 })).toBe(
    '{"10":"x","9":0,"b":[null,1]}',
  );
});
