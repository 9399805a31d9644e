// What waits for several at once is one line of the day: said once, with all who hold it beneath. Pure.
import type { TodayLine } from '../../server/contract/telling/today.ts';

/** A line as it is shown; `holders`: none of what is for the reader to do. */
export interface Said {
  line: TodayLine;
  holders: NonNullable<TodayLine['holder']>[];
}

/** In the order in which they first came. */
export function heldAlike(lines: readonly TodayLine[]): Said[] {
  const said: Said[] = [];
  for (const line of lines) {
    const { holder } = line;
    const before = holder && said.find((one) => one.holders.length > 0 && sameWords(one.line, line));
    if (before) before.holders.push(holder);
    else said.push({ line, holders: holder ? [holder] : [] });
  }
  return said;
}

const sameWords = (one: TodayLine, other: TodayLine): boolean => words(one) === words(other);

const words = ({ text, post, systems }: TodayLine): string =>
  JSON.stringify([text, post?.post, systems.map(({ system }) => system)]);
