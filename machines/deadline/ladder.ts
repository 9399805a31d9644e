// When the rungs of a ladder come: open days before the day, its morning, weekly after it, and when others hear that it is still
// open. Every rung is at 09:00 of an open day: what a closed day would have is told on the open day before it up to the day, and on
// the open day after it from then on. What was told of the weeks is a count, so that a run carries no growing list.
import type { Calendar } from '../definition/calendar.ts';
import type { Ladder } from '../definition/ladder.ts';
import { nextOpenDay, previousOpenDay } from '../values/calendar/calendar.ts';
import { countPeriod, type Direction } from '../values/calendar/period.ts';
import { addDays, compareInstants, type Day, dayOf, type Instant, instantOf } from '../values/date.ts';
import type { DeadlineState, FirePoint } from './deadline-state.ts';
import { type Laid, laidOnce, type Point } from './laid-once.ts';

/** The time of day at which reminders go out. */
export const REMINDER_TIME = '09:00';

/** A deadline whose day is set, and what of it was told. */
export type Due = Pick<DeadlineState, 'fired' | 'weeks'> & { dueOn: Day; dueAt: Instant };

type Told = Pick<DeadlineState, 'fired' | 'weeks'>;
type OfWeeks = Pick<Due, 'dueOn' | 'weeks'>;

const openDaysFrom = (calendar: Calendar, from: Day, length: number, sign: Direction): Day =>
  countPeriod(calendar, from, { length, unit: 'openDays' }, sign).on;

const morning = (day: Day): Instant => instantOf(day, REMINDER_TIME);
const isPast = ({ at }: Point, now: Instant): boolean => compareInstants(at, now) <= 0;
const bySoonest = (a: Point, b: Point): number => compareInstants(a.at, b.at);

/** Up to the day, soonest first; of two on one morning the nearer to the day. */
const rungsBefore = laidOnce(({ calendar, ladder }, dueOn, dueAt): Point[] => {
  const before = ladder.before.map((count): Point => {
    return { point: `before-${count}`, at: morning(openDaysFrom(calendar, dueOn, count, -1)) };
  });
  const day: Point = { point: 'day', at: morning(previousOpenDay(calendar, dueOn)) };
  const all = [...before.sort(bySoonest), ...(ladder.onTheDay ? [day] : [])];
  return all.filter(({ at }, index) => compareInstants(at, dueAt) < 0 && all[index + 1]?.at !== at);
});

/** Who else hears of it, soonest first. */
const raises = laidOnce(({ calendar, ladder }, dueOn): Point[] =>
  ladder.escalate
    .map(({ after }): Point => {
      return { point: `raise-${after}`, at: morning(openDaysFrom(calendar, dueOn, after, 1)) };
    })
    .sort(bySoonest),
);

const week = ({ calendar }: Laid, { dueOn }: OfWeeks, count: number): Point => ({
  point: `week-${count}`,
  at: morning(nextOpenDay(calendar, addDays(dueOn, 7 * count))),
});

/** Of a row of points, each no sooner than the one before: how many lie past, from those known to on. */
function elapsed(pointOf: (count: number) => Point, known: number, now: Instant): number {
  let count = known;
  while (isPast(pointOf(count + 1), now)) count += 1;
  return count;
}

const weeksBy = (laid: Laid, due: OfWeeks, now: Instant): number =>
  laid.ladder.weekly ? elapsed((count) => week(laid, due, count), due.weeks ?? 0, now) : (due.weeks ?? 0);

/** What of a ladder has not been told, soonest first; of the weeks the next one. */
export function openRungs(laid: Laid, due: Due): Point[] {
  const { dueOn, dueAt } = due;
  const day: Point = { point: 'due', at: dueAt };
  const once = [...rungsBefore(laid, dueOn, dueAt), day, ...raises(laid, dueOn, dueAt)];
  const weekly = laid.ladder.weekly ? [week(laid, due, (due.weeks ?? 0) + 1)] : [];
  return [...once.filter(({ point }) => !due.fired.includes(point)), ...weekly].sort(bySoonest);
}

const isWeekly = (point: FirePoint): boolean => typeof point === 'string' && point.startsWith('week-');
const told = (fired: readonly FirePoint[], weeks: number): Told => ({
  fired: [...new Set(fired)],
  ...(weeks > 0 ? { weeks } : {}),
});

/**
 * What is told with a point when it is told `now`: every rung up to the day that lies past, and once the day is over every week
 * that does. So after an outage one notice says what is true, and not each that was missed.
 */
export function toldWith(laid: Laid, due: Due, point: FirePoint, now: Instant): Told {
  const past = rungsBefore(laid, due.dueOn, due.dueAt).filter((rung) => isPast(rung, now));
  const [weekly, fired] = [isWeekly(point), [...due.fired, ...past.map((rung) => rung.point)]];
  const weeks = weekly || point === 'due' ? weeksBy(laid, due, now) : (due.weeks ?? 0);
  return told(weekly ? fired : [...fired, point], weeks);
}

/** Of a late arming all that lies past is moot but the last of it; the day itself, and who else hears of it, stay. */
export function withoutMootRungs(laid: Laid, due: Due, now: Instant): Told {
  const past = rungsBefore(laid, due.dueOn, due.dueAt).filter((rung) => isPast(rung, now));
  const isOver = compareInstants(due.dueAt, now) <= 0;
  const moot = isOver ? past : past.slice(0, -1);
  const [known, weeks] = [due.weeks ?? 0, isOver ? weeksBy(laid, due, now) : (due.weeks ?? 0)];
  // Where the day was told before, its last week is what is told.
  const untold = due.fired.includes('due') && weeks > known ? weeks - 1 : weeks;
  return told([...due.fired, ...moot.map(({ point }) => point)], untold);
}

/** All that lies past by `now`, the day itself left out: what is new in a ladder tells nobody of it. */
export function pastRungs(laid: Laid, due: Due, now: Instant): Told {
  const { dueOn, dueAt } = due;
  const past = [...rungsBefore(laid, dueOn, dueAt), ...raises(laid, dueOn, dueAt)].filter((rung) =>
    isPast(rung, now),
  );
  return told(
    past.map(({ point }) => point),
    weeksBy(laid, due, now),
  );
}

/** Whether a point is one of this ladder's, or the day itself. */
export function isRungOf({ before, onTheDay, escalate }: Ladder, point: FirePoint): boolean {
  if (point === 'day') return onTheDay;
  return (
    point === 'due' ||
    before.some((count) => point === `before-${count}`) ||
    escalate.some(({ after }) => point === `raise-${after}`)
  );
}

type Undecided = NonNullable<DeadlineState['undecided']>;

/** The `count`-th time that whoever must set a day is asked for it, which has been 未定 since a day. */
function asking({ calendar, ladder }: Laid, since: Day, count: number): Point {
  const { after, everyWeeks } = ladder.undecided;
  const first = openDaysFrom(calendar, since, after, 1);
  return {
    point: `ask-${count}`,
    at: morning(nextOpenDay(calendar, addDays(first, 7 * everyWeeks * (count - 1)))),
  };
}

export const nextAsking = (laid: Laid, { since, asked }: Undecided): Point => asking(laid, since, asked + 1);

/** How often it has been asked for by `now`. */
export const askedBy = (laid: Laid, { since, asked }: Undecided, now: Instant): number =>
  elapsed((count) => asking(laid, since, count), asked, now);

/** The day for which a point stood, where it is told on a later one. */
export const lateOf = ({ at }: Pick<Point, 'at'>, now: Instant): { late?: Day } =>
  dayOf(at) < dayOf(now) ? { late: dayOf(at) } : {};
