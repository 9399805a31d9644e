// Deadlines as an iCalendar file (RFC 5545): an event for each date, known again when it moves. Knows no route and no ledger.
import calendar, { ICalCalendarMethod, ICalEventStatus, ICalEventTransparency } from 'ical-generator';
import type { DeadlineListing } from '../../ledger/models/rows.ts';
import type { Text } from '../../machines/definition/definition.ts';
import { calendarName, eventLines, eventTitle } from '../../texts/calendar-texts.ts';
import type { Setting } from '../contract/values.ts';

const product = { company: 'sekimori', product: 'deadlines', language: 'JA' };

export interface CalendarMade {
  /** An instant: when the file is made. */
  stamp: string;
  language: 'ja' | 'en';
  /** How a date comes about, in sentences. */
  derived: (row: DeadlineListing) => Text[];
}

/**
 * @param deadlines with a date; those without one are not in a calendar
 * @returns the file's text, lines ended and folded as the RFC asks
 */
export function deadlineCalendar(
  deadlines: readonly DeadlineListing[],
  { programmeName, rehearsal }: Setting,
  { stamp, language, derived }: CalendarMade,
): string {
  const file = calendar({
    name: calendarName(programmeName, rehearsal)[language],
    prodId: product,
    method: ICalCalendarMethod.PUBLISH,
  });
  for (const row of deadlines) {
    const { programme, system, name, deadline, dueAt, status, assumed } = row;
    if (dueAt === null) continue;
    file.createEvent({
      // The same for ever, whatever day it falls on: a calendar then moves the event that it knows.
      id: `${programme}${rehearsal ? '-rehearsal' : ''}.${system}.${deadline}@sekimori`,
      start: new Date(dueAt),
      stamp: new Date(stamp),
      summary: eventTitle(name, row, rehearsal)[language],
      description: eventLines(row, derived(row))
        .map((line) => line[language])
        .join('\n'),
      status: eventStatus(status, assumed),
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  }
  return file.toString();
}

function eventStatus(status: DeadlineListing['status'], assumed: string | null): ICalEventStatus {
  if (status === 'dropped') return ICalEventStatus.CANCELLED;
  return assumed === null ? ICalEventStatus.CONFIRMED : ICalEventStatus.TENTATIVE;
}
