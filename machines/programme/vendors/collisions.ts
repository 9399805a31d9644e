// What collides among planned switch-overs: one vendor in one week or over one weekend, more in a month than it can do, a time in which the ward itself
// has no hands free. Only warned about: a plan is its maker's to decide. Pure.

import type { Text } from '../../definition/definition.ts';
import { isClosed, nextOpenDay, previousOpenDay } from '../../values/calendar/calendar.ts';
import {
  addDays,
  type Day,
  earliestDay,
  isDay,
  latestDay,
  type VagueDay,
  weekday,
} from '../../values/date.ts';
import { sameFirmInShort } from '../../values/names/name.ts';
import type { CutOver } from './cut-over.ts';
import type { BusyTime, Vendor } from './shape.ts';
import { usualBusyTimes } from './usual-busy-times.ts';

/** `sure`: false where a month alone is planned, so that it may yet come otherwise. */
interface Found {
  systems: string[];
  fromOn: Day;
  untilOn: Day;
  sure: boolean;
}
export type Collision =
  /** One vendor switches them over in one week, or over the same closed days (a weekend with the holiday beside it, the turn of the year). */
  | ({ code: 'sameWeek'; vendor: string } & Found)
  /** More in a month than the vendor has said it can do. */
  | ({ code: 'capacity'; vendor: string; aMonth: number } & Found)
  | ({ code: 'busyTime'; id: string; label: Text } & Found);

interface Window {
  from: Day;
  until: Day;
}

export interface Plans {
  cutOvers: readonly CutOver[];
  vendors: readonly Vendor[];
  /** What the programme has recorded, by id; null: withdrawn. */
  busyTimes: Readonly<Record<string, BusyTime | null>>;
}

export function collisions({ cutOvers, vendors, busyTimes }: Plans): Collision[] {
  const firms = [...new Set(cutOvers.flatMap((one) => one.vendors))].sort();
  const found = [
    ...firms.flatMap((firm) => {
      const own = cutOvers.filter((one) => one.vendors.includes(firm));
      return [...atOnce(firm, own), ...beyond(firm, own, vendors)];
    }),
    ...inBusyTimes(cutOvers, busyTimes),
  ];
  return found.sort((a, b) => a.fromOn.localeCompare(b.fromOn));
}

const subjectOf = (one: Collision): string => `${one.code} ${one.code === 'busyTime' ? one.id : one.vendor}`;

/** Those that would be and are not: other systems, or other days. One that only loses a system is none. */
export const newlyColliding = (then: readonly Collision[], now: readonly Collision[]): Collision[] =>
  then.filter(
    (one) =>
      !now.some(
        (known) =>
          subjectOf(known) === subjectOf(one) &&
          one.systems.every((system) => known.systems.includes(system)) &&
          known.fromOn <= one.fromOn &&
          one.untilOn <= known.untilOn,
      ),
  );

const daysOf = (on: VagueDay): Window => ({ from: earliestDay(on), until: latestDay(on) });

/** Monday to Sunday around a day: the days after a switch-over are its vendor's too. */
function weekOf(on: VagueDay): Window {
  const { from, until } = daysOf(on);
  const sinceMonday = (day: Day) => (weekday(day) + 6) % 7;
  return { from: addDays(from, -sinceMonday(from)), until: addDays(until, 6 - sinceMonday(until)) };
}

const meet = (a: Window, b: Window): boolean => a.from <= b.until && b.from <= a.until;

/** The closed days in which the work is done: those around its day, or the last before it. */
function closureOf({ calendar, on }: CutOver): Window {
  const { from, until } = daysOf(on);
  const lastClosed = (day: Day): Day => (isClosed(calendar, day) ? day : lastClosed(addDays(day, -1)));
  const first = addDays(previousOpenDay(calendar, lastClosed(from)), 1);
  return { from: first, until: addDays(nextOpenDay(calendar, lastClosed(until)), -1) };
}

/** Those whose weeks or closed days meet, one after another: each group once. */
function atOnce(vendor: string, own: readonly CutOver[]): Collision[] {
  const isBeside = (one: CutOver, other: CutOver): boolean =>
    meet(weekOf(other.on), weekOf(one.on)) || meet(closureOf(other), closureOf(one));
  const left = [...own].sort((a, b) => earliestDay(a.on).localeCompare(earliestDay(b.on)));
  const groups: CutOver[][] = [];
  for (const one of left) {
    const group = groups.at(-1);
    if (group?.some((other) => isBeside(one, other))) group.push(one);
    else groups.push([one]);
  }
  return groups
    .filter((group) => group.length > 1)
    .map((group) => ({
      code: 'sameWeek',
      vendor,
      ...foundIn(
        group,
        group.every(({ on }) => isDay(on)),
      ),
    }));
}

function foundIn(group: readonly CutOver[], sure: boolean): Found {
  const windows = group.map(({ on }) => daysOf(on));
  return {
    systems: group.map(({ system }) => system),
    fromOn: windows.map(({ from }) => from).sort()[0] ?? '',
    untilOn:
      windows
        .map(({ until }) => until)
        .sort()
        .at(-1) ?? '',
    sure,
  };
}

function beyond(vendor: string, own: readonly CutOver[], vendors: readonly Vendor[]): Collision[] {
  const aMonth = vendors.find(({ name }) => sameFirmInShort(name, vendor))?.aMonth;
  if (aMonth === undefined) return [];
  const months = [...new Set(own.map(({ on }) => earliestDay(on).slice(0, 7)))];
  return months.flatMap((month): Collision[] => {
    const group = own.filter(({ on }) => earliestDay(on).startsWith(month));
    return group.length > aMonth ? [{ code: 'capacity', vendor, aMonth, ...foundIn(group, true) }] : [];
  });
}

function inBusyTimes(cutOvers: readonly CutOver[], recorded: Plans['busyTimes']): Collision[] {
  return cutOvers.flatMap((one) =>
    timesAround(one, recorded).flatMap(({ id, label, window, businesses }): Collision[] => {
      const own = daysOf(one.on);
      const isTheirs = !businesses || one.businesses.some((business) => businesses.includes(business));
      if (!isTheirs || !meet(own, window)) return [];
      const sure = window.from <= own.from && own.until <= window.until;
      return [{ code: 'busyTime', id, label, ...foundIn([one], sure) }];
    }),
  );
}

interface Time {
  id: string;
  label: Text;
  window: Window;
  businesses?: readonly string[] | undefined;
}

/** Of every year those of the years that the day can be in; one recorded under the same id takes its place. */
function timesAround({ on }: CutOver, recorded: Plans['busyTimes']): Time[] {
  const years = [...new Set([earliestDay(on), latestDay(on)].map((day) => day.slice(0, 4)))];
  const usual = usualBusyTimes
    .filter(({ id }) => recorded[id] === undefined)
    .flatMap(({ from, until, ...time }) =>
      years.map((year) => ({ ...time, window: { from: `${year}-${from}`, until: `${year}-${until}` } })),
    );
  const own = Object.values(recorded).flatMap((time): Time[] =>
    time === null ? [] : [{ ...time, window: { from: time.fromOn, until: time.untilOn } }],
  );
  return [...usual, ...own];
}
