// The counting of a deadline: from its rule and the context alone to the day as the rule counts it, the day on which it falls, and
// every part of the way there. A changed anchor, plan or rule gives `anchor + period` anew, never "what was left".

import type { DeadlineRule } from '../definition/deadline-rule.ts';
import type { Deadline, MigrationDefinition } from '../definition/definition.ts';
import type { DeadlineState, MigrationContext } from '../migration/state.ts';
import { closingTime, halfDayOn, isClosed, roll } from '../values/calendar/calendar.ts';
import { countPeriod, type Direction } from '../values/calendar/period.ts';
import { type Day, isMonth } from '../values/date.ts';
import { anchored, backwardFrom, planned, type Start } from './counted-from.ts';
import type { DerivationPart } from './derivation-parts.ts';

type Counting = Extract<DeadlineRule, { kind: 'forward' | 'backward' }>;
type Parts = DerivationPart<Day>[];

export interface Reckoned {
  /** Null where nothing binds it yet: its anchor is not there, or its day is 未定. */
  nominalOn: Day | null;
  dueOn: Day | null;
  caution: DeadlineState['caution'];
  parts: Parts;
}

/** An extension stands while the rule still counts to the day it was granted from. */
export function extensionFor(state: DeadlineState | undefined, nominalOn: string) {
  return state?.extension?.nominalOn === nominalOn ? state.extension : undefined;
}

export function reckon(
  definition: MigrationDefinition,
  deadline: Deadline,
  context: MigrationContext,
): Reckoned {
  const { on, parts } = nominal(definition, deadline, context);
  if (on === null) return { nominalOn: null, dueOn: null, caution: null, parts };
  const { calendar } = definition;
  const extension = extensionFor(context.deadlines[deadline.id], on);
  const rolled = roll(calendar, on, deadline.roll);
  const dueOn = extension?.dueOn ?? rolled.on;
  const caution = cautionOf(definition, deadline, { dueOn, context, isExtended: extension !== undefined });
  const moved: Parts =
    rolled.over.length > 0 ? [{ kind: 'rolled', roll: deadline.roll, on: rolled.on, over: rolled.over }] : [];
  const extended: Parts = extension
    ? [{ kind: 'extended', was: extension.was, on: dueOn, reason: extension.reason, by: extension.by.name }]
    : [];
  const mind = minded(definition, deadline, dueOn);
  return { nominalOn: on, dueOn, caution, parts: [...parts, ...moved, ...extended, ...mind] };
}

function nominal(definition: MigrationDefinition, deadline: Deadline, context: MigrationContext): Start {
  const { rule } = deadline;
  const given = { definition, context };
  // A designated system's date is the one set for it, also while that is 未定: then no date binds it.
  if (deadline.followsRegime && context.special?.basis) {
    const { completionOn: on, basis } = context.special;
    return { on, parts: [{ kind: 'regime', on, basis }] };
  }
  switch (rule.kind) {
    case 'fixed':
      return { on: rule.on, parts: [{ kind: 'fixed', on: rule.on }] };
    case 'undecided': {
      const { dueOn: on = null, reason = '' } = context.deadlines[deadline.id]?.set ?? {};
      return { on, parts: [{ kind: 'set', on, reason }] };
    }
    case 'plan':
      return planned(given, rule);
    case 'forward':
      return counted(definition, rule, anchored(given, rule.anchor), 1);
    case 'backward':
      return counted(definition, rule, backwardFrom(given, rule.from), -1);
  }
}

function counted(
  { calendar }: MigrationDefinition,
  rule: Counting,
  { on: from, parts }: Start,
  sign: Direction,
): Start {
  const law: Parts = rule.law ? [{ kind: 'law', law: rule.law }] : [];
  if (from === null) return { on: null, parts: [...law, ...parts] };
  const { length, unit, clear } = rule;
  const { startOn, lastOn, on, atMonthsEnd, skipped } = countPeriod(calendar, from, rule, sign);
  const way: Parts = [
    { kind: 'begins', on: startOn, isCounted: rule.firstDay === 'counted', sign },
    { kind: 'counted', length, unit, sign, on: lastOn, atMonthsEnd, skipped },
    ...(clear ? [{ kind: 'beyond' as const, on, sign }] : []),
  ];
  return { on, parts: [...law, ...parts, ...way] };
}

/** What is to be known of the day, and its hour. */
function minded({ calendar }: MigrationDefinition, deadline: Deadline, dueOn: Day): Parts {
  const at = closingTime(calendar, dueOn, deadline.at);
  const half = halfDayOn(calendar, dueOn);
  return [
    ...(isClosed(calendar, dueOn) ? [{ kind: 'stays' as const, roll: deadline.roll, day: dueOn }] : []),
    ...(dueOn >= calendar.provisionalFrom
      ? [{ kind: 'provisional' as const, from: calendar.provisionalFrom }]
      : []),
    ...(half && at !== deadline.at
      ? [{ kind: 'halfDay' as const, at: deadline.at, closesAt: at, name: half.name ?? null }]
      : []),
    { kind: 'time' as const, at },
  ];
}

interface Fallen {
  dueOn: Day;
  context: MigrationContext;
  isExtended: boolean;
}

function cautionOf(
  { calendar }: MigrationDefinition,
  deadline: Deadline,
  { dueOn, context, isExtended }: Fallen,
): DeadlineState['caution'] {
  // Of a day that is not known, it matters less that it is closed.
  if (!isExtended && restsOnMonth(deadline, context)) return 'monthOnly';
  if (isClosed(calendar, dueOn)) return 'closedDay';
  return dueOn >= calendar.provisionalFrom ? 'provisionalCalendar' : null;
}

/** True where a backward rule rests on a month only; the end of its fiscal year is known all the same. */
function restsOnMonth({ rule }: Deadline, context: MigrationContext): boolean {
  if (rule.kind !== 'backward' || typeof rule.from === 'string' || rule.from.fiscalYear) return false;
  const plan = context.plan[rule.from.phase];
  return plan !== undefined && isMonth(rule.from.edge === 'start' ? plan.startOn : plan.endOn);
}
