// From sheets and prices to points: exact decimals, one rounding where a division leaves something, by the rule that is data.
import Decimal from 'decimal.js';
import type { Points, Result, Rfp } from '../memory.ts';
import type { Scoring } from '../terms.ts';
import { type Leaf, leavesOf } from './criteria.ts';
import { rounded } from './rounded.ts';

/** Wide enough that what is cut off never changes a rounding to four decimals. */
const Exact = Decimal.clone({ precision: 60 });

const sumOf = (values: readonly (string | Decimal)[]): Decimal =>
  values.reduce<Decimal>((sum, value) => sum.plus(value), new Exact(0));

/**
 * What all evaluators gave one bidder on some criteria, gathered; not rounded. What is averaged is added up before it is divided: seven
 * sevenths are one, and not a little less.
 */
function gathered(leaves: readonly Leaf[], bidder: string, sheets: readonly Points[]): Decimal {
  const given = (how: Leaf['gather']) =>
    sumOf(
      leaves
        .filter(({ gather }) => gather === how)
        .flatMap(({ id }) => sheets.map((sheet) => sheet[bidder]?.[id] ?? '0')),
    );
  return given('sum').plus(sheets.length === 0 ? 0 : given('average').div(sheets.length));
}

/** Rounded once, over all criteria: a third left by each of three criteria is one point, not 0.99. */
const technicalOf = (scoring: Scoring, bidder: string, sheets: readonly Points[]): Decimal =>
  rounded(gathered(leavesOf(scoring), bidder, sheets), scoring);

export interface Priced {
  priceYen: number;
  /** The lowest price of all that count. */
  lowestYen: number;
  ceilingYen: number | null;
}

type ByPrice = (points: Decimal, priced: Priced) => Decimal;

const belowCeiling: ByPrice = (points, { priceYen, ceilingYen }) =>
  ceilingYen ? points.times(Decimal.max(0, ceilingYen - priceYen)).div(ceilingYen) : new Exact(0);

/** The named formulas; docs/procurement.md writes each out. */
const FORMULAS: Record<'lowestOverPrice' | 'belowCeiling' | 'betweenLowestAndCeiling', ByPrice> = {
  /** points × lowest ÷ price; a price of nothing has them all. */
  lowestOverPrice: (points, { priceYen, lowestYen }) =>
    priceYen === 0 ? points : points.times(lowestYen).div(priceYen),
  /** points × (ceiling − price) ÷ ceiling. */
  belowCeiling,
  /** points × (ceiling − price) ÷ (ceiling − lowest): the lowest has all, the ceiling none. */
  betweenLowestAndCeiling: (points, { priceYen, lowestYen, ceilingYen }) =>
    ceilingYen === null || ceilingYen <= lowestYen
      ? points
      : points.times(Decimal.max(0, ceilingYen - priceYen)).div(ceilingYen - lowestYen),
};

/** Points of a price by a named formula, rounded by the rule. */
export function pricePoints(
  scoring: Pick<Scoring, 'price' | 'rounding'>,
  priced: Priced | null,
  entered: string | undefined,
): Decimal {
  const { price } = scoring;
  if (!price) return new Exact(0);
  if (price.formula === 'manual') return new Exact(entered ?? '0');
  return priced ? rounded(FORMULAS[price.formula](new Exact(price.points), priced), scoring) : new Exact(0);
}

/** @returns what counts of the round before; nothing where nothing does */
type Carrying = (bidder: string) => Result['carried'];

/** Of whom it is asked what their prices come to, and the lowest of those: beside who is out by the least technical points, where the rule says so. */
function pricesOf(
  { bidders, terms }: Pick<Rfp, 'terms' | 'bidders'>,
  { price }: Scoring,
  technical: ReadonlyMap<string, Technical>,
): (bidder: string) => Priced | null {
  const isCompared = (bidder: string) =>
    price?.whosePrices !== 'reachingMinimum' || technical.get(bidder)?.reaches === true;
  const yen = (bidder: string) => (isCompared(bidder) ? bidders[bidder]?.proposal?.priceYen : undefined);
  const lowestYen = Math.min(...[...technical.keys()].flatMap((bidder) => yen(bidder) ?? []));
  return (bidder) => {
    const priceYen = yen(bidder);
    return priceYen === undefined ? null : { priceYen, lowestYen, ceilingYen: terms.ceilingYen ?? null };
  };
}

interface Technical {
  points: Decimal;
  /** The least that is asked for, by the points as they are rounded. */
  reaches: boolean;
}

/** What the sheets of those who score come to, for every bidder that counts. */
export function resultsOf(
  open: Pick<Rfp, 'terms' | 'bidders' | 'prices'>,
  scoring: Scoring,
  counted: readonly string[],
  sheets: readonly Points[],
  carrying: Carrying = () => undefined,
): Record<string, Result> {
  const technical = new Map(
    counted.map((bidder): [string, Technical] => {
      const points = technicalOf(scoring, bidder, sheets);
      return [bidder, { points, reaches: points.gte(scoring.minimumTechnical ?? '0') }];
    }),
  );
  const priced = pricesOf(open, scoring, technical);
  const result = (bidder: string, { points, reaches }: Technical): Result => {
    const price = pricePoints(scoring, priced(bidder), open.prices?.points[bidder]);
    const carried = carrying(bidder);
    const before = carried ? new Exact(carried.technical).plus(carried.price) : new Exact(0);
    const criteria = leavesOf(scoring).map((leaf) => [
      leaf.id,
      rounded(gathered([leaf], bidder, sheets), scoring).toFixed(),
    ]);
    return {
      technical: points.toFixed(),
      price: price.toFixed(),
      ...(carried ? { carried } : {}),
      total: points.plus(price).plus(before).toFixed(),
      criteria: Object.fromEntries(criteria),
      ranked: reaches,
    };
  };
  return Object.fromEntries([...technical].map(([bidder, of]) => [bidder, result(bidder, of)]));
}

/** The total as it is printed: rounded where the rule says so, else exact. */
export function printed(total: string, { rounding }: Pick<Scoring, 'rounding'>): string {
  return rounding.printed === undefined
    ? total
    : new Exact(total).toDecimalPlaces(rounding.printed, Decimal.ROUND_HALF_UP).toFixed(rounding.printed);
}
