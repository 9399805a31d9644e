// What a clock move will cause, by day; by month where it goes over more days than are read at once. Pure.
import type { ClockPreview } from '../../../server/contract/settings/clock.ts';

type Item = ClockPreview['items'][number];

export interface Group {
  /** A day, or a month. */
  on: string;
  items: Item[];
  counts: Record<Item['kind'], number>;
}

const DAYS_READ_AT_ONCE = 10;

export function groupsOf(items: readonly Item[]): Group[] {
  const days = new Set(items.map(({ at }) => at.slice(0, 10)));
  const length = days.size > DAYS_READ_AT_ONCE ? 'yyyy-mm'.length : 'yyyy-mm-dd'.length;
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const on = item.at.slice(0, length);
    groups.set(on, [...(groups.get(on) ?? []), item]);
  }
  return [...groups].map(([on, among]) => ({ on, items: among, counts: countsOf(among) }));
}

function countsOf(items: readonly Item[]): Group['counts'] {
  const counts = { missed: 0, told: 0, other: 0 };
  for (const { kind } of items) counts[kind] += 1;
  return counts;
}
