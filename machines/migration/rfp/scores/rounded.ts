// One rounding, by the rule that is data.
import Decimal from 'decimal.js';
import type { roundings } from '../../../definition/scoring.ts';
import type { Scoring } from '../terms.ts';

const MODES: Record<(typeof roundings)[number], Decimal.Rounding> = {
  halfUp: Decimal.ROUND_HALF_UP,
  down: Decimal.ROUND_DOWN,
  up: Decimal.ROUND_UP,
};

export const rounded = (value: Decimal, { rounding }: Pick<Scoring, 'rounding'>): Decimal =>
  value.toDecimalPlaces(rounding.decimals, MODES[rounding.mode]);
