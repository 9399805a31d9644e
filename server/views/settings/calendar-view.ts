// A year of a calendar: each closed day with where it comes from.
import type { Calendar, MigrationDefinition, Text } from '../../../machines/definition/definition.ts';
import { closedDay } from '../../../machines/values/calendar/closed-day.ts';
import { weekday } from '../../../machines/values/date.ts';
import { closedReasonText } from '../../../texts/deadline/closed-day-texts.ts';
import type { CalendarList } from '../../contract/settings/paths.ts';
import { grouped } from './grouped.ts';

type CalendarView = CalendarList['items'][number];

export function calendarViews(
  definitions: readonly MigrationDefinition[],
  systems: ReadonlyMap<string, Text>,
  year: number,
): CalendarView[] {
  const byVersion = grouped(definitions, ({ calendar: { id, version } }) => `${id}@${version}`);
  return byVersion.flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const { id, version, source, provisionalFrom, halfDays = [] } = first.calendar;
    return [
      {
        id,
        version,
        source,
        provisionalFrom,
        systems: group.map(({ system }) => systems.get(system.id) ?? system.name),
        closed: first.calendar.closed
          .filter((on) => isIn(on, year))
          .map((on) => closedView(first.calendar, on)),
        halfDays: halfDays
          .filter(({ on }) => isIn(on, year))
          .map(({ on, closesAt, name }) => ({ on, closesAt, name: name ?? null })),
      },
    ];
  });
}

const isIn = (on: string, year: number): boolean => on.startsWith(`${year}-`);

function closedView(calendar: Calendar, on: string): CalendarView['closed'][number] {
  const why = closedDay(calendar, on).why.filter(({ kind }) => kind !== 'saturday' && kind !== 'sunday');
  const kinds = new Set(why.map(({ kind }) => kind));
  const from = kinds.has('holiday') ? 'law' : kinds.has('custom') ? 'custom' : 'programme';
  return { on, from, why: closedReasonText(why), weekend: [0, 6].includes(weekday(on)) };
}
