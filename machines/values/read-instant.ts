// The readers of instants (a day and a time of day, in Japan where nothing else is said) and of times of day.
import { dayOf, type Instant, instantFromMs, instantOf, isDay, two } from './date.ts';
import { oneWidth, withoutLooseBlanks } from './figures.ts';
import { type DayAsked, readWholeDay } from './read-day.ts';
import { andThen, type Reading, readAs, refused } from './reading.ts';

const OFFSET = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)(Z|[+-]\d{2}:\d{2})$/u;
const TIME = '(午前|午後)?(\\d{1,2})(?::(\\d{1,2})(?::(\\d{1,2}))?|時(?:(\\d{1,2})分|(半))?)';
const LOCAL = new RegExp(`^(.+?)(?:T|\\s+|(?<=日|\\)))${TIME}$`, 'u');
const ALONE = new RegExp(`^()${TIME}$`, 'u');

/** `2025-02-03T17:30` (Japan is assumed, with a remark), with an offset, or `令和7年2月3日 午後5時30分`. */
export function readInstant(written: string, asked: DayAsked = {}): Reading<Instant> {
  const plain = oneWidth(written);
  if (plain === '') return refused('empty', {});
  const whole = OFFSET.exec(plain);
  if (whole) return withOffset(plain, whole[1] ?? '');
  const local = LOCAL.exec(plain);
  if (!local) return refused('instant.form', {});
  const time = timeOf(local);
  if (time === null) return refused('instant.time', { time: plain.slice((local[1] ?? '').length).trim() });
  return andThen(readWholeDay(local[1] ?? '', asked), (day) => {
    const at = instantOf(day, time);
    return readAs(at, { code: 'instant.japanAssumed', facts: { at } });
  });
}

/** `17:15`, `17時15分`, `午後5時15分`: as `17:15`. A deadline knows no seconds. */
export function readTimeOfDay(written: string): Reading<string> {
  const plain = withoutLooseBlanks(oneWidth(written));
  if (plain === '') return refused('empty', {});
  const alone = ALONE.exec(plain);
  if (!alone || alone[5] !== undefined) return refused('timeOfDay.form', {});
  const time = timeOf(alone);
  return time === null ? refused('instant.time', { time: plain }) : readAs(time.slice(0, 5));
}

function withOffset(plain: string, day: string): Reading<Instant> {
  const ms = Date.parse(plain);
  if (Number.isNaN(ms) || !isDay(day)) return refused('instant.form', {});
  const at = instantFromMs(ms);
  return isDay(dayOf(at)) ? readAs(at) : refused('instant.form', {});
}

function timeOf(local: RegExpExecArray): string | null {
  const [, , half, hours, minutes, seconds, kanjiMinutes, thirty] = local;
  const hour = Number(hours) + (half === '午後' && Number(hours) < 12 ? 12 : 0);
  const minute = thirty ? 30 : Number(minutes ?? kanjiMinutes ?? 0);
  const second = Number(seconds ?? 0);
  if (hour > 23 || minute > 59 || second > 59) return null;
  return [hour, minute, second].map(two).join(':');
}
