// The readers of scores, which stay exact decimals as text, of counts, and of distances in days.
import { oneHyphen, oneWidth, withoutLooseBlanks } from './figures.ts';
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

/** How many must agree: a count, or `過半数` of all. */
export function readQuorum(written: string): Reading<number | 'majority'> {
  const plain = oneWidth(written);
  return plain === 'majority' || plain === '過半数' ? readAs('majority' as const) : readCount(written);
}

/** The same, or `半数`. */
export function readShare(written: string): Reading<number | 'majority' | 'half'> {
  const plain = oneWidth(written);
  return plain === 'half' || plain === '半数' ? readAs('half' as const) : readQuorum(written);
}

/** Days from a day, negative before it: `-30`, `30日前`, `7日後`, `当日`. */
export function readDistance(written: string): Reading<number> {
  const plain = withoutLooseBlanks(oneHyphen(oneWidth(written)));
  if (plain === '') return refused('empty', {});
  if (plain === '当日') return readAs(0);
  const signed = /^([-▲△+]?)(\d{1,5})日?$/u.exec(plain);
  if (signed) return readAs(awayBy(Number(signed[2]), /^[-▲△]$/u.test(signed[1] ?? '')));
  const worded = /^(\d{1,5})日(前|後)$/u.exec(plain);
  return worded ? readAs(awayBy(Number(worded[1]), worded[2] === '前')) : refused('distance.form', {});
}

/** No day is -0 days away. */
const awayBy = (days: number, isBefore: boolean): number => (isBefore && days > 0 ? -days : days);
