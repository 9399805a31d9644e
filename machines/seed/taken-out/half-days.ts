// Days on which the office closes early, as rules: a day of the year in the years that follow one another.
import type { HalfDay } from '../../definition/calendar.ts';
import { canonical } from '../../record/canonical.ts';
import type { CalendarFile } from '../schema.ts';

type Rule = NonNullable<CalendarFile['halfDays']>[number];

export function halfDayRules(all: readonly HalfDay[], years: readonly number[], basis: string): Rule[] {
  const alike = new Map<string, HalfDay[]>();
  for (const one of all) {
    const key = canonical([one.on.slice(5), one.closesAt, one.name ?? null]);
    alike.set(key, [...(alike.get(key) ?? []), one]);
  }
  return together(
    [...alike.values()].flatMap((group) => runsOf(group).map((run) => ruleOf(run, years, basis))),
  );
}

/** Years that follow one another. */
function runsOf(group: readonly HalfDay[]): HalfDay[][] {
  const runs: HalfDay[][] = [];
  for (const one of group.toSorted((a, b) => (a.on < b.on ? -1 : 1))) {
    const last = runs.at(-1)?.at(-1);
    if (last && yearOf(one) === yearOf(last) + 1) runs.at(-1)?.push(one);
    else runs.push([one]);
  }
  return runs;
}

const yearOf = ({ on }: HalfDay): number => Number(on.slice(0, 4));

function ruleOf(run: readonly HalfDay[], years: readonly number[], basis: string): Rule {
  const [first, last] = [run[0], run.at(-1)];
  if (!first || !last) throw new Error('a run of days has one');
  return {
    days: [first.on.slice(5)],
    closesAt: first.closesAt,
    ...(yearOf(first) === years[0] ? {} : { from: first.on }),
    ...(yearOf(last) === years.at(-1) ? {} : { until: last.on }),
    ...(first.name === undefined ? {} : { name: first.name }),
    basis,
  };
}

/** Rules that differ in their days alone are one. */
function together(rules: readonly Rule[]): Rule[] {
  const found = new Map<string, Rule>();
  for (const { days, ...rule } of rules) {
    const key = canonical(rule);
    found.set(key, { ...rule, days: [...(found.get(key)?.days ?? []), ...days] });
  }
  return [...found.values()];
}
