// How far an event's own day reaches: what a month may mean, and what lies certainly before another day.
import type { Stamp } from '../record/submission.ts';
import { type Day, dayOf, earliestDay, latestDay, type VagueDay } from '../values/date.ts';

/** The last day that an event's own day can mean: a vague one never reaches beyond the day it was recorded. */
export function reachOf({ occurredOn, at }: Pick<Stamp, 'occurredOn' | 'at'>): Day {
  const [latest, recorded] = [latestDay(occurredOn), dayOf(at)];
  if (recorded < latest) return recorded;
  return latest;
}

/** True where an event certainly lies before a day, whatever either can mean. */
export const liesBefore = (event: Pick<Stamp, 'occurredOn' | 'at'>, day: VagueDay): boolean =>
  reachOf(event) < earliestDay(day);
