// By when a 代決 is to be looked at (後閲): the day that its deputy's appointment says, else by the programme's rule, counted in open days
// after it was decided (初日不算入); by none where neither says one.
import type { MigrationDefinition } from '../../definition/definition.ts';
import { countPeriod } from '../../values/calendar/period.ts';
import { type Day, latestDay, type VagueDay } from '../../values/date.ts';

export function seenByOf(
  { decisions, calendar }: Pick<MigrationDefinition, 'decisions' | 'calendar'>,
  { said, occurredOn }: { said: Day | undefined; occurredOn: VagueDay },
): Day | null {
  if (said !== undefined) return said;
  const length = decisions?.seenWithin;
  if (length === undefined) return null;
  return countPeriod(calendar, latestDay(occurredOn), { length, unit: 'openDays' }, 1).on;
}
