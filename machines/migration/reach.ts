// How far an event's own day reaches: what a month may mean, and what lies certainly before another day.
import type { Stamp } from '../record/submission.ts';
import { type Day, earliestDay, reachOn, type VagueDay } from '../values/date.ts';

/** The last day that an event's own day can mean: a vague one never reaches beyond the day it was recorded. */
export const reachOf = ({ occurredOn, at }: Pick<Stamp, 'occurredOn' | 'at'>): Day => reachOn(occurredOn, at);

/** True where an event certainly lies before a day, whatever either can mean. */
export const liesBefore = (event: Pick<Stamp, 'occurredOn' | 'at'>, day: VagueDay): boolean =>
  reachOf(event) < earliestDay(day);
