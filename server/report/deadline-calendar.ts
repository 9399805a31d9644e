// Deadlines as an iCalendar file (RFC 5545): an event for each date, known again when it moves. Knows no route and no ledger.
import calendar, {
  type ICalCalendar,
  ICalCalendarMethod,
  type ICalEventData,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator';
import type { DeadlineListing } from '../../ledger/models/rows.ts';
import type { Text } from '../../machines/definition/definition.ts';
import {
  calendarName,
  eventLines,
  eventTitle,
  feedLines,
  feedName,
} from '../../texts/telling/calendar-texts.ts';
import type { Setting } from '../contract/values.ts';

const product = { company: 'sekimori', product: 'deadlines', language: 'JA' };

/** A calendar program that asks oftener than this hears nothing new. */
const TTL_SECONDS = 3_600;

export type Language = keyof Text;

/** How a date comes about, in sentences. */
export type Derived = (row: DeadlineListing) => Text[];

export interface CalendarMade {
  /** An instant: when the file is made. */
  stamp: string;
  language: Language;
  derived: Derived;
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
  const file = fileNamed(calendarName(programmeName, rehearsal)[language]);
  for (const row of deadlines) addEvent(file, row, { rehearsal, language, derived, stamp: new Date(stamp) });
  return file.toString();
}

export interface FeedEvent {
  row: DeadlineListing;
  programme: { name: Text; rehearsal: boolean };
  /** The entry on which it rests, and when that was recorded; 0 and null before the first. */
  seq: number;
  at: string | null;
}

interface PersonalMade {
  person: string;
  more: boolean;
  madeAt: string;
  language: Language;
  derived: Derived;
}

/**
 * One person's, over programmes: the same text as long as nothing in it changes.
 * @param madeAt stands for the day of what has no entry yet
 */
export function personalCalendar(
  events: readonly FeedEvent[],
  { person, more, madeAt, language, derived }: PersonalMade,
): string {
  const file = fileNamed(feedName(person)[language]);
  file.description(
    feedLines(events.length, more)
      .map((line) => line[language])
      .join('\n'),
  );
  file.ttl(TTL_SECONDS);
  for (const { row, programme, seq, at } of events) {
    const revised = at === null ? {} : { lastModified: new Date(at) };
    addEvent(file, row, {
      rehearsal: programme.rehearsal,
      language,
      derived,
      stamp: new Date(at ?? madeAt),
      location: programme.name[language],
      also: { sequence: seq, ...revised },
    });
  }
  return file.toString();
}

const fileNamed = (name: string): ICalCalendar =>
  calendar({ name, prodId: product, method: ICalCalendarMethod.PUBLISH });

interface Shown {
  rehearsal: boolean;
  language: Language;
  stamp: Date;
  derived: Derived;
  /** Of which municipality it is, where the file holds several. */
  location?: string;
  also?: Partial<ICalEventData>;
}

function addEvent(
  file: ICalCalendar,
  row: DeadlineListing,
  { rehearsal, language, stamp, derived, location, also = {} }: Shown,
): void {
  const { programme, system, name, deadline, dueAt, status, assumed } = row;
  if (dueAt === null) return;
  file.createEvent({
    // The same for ever, whatever day it falls on: a calendar then moves the event that it knows.
    id: `${programme}${rehearsal ? '-rehearsal' : ''}.${system}.${deadline}@sekimori`,
    start: new Date(dueAt),
    stamp,
    summary: eventTitle(name, row, rehearsal)[language],
    description: eventLines(row, derived(row))
      .map((line) => line[language])
      .join('\n'),
    status: eventStatus(status, assumed),
    transparency: ICalEventTransparency.TRANSPARENT,
    ...(location === undefined ? {} : { location }),
    ...also,
  });
}

function eventStatus(status: DeadlineListing['status'], assumed: string | null): ICalEventStatus {
  if (status === 'dropped') return ICalEventStatus.CANCELLED;
  return assumed === null ? ICalEventStatus.CONFIRMED : ICalEventStatus.TENTATIVE;
}
