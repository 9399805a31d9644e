// By how much one sum of yen differs from another: the difference exact, the per cent as a decimal that says whether it was rounded.
// Compared with a threshold without any rounding.
import Decimal from 'decimal.js';

export interface Variance {
  fromYen: number;
  toYen: number;
  /** Negative where it became less. */
  amountYen: number;
  /** To four places, half up; null of nothing. */
  percent: string | null;
  /** False where the per cent has more places than are shown. */
  exact: boolean;
}

const PLACES = 4;
/** The most yen times the greatest per cent with its places is exact. */
const Exact = Decimal.clone({ precision: 60 });

export function varianceOf(fromYen: number, toYen: number): Variance {
  const amountYen = toYen - fromYen;
  if (fromYen === 0) return { fromYen, toYen, amountYen, percent: null, exact: true };
  const hundredfold = new Exact(amountYen).times(100);
  const percent = hundredfold.div(fromYen).toDecimalPlaces(PLACES, Decimal.ROUND_HALF_UP);
  const exact = percent.times(fromYen).eq(hundredfold);
  return { fromYen, toYen, amountYen, percent: percent.toString(), exact };
}

/** True where it differs by more than so many per cent, up or down; anything is more than any part of nothing. */
export function isOver({ fromYen, amountYen }: Variance, percent: string): boolean {
  const share = new Exact(fromYen).times(percent);
  return new Exact(amountYen).abs().times(100).gt(share);
}
