// Which round is scored now, who goes on from it, and what of it counts in the next. One scoring without rounds is its own and last.
import Decimal from 'decimal.js';
import { uncounted } from '../bidders.ts';
import type { Result, Rfp, RoundOver } from '../memory.ts';
import { leavesOf, outOf } from '../scores/criteria.ts';
import { rankedNow } from '../scores/ranking.ts';
import { rounded } from '../scores/rounded.ts';
import type { Round, Scoring } from '../terms.ts';

type Scored = Pick<Rfp, 'terms' | 'over'>;

const roundsIn = ({ terms }: Scored): readonly Round[] => terms.rounds ?? [];
const countOver = ({ over }: Scored): number => over?.length ?? 0;

/** Null where it is not scored in rounds. */
export const roundNow = (open: Scored): Round | null => roundsIn(open)[countOver(open)] ?? null;

/** After this one; null where it is the last. */
export const nextRound = (open: Scored): Round | null => roundsIn(open)[countOver(open) + 1] ?? null;

/** By what is scored now; nothing where nobody is scored. */
export const scoringIn = (open: Scored): Scoring | undefined =>
  open.terms.scoring ?? roundNow(open) ?? undefined;

/** As its acts name it. */
export const namesRound = (open: Scored): { round?: string } => {
  const now = roundNow(open);
  return now ? { round: now.id } : {};
};

const MANY = 100;

/** A part of points, exact where all of it counts. */
const partOf = (points: Decimal, { carryPercent = 0, rounding }: Round): Decimal =>
  carryPercent === MANY ? points : rounded(points.times(carryPercent).div(MANY), { rounding });

type Both = { technical: string; price: string };

/** What the round before came to, as much of it as counts; nothing where nothing does. */
export function carriedTo(open: Scored, bidder: string): Both | undefined {
  const before = open.over?.at(-1);
  const round = roundsIn(open)[countOver(open) - 1];
  const result = before?.results[bidder];
  if (!result || !round?.carryPercent) return undefined;
  const whole = wholeOf(result);
  return {
    technical: partOf(new Decimal(whole.technical), round).toFixed(),
    price: partOf(new Decimal(whole.price), round).toFixed(),
  };
}

/** What a result came to with what was carried into it. */
export const wholeOf = ({ technical, price, carried }: Result): Both => ({
  technical: new Decimal(technical).plus(carried?.technical ?? 0).toFixed(),
  price: new Decimal(price).plus(carried?.price ?? 0).toFixed(),
});

const mostOf = (scoring: Scoring, scorers: number): Both => ({
  technical: outOf(leavesOf(scoring), scorers).toFixed(),
  price: scoring.price?.points ?? '0',
});

const shared = (points: Decimal, { carryPercent = 0 }: Round): Decimal =>
  points.times(carryPercent).div(MANY);

/** The most that could be carried out of the rounds before. */
const mostCarried = (open: Scored): { technical: Decimal; price: Decimal } =>
  (open.over ?? []).reduce(
    (before, { scorers }, index) => {
      const by = roundsIn(open)[index];
      if (!by) return before;
      const own = mostOf(by, scorers.length);
      return {
        technical: shared(before.technical.plus(own.technical), by),
        price: shared(before.price.plus(own.price), by),
      };
    },
    { technical: new Decimal(0), price: new Decimal(0) },
  );

/** The most that anyone could have, with what is carried from the rounds before. */
export function mostIn(open: Scored & Pick<Rfp, 'scorers'>, scoring: Scoring): Both {
  const own = mostOf(scoring, open.scorers.length);
  if (countOver(open) === 0) return own;
  const carried = mostCarried(open);
  return {
    technical: carried.technical.plus(own.technical).toFixed(),
    price: carried.price.plus(own.price).toFixed(),
  };
}

interface GoingOn {
  /** In the order of their points. */
  goesOn: string[];
  /** Groups of equals of whom not all would go on: somebody has to part them first. */
  open: string[][];
}

/** Who goes on from the round whose sheets are opened: ranked, with points enough, and of those as many as there is room for. */
export function goingOn(open: Rfp, { goOn, ...scoring }: Round): GoingOn {
  const { order, open: groups } = rankedNow(open, scoring);
  const isThere = (id: string) => {
    const bidder = open.bidders[id];
    return bidder !== undefined && uncounted(bidder, open.terms) === null;
  };
  const enough = (id: string) => new Decimal(open.results[id]?.total ?? '0').gte(goOn?.from ?? '0');
  const able = order.filter((id) => isThere(id) && enough(id));
  const goesOn = able.slice(0, goOn?.most ?? able.length);
  const isCut = (group: readonly string[]) =>
    group.some((id) => goesOn.includes(id)) && group.some((id) => able.includes(id) && !goesOn.includes(id));
  return { goesOn, open: groups.filter(isCut) };
}

/** Ties that somebody has to part: all of them in the last round, before it those alone that decide who goes on. */
export function tiesToPart(open: Rfp, scoring: Scoring): string[][] {
  const round = roundNow(open);
  return round && nextRound(open) ? goingOn(open, round).open : rankedNow(open, scoring).open;
}

/** As it stood when each round was closed, first to last; the one now with them once its sheets are opened. */
export function closedRounds(open: Rfp): Rfp[] {
  const asOver = ({ closedOn, scorers, results, ties, prices }: RoundOver, index: number): Rfp => {
    const { prices: _now, ...rest } = open;
    const before = (open.over ?? []).slice(0, index);
    return { ...rest, ...(prices ? { prices } : {}), closedOn, scorers, results, ties, over: before };
  };
  return [...(open.over ?? []).map(asOver), ...(open.closedOn === null ? [] : [open])];
}
