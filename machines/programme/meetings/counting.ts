// How often a body has met in a fiscal year: as somebody states it up to a day, and one more for each meeting held here after that.
import { type Day, EARLIEST_DAY, earliestDay, fiscalYearOf, latestDay } from '../../values/date.ts';
import type { MeetingCount } from '../state.ts';

/** Nobody has stated anything: every meeting counts. */
const NOTHING_STATED: Day = EARLIEST_DAY;

type Counts = Readonly<Record<string, MeetingCount>>;

export const countKey = ({ body, fiscalYear }: { body: string; fiscalYear: number }): string =>
  `${body}/${fiscalYear}`;

/** A meeting within what was stated already is one of those. */
export function counted(
  counts: Counts,
  { body, on }: { body: string; on: Day },
): Record<string, MeetingCount> {
  const key = countKey({ body, fiscalYear: fiscalYearOf(on) });
  const before = counts[key];
  if (!before) return { ...counts, [key]: { count: 1, on, upTo: NOTHING_STATED } };
  const upTo = before.upTo ?? before.on;
  if (on <= latestDay(upTo)) return { ...counts };
  const last = on > earliestDay(before.on) ? on : before.on;
  return { ...counts, [key]: { count: before.count + 1, on: last, upTo } };
}
