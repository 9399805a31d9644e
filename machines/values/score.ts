// The readers of scores, which stay exact decimals as text, and of counts.
import { oneHyphen, oneWidth } from './figures.ts';
import { type Reading, readAs, refused } from './reading.ts';

const DECIMALS = 4;
export const MOST_COUNT = 999_999_999_999_999;

/** `574.9`, `５７４．９点`. Its last zeros stay: a score of 256.50 was measured to the hundredth. */
export function readScore(written: string): Reading<string> {
  const plain = oneWidth(written).replace(/\s*点$/u, '');
  if (plain === '') return refused('empty', {});
  if (/^\d{1,6}(\.\d{1,4})?$/u.test(plain)) return readAs(plain);
  return /^\d{1,6}\.\d+$/u.test(plain)
    ? refused('score.tooFine', { decimals: DECIMALS })
    : refused('score.form', {});
}

/** A whole number of 0 or more: `12`, `１２`, `1,200`, `3回`. */
export function readCount(written: string): Reading<number> {
  const plain = oneHyphen(oneWidth(written)).replace(/\s*[回者社人件名日]$/u, '');
  if (plain === '') return refused('empty', {});
  if (!/^(?:\d+|\d{1,3}(?:,\d{3})+)$/u.test(plain)) return refused('count.form', {});
  const count = Number(plain.replaceAll(',', ''));
  return count <= MOST_COUNT ? readAs(count) : refused('count.tooLarge', { most: MOST_COUNT });
}
