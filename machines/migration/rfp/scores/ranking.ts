// The order of those who are ranked: by total, then by the written rules for ties, then by what a lot or the committee gave. Total and
// the same for the same points, in whichever order they stand.
import Decimal from 'decimal.js';
import type { TieRule } from '../../../definition/scoring.ts';
import type { Result, Rfp, TieOrder } from '../memory.ts';
import type { Scoring } from '../terms.ts';

export interface Ranked {
  /** First to last; equals that nothing has parted stand beside each other by their ids. */
  order: string[];
  /** Groups whose order somebody has yet to give. */
  open: string[][];
}

type Compared = (a: string, b: string) => number;

interface Ranking {
  results: Readonly<Record<string, Result>>;
  scoring: Pick<Scoring, 'ties'>;
  ties: readonly TieOrder[];
  yen(bidder: string): number | undefined;
}

const byPoints =
  (results: Ranking['results'], part: 'total' | 'technical' | 'price'): Compared =>
  (a, b) =>
    new Decimal(results[b]?.[part] ?? '0').comparedTo(results[a]?.[part] ?? '0');

/** The lower price first; by its points where a price is not known: else three could stand in a circle. */
function byPrice({ results, yen }: Pick<Ranking, 'results' | 'yen'>): Compared {
  const isKnown = Object.keys(results).every((bidder) => yen(bidder) !== undefined);
  return isKnown ? (a, b) => (yen(a) ?? 0) - (yen(b) ?? 0) : byPoints(results, 'price');
}

/** A rule whose word somebody has to give parts nobody by itself. */
function rulesOf({ results, scoring, yen }: Omit<Ranking, 'ties'>): Compared[] {
  const automatic: Record<TieRule, Compared | null> = {
    technical: byPoints(results, 'technical'),
    price: byPrice({ results, yen }),
    lot: null,
    committee: null,
  };
  const firstAsked = scoring.ties.findIndex((rule) => automatic[rule] === null);
  const before = firstAsked === -1 ? scoring.ties : scoring.ties.slice(0, firstAsked);
  return [byPoints(results, 'total'), ...before.flatMap((rule) => automatic[rule] ?? [])];
}

const compared =
  (rules: readonly Compared[]): Compared =>
  (a, b) =>
    rules.map((rule) => rule(a, b)).find((sign) => sign !== 0) ?? 0;

/** Those of a sorted list whom nothing parts, together. */
function groups(sorted: readonly string[], parts: Compared): string[][] {
  const found: string[][] = [];
  for (const bidder of sorted) {
    const last = found.at(-1);
    if (last?.[0] !== undefined && parts(last[0], bidder) === 0) last.push(bidder);
    else found.push([bidder]);
  }
  return found;
}

/** Their order as somebody gave it; it stays theirs where one of those who were equal has gone since. */
function orderGiven(group: readonly string[], ties: readonly TieOrder[]): string[] | undefined {
  const covers = ties.find(({ order }) => group.every((id) => order.includes(id)));
  return covers?.order.filter((id) => group.includes(id));
}

export function ranked(given: Ranking): Ranked {
  const parts = compared(rulesOf(given));
  const ids = Object.keys(given.results)
    .filter((bidder) => given.results[bidder]?.ranked)
    .sort((a, b) => parts(a, b) || (a < b ? -1 : 1));
  const open: string[][] = [];
  const order = groups(ids, parts).flatMap((group) => {
    if (group.length === 1) return group;
    const named = orderGiven(group, given.ties);
    if (!named) open.push(group);
    return named ?? group;
  });
  return { order, open };
}

/** Of a procurement whose sheets are opened. */
export const rankedIn = ({ results, ties, bidders }: Rfp, scoring: Scoring): Ranked =>
  ranked({ results, scoring, ties, yen: (bidder) => bidders[bidder]?.proposal?.priceYen });

/** Of those who have not withdrawn since: who can be named, and which ties are left to part. */
export function rankedNow(open: Rfp, scoring: Scoring): Ranked {
  const there = Object.entries(open.results).filter(([id]) => open.bidders[id]?.withdrew === undefined);
  return rankedIn({ ...open, results: Object.fromEntries(there) }, scoring);
}
