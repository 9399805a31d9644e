// By what proposals are scored, and in which rounds (一次審査, 二次審査): what a path says once for all its procurements, and what the terms
// of one may say otherwise. Shapes only.
import * as z from 'zod';
import { LENGTH, RFP } from '../record/limits.ts';
import { score } from '../values/schemas.ts';
import { writtenLine } from '../values/text.ts';
import { id } from './words.ts';

const line = writtenLine(LENGTH.line);

/** How much one sheet holds, and how many rounds there are. */
export const SHEET = { criteria: 60, depth: 4, rounds: 4 } as const;

/** How the points of several evaluators become one. */
const gather = z.enum(['sum', 'average']);

/** What one evaluator gives at most: any weights. */
export const leafCriterion = z.strictObject({ id, label: line, points: score, gather: gather.optional() });

/** The named ways to make points of a price; each is written out in docs/procurement.md. */
export const priceFormulas = [
  'lowestOverPrice',
  'belowCeiling',
  'betweenLowestAndCeiling',
  'manual',
] as const;
export type PriceFormula = (typeof priceFormulas)[number];

/** Whose prices are compared and have points: of all that are scored, or of those alone that reach the least technical points (失格 out). */
export const whosePrices = ['all', 'reachingMinimum'] as const;
export type WhosePrices = (typeof whosePrices)[number];

const price = z.strictObject({
  points: score,
  formula: z.enum(priceFormulas),
  /** Of a named formula; where left out, the path's (`procurement.rfp.whosePrices`) as it was at the opening, and all where it says nothing. */
  whosePrices: z.enum(whosePrices).optional(),
});

const decimals = z.number().int().min(0).max(4);

export const roundings = ['halfUp', 'down', 'up'] as const;
/** To how many decimals what a division leaves is rounded, and to how many the total is printed. */
const rounding = z.strictObject({ decimals, mode: z.enum(roundings), printed: decimals.optional() });

export const tieRules = ['technical', 'price', 'lot', 'committee'] as const;
export type TieRule = (typeof tieRules)[number];

/** Of a scoring, beside its criteria. */
export const scoringRules = {
  /** Of criteria that do not say it. */
  gather: gather.default('average'),
  price: price.optional(),
  rounding: rounding.default({ decimals: 2, mode: 'halfUp' }),
  /** Who has fewer technical points is not ranked. */
  minimumTechnical: score.optional(),
  /** In their order; what they leave open the committee decides. */
  ties: z.array(z.enum(tieRules)).max(tieRules.length).default(['technical', 'price', 'committee']),
};

/** Of a round, beside what is scored in it; the last one lets nobody go on, and carries nothing. */
export const roundRules = {
  id,
  label: line,
  /** Who goes on: so many of those who are ranked, and from so many points; all of them where left out. */
  goOn: z
    .strictObject({ most: z.number().int().min(1).max(RFP.bidders).optional(), from: score.optional() })
    .optional(),
  /** How much of what it came to counts in the next one; nothing where left out. */
  carryPercent: z.number().int().min(0).max(100).optional(),
};

/** A round as a path says it: its criteria in one row. */
export const pathRound = z.strictObject({
  ...roundRules,
  criteria: z.array(leafCriterion).max(SHEET.criteria),
  ...scoringRules,
});

interface RoundSaid {
  id: string;
  goOn?: unknown;
  carryPercent?: number | undefined;
}

/** Ids that stand twice; whether there is but one; whether the last one leads on. */
export function roundFlaws(rounds: readonly RoundSaid[]): {
  twice: string[];
  few: boolean;
  leadsOn: boolean;
} {
  const ids = rounds.map((one) => one.id);
  const last = rounds.at(-1);
  return {
    twice: [...new Set(ids.filter((one, index) => ids.indexOf(one) !== index))],
    few: rounds.length < 2,
    leadsOn: last !== undefined && (last.goOn !== undefined || last.carryPercent !== undefined),
  };
}
