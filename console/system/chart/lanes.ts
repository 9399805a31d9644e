// Lanes beside a line of boxes: which ways share one, and in which order they lie.
import type { Worded } from './placed.ts';

export interface Lane {
  to: number;
  ways: Worded[];
}

const wordsOf = ({ words }: Worded) => words?.lines.join('') ?? '';

/** One lane for all ways to a box under the same words; nearest to the boxes first. */
export function lanesOf(ways: readonly Worded[]): Lane[] {
  const lanes = new Map<string, Lane>();
  for (const way of ways) {
    const key = `${way.to}/${wordsOf(way)}`;
    const lane = lanes.get(key) ?? { to: way.to, ways: [] };
    lane.ways.push(way);
    lanes.set(key, lane);
  }
  const reach = ({ to, ways: own }: Lane) => Math.max(...own.map(({ from }) => Math.abs(from - to)));
  return [...lanes.values()].sort((a, b) => reach(a) - reach(b) || b.to - a.to);
}

/** The way of a lane that comes from furthest off: it carries the lane's words. */
export const longest = ({ to, ways }: Lane): Worded | undefined =>
  [...ways].sort((a, b) => Math.abs(b.from - to) - Math.abs(a.from - to))[0];
