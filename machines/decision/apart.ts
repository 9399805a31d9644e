// Whether duties that are apart can be shared out among people: for everything that somebody must do, enough who may, and nobody in two
// duties that stand against each other. Pure; asked when a path is read, and when people come and go.
import type { Duty } from '../definition/decisions.ts';

/** Something that `count` different people of `people` must do. */
export interface Need {
  duty: Duty;
  people: readonly string[];
  count: number;
}

export type Pair = readonly Duty[];

/** Who drafted approves nothing, whatever a programme says besides. */
const ALWAYS_APART: Pair = ['drafter', 'approver'];

/** Who drafted scores nothing, and who scored makes no contract. */
export const scoringApart: readonly Pair[] = [
  ['drafter', 'scorer'],
  ['scorer', 'contract'],
];

/** Choices tried before the people are taken to be enough. */
const MOST_TRIED = 20_000;

type Held = ReadonlyMap<string, ReadonlySet<Duty>>;

const against = (pairs: readonly Pair[], one: Duty, other: Duty): boolean =>
  pairs.some(([a, b]) => (a === one && b === other) || (a === other && b === one));

const isFree = (pairs: readonly Pair[], held: Held, person: string, duty: Duty): boolean =>
  [...(held.get(person) ?? [])].every((other) => !against(pairs, duty, other));

const withDuty = (held: Held, person: string, duty: Duty): Held =>
  new Map(held).set(person, new Set([...(held.get(person) ?? []), duty]));

/** A need as far as it is met: those chosen, and those that still could be. */
interface Open {
  need: Need;
  chosen: readonly string[];
  able: readonly string[];
}

const missing = ({ need, chosen }: Open): number => need.count - chosen.length;
const slack = (open: Open): number => open.able.length - missing(open);

/** The one with the fewest to choose from comes first, so that what cannot be is seen at once. @param had who has had which duty already */
function canBeApart(needs: readonly Need[], pairs: readonly Pair[], had: Held = new Map()): boolean {
  let left = MOST_TRIED;
  const openIn = (all: readonly Open[], held: Held): Open[] =>
    all
      .filter((open) => missing(open) > 0)
      .map(({ need, chosen, able }) => ({
        need,
        chosen,
        able: able.filter((one) => !chosen.includes(one) && isFree(pairs, held, one, need.duty)),
      }))
      .sort((a, b) => slack(a) - slack(b));
  const place = (all: readonly Open[], held: Held): boolean => {
    const open = openIn(all, held);
    const [first, ...others] = open;
    left -= 1;
    if (!first || left < 0) return true;
    if (slack(first) < 0) return false;
    const { need, chosen, able } = first;
    // Whoever has the duty already takes nobody else's place by it.
    const same = able.find((one) => held.get(one)?.has(need.duty));
    return (same === undefined ? able : [same]).some((one) =>
      place([{ need, chosen: [...chosen, one], able }, ...others], withDuty(held, one, need.duty)),
    );
  };
  return place(
    needs.map((need) => ({ need, chosen: [], able: need.people })),
    had,
  );
}

/** Of those of one duty and the same people the largest: whoever meets it can meet the others. */
function distinct(needs: readonly Need[]): Need[] {
  const largest = new Map<string, Need>();
  for (const need of needs) {
    const key = JSON.stringify([need.duty, [...need.people].sort()]);
    if (need.count > (largest.get(key)?.count ?? 0)) largest.set(key, need);
  }
  return [...largest.values()];
}

/**
 * The first pair with which they cannot be shared out any more; null where all can, and where the people are too few without any pair:
 * that is told of the gate that lacks them.
 */
export function firstImpossible(asked: readonly Need[], pairs: readonly Pair[], had?: Held): Pair | null {
  const needs = distinct(asked);
  const all = [...scoringApart, ...pairs];
  const among = (upTo: number) => [ALWAYS_APART, ...all.slice(0, upTo)];
  if (!canBeApart(needs, among(0), had)) return null;
  return all.find((_pair, at) => !canBeApart(needs, among(at + 1), had)) ?? null;
}
