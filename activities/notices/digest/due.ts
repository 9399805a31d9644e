// When a digest is due, and what is late: on a programme's own clock, measured on the wall. Pure.
import type { Anchor } from '../../../ledger/lock/programme-clock.ts';
import { REMINDER_TIME } from '../../../machines/deadline/ladder.ts';
import type { Calendar } from '../../../machines/definition/definition.ts';
import { nextOpenDay, previousOpenDay } from '../../../machines/values/calendar/calendar.ts';
import {
  addDays,
  compareInstants,
  type Day,
  dayOf,
  type Instant,
  instantFromMs,
  instantOf,
} from '../../../machines/values/date.ts';

/** What is told so much after it should have been is marked late. */
const GRACE_MS = 3_600_000;

/**
 * What the last round may have missed: entries of other machines, and those that were not committed yet. What was told before is known
 * by its key.
 */
export const OVERLAP_MS = 120_000;

/** A programme's clock at one moment. */
export interface Now extends Anchor {
  nowMs: number;
}

export const programmeNow = ({ programmeMs, wallMs, nowMs }: Now): Instant =>
  instantFromMs(programmeMs + Math.max(0, nowMs - wallMs));

const digestAt = (day: Day): Instant => instantOf(day, REMINDER_TIME);

/** The last open day whose digest's hour has come. */
export function digestDay(calendar: Calendar, now: Instant): Day {
  const today = dayOf(now);
  const hasCome = compareInstants(digestAt(today), now) <= 0;
  return previousOpenDay(calendar, hasCome ? today : addDays(today, -1));
}

/** The first digest that could tell of what came up at an instant. */
function firstDigestAfter(calendar: Calendar, at: Instant): Instant {
  const day = dayOf(at);
  const isBefore = compareInstants(at, digestAt(day)) <= 0;
  return digestAt(nextOpenDay(calendar, isBefore ? day : addDays(day, 1)));
}

/** A clock that was moved came to what lies behind it only then: nobody was late who could not have been in time. */
function isPast(clock: Now, at: Instant): boolean {
  const cameMs = clock.wallMs + Math.max(0, Date.parse(at) - clock.programmeMs);
  return clock.nowMs - cameMs > GRACE_MS;
}

export const isDigestLate = (clock: Now, day: Day): boolean => isPast(clock, digestAt(day));

/** Whether what came up then should have been told before. */
export const isLineLate = (clock: Now, calendar: Calendar, at: Instant): boolean =>
  isPast(clock, firstDigestAfter(calendar, at));
