// When a deadline falls. A date follows from the definition and the context alone, so a changed anchor, plan or rule gives
// `anchor + period` anew, never "what was left".

import type { Deadline, MigrationDefinition } from '../definition/definition.ts';
import type { DeadlineState, MigrationContext } from '../migration/state.ts';
import { countPeriod, isClosed, roll } from '../values/calendar/calendar.ts';
import { earliestDay, fiscalYearOf, isMonth, latestDay } from '../values/date.ts';
import { reached } from './reached.ts';

type Rule<Kind> = Extract<Deadline['rule'], { kind: Kind }>;
type Anchor = Rule<'forward'>['anchor'];
type PlannedFrom = Exclude<Rule<'backward'>['from'], string>;

export interface DueDate {
  nominalOn: string;
  dueOn: string;
  caution: DeadlineState['caution'];
}

function nominalDay(
  definition: MigrationDefinition,
  deadline: Deadline,
  context: MigrationContext,
): string | null {
  const rule = deadline.rule;
  // A designated system's date is the one set for it, also while that is 未定: then no date binds it.
  if (deadline.followsRegime && context.special?.basis) return context.special.completionOn;
  switch (rule.kind) {
    case 'fixed':
      return rule.on;
    case 'undecided':
      return context.deadlines[deadline.id]?.set?.dueOn ?? null;
    case 'plan':
      return plannedDay(context, rule.phase, rule.edge);
    case 'forward': {
      const from = anchored(context, rule.anchor);
      return from ? countPeriod(definition.calendar, from.reach, rule.length, rule.unit, 1) : null;
    }
    case 'backward': {
      const from = typeof rule.from === 'string' ? rule.from : backwardFrom(context, rule.from);
      return from ? countPeriod(definition.calendar, from, rule.length, rule.unit, -1) : null;
    }
  }
}

/** The last day that an anchor can mean: of a point of one's own path, or of a milestone that another migration told. */
function anchored(context: MigrationContext, anchor: Anchor): { reach: string } | null {
  if (!('system' in anchor)) return reached(context, anchor);
  const on = context.milestones[`${anchor.system}/${anchor.milestone}`];
  return on === undefined ? null : { reach: latestDay(on) };
}

/** True where a deadline is counted from this milestone of another system. */
export const isCountedFrom = (
  { rule }: Deadline,
  { system, milestone }: { system: string; milestone: string },
): boolean =>
  rule.kind === 'forward' &&
  'system' in rule.anchor &&
  rule.anchor.system === system &&
  rule.anchor.milestone === milestone;

function plannedDay(context: MigrationContext, phase: string, edge: 'start' | 'end'): string | null {
  const planned = context.plan[phase];
  if (!planned) return null;
  return latestDay(edge === 'start' ? planned.startOn : planned.endOn);
}

/** Backward from a month counts from its first day: any later one could be too late. */
function backwardFrom(context: MigrationContext, { phase, edge, fiscalYear }: PlannedFrom): string | null {
  const planned = context.plan[phase];
  if (!planned) return null;
  const day = earliestDay(edge === 'start' ? planned.startOn : planned.endOn);
  return fiscalYear === 'end' ? `${fiscalYearOf(day) + 1}-03-31` : day;
}

/** True where a backward rule rests on a month only; the end of its fiscal year is known all the same. */
function restsOnMonth({ rule }: Deadline, context: MigrationContext): boolean {
  if (rule.kind !== 'backward' || typeof rule.from === 'string' || rule.from.fiscalYear) return false;
  const planned = context.plan[rule.from.phase];
  return planned !== undefined && isMonth(rule.from.edge === 'start' ? planned.startOn : planned.endOn);
}

/** An extension stands while the rule still counts to the day it was granted from. */
export function extensionFor(state: DeadlineState | undefined, nominalOn: string) {
  return state?.extension?.nominalOn === nominalOn ? state.extension : undefined;
}

export function dueDate(
  definition: MigrationDefinition,
  deadline: Deadline,
  context: MigrationContext,
): DueDate | null {
  const nominalOn = nominalDay(definition, deadline, context);
  if (!nominalOn) return null;
  const { calendar } = definition;
  const extended = extensionFor(context.deadlines[deadline.id], nominalOn)?.dueOn;
  const dueOn = extended ?? roll(calendar, nominalOn, deadline.roll);
  // Of a day that is not known, it matters less that it is closed.
  if (extended === undefined && restsOnMonth(deadline, context))
    return { nominalOn, dueOn, caution: 'monthOnly' };
  if (isClosed(calendar, dueOn)) return { nominalOn, dueOn, caution: 'closedDay' };
  return { nominalOn, dueOn, caution: dueOn >= calendar.provisionalFrom ? 'provisionalCalendar' : null };
}
