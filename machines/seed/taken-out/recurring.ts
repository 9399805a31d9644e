// Days that an ordinance closes by the weekday of a month, as rules again: every third Monday. What follows no such rule is a rule of
// one day.
import type { Calendar } from '../../definition/calendar.ts';
import { nthWeekdayIn } from '../../values/calendar/nth-weekday.ts';
import { type Day, weekday } from '../../values/date.ts';
import { recurringIn } from '../expand/calendar.ts';
import type { CalendarFile } from '../schema.ts';

type Closing = NonNullable<Calendar['reasons']>[number];
type Rule = CalendarFile['recurring'][number];

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const NTH = ['1', '2', '3', '4', '5', 'last'];
/** Fewer are no rule. */
const LEAST = 3;

export function recurringRules(
  own: readonly Closing[],
  closed: readonly Day[],
  years: readonly number[],
  basis: string,
): Rule[] {
  const shut = new Set(closed);
  const names = [...new Set(own.map(({ name }) => name))];
  return names.flatMap((name) => {
    const called = { ...(name === undefined ? {} : { name }), basis };
    let left = own.filter((one) => one.name === name).map(({ on }) => on);
    const rules: Rule[] = [];
    for (;;) {
      const rule = best(left, shut, years);
      if (!rule) return [...rules, ...left.map((on) => ({ ...onlyOn(on), ...called }))];
      rules.push({ ...rule.rule, ...called });
      left = left.filter((on) => !rule.days.includes(on));
    }
  });
}

type Bare = Omit<Rule, 'basis'>;

/** The rule that closes most of what is left, and nothing that is open. */
function best(left: readonly Day[], shut: ReadonlySet<Day>, years: readonly number[]) {
  const tried = NTH.flatMap((nth) => WEEKDAYS.map((name) => `${nth}-${name}`)).map((on) => {
    const rule = spanning(left, on, years);
    const days = years.flatMap((year) => recurringIn(year, { ...rule, basis: '' }));
    return {
      rule,
      days,
      gain: days.every((day) => shut.has(day)) ? days.filter((day) => left.includes(day)).length : 0,
    };
  });
  const [most] = tried.sort((a, b) => b.gain - a.gain);
  return most && most.gain >= LEAST ? most : null;
}

function spanning(left: readonly Day[], on: string, years: readonly number[]): Bare {
  const meant = left
    .filter((day) => nthWeekdayIn(Number(day.slice(0, 4)), Number(day.slice(5, 7)), on) === day)
    .sort();
  const months = [...new Set(meant.map((day) => Number(day.slice(5, 7))))].sort((a, b) => a - b);
  const [from, until] = [meant[0], meant.at(-1)];
  return {
    on,
    ...(months.length === 12 || months.length === 0 ? {} : { months }),
    ...(from && Number(from.slice(0, 4)) !== years[0] ? { from } : {}),
    ...(until && Number(until.slice(0, 4)) !== years.at(-1) ? { until } : {}),
  };
}

function onlyOn(on: Day): Bare {
  const nth = Math.ceil(Number(on.slice(8)) / 7);
  const month = Number(on.slice(5, 7));
  return { on: `${nth}-${WEEKDAYS[weekday(on)]}`, months: [month], from: on, until: on };
}
