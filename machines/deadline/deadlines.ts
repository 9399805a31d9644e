// When a migration's deadlines fall and which of their points come next. A date follows from the definition and
// the context alone, so a changed anchor, plan or rule gives `anchor + period` anew, never "what was left".

import type { Deadline, MetBy, MigrationDefinition } from '../definition/definition.ts';
import type { DeadlineState, FirePoint, MigrationContext } from '../migration/state.ts';
import { countPeriod, isClosed, roll } from '../values/calendar/calendar.ts';
import {
  addDays,
  compareInstants,
  daysBetween,
  earliestDay,
  fiscalYearOf,
  type Instant,
  instantOf,
  isMonth,
  latestDay,
  type VagueDay,
} from '../values/date.ts';

/** The time of day at which reminders go out. */
export const REMINDER_TIME = '09:00';

type Rule<Kind> = Extract<Deadline['rule'], { kind: Kind }>;
type Anchor = Rule<'forward'>['anchor'];
type PlannedFrom = Exclude<Rule<'backward'>['from'], string>;

interface DueDate {
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
function extensionFor(state: DeadlineState | undefined, nominalOn: string) {
  return state?.extension?.nominalOn === nominalOn ? state.extension : undefined;
}

function dueDate(
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

/** Of a deadline whose date is set and which is neither met nor gone. */
export const openStatuses = ['pending', 'missed'] as const;

export const isOpen = ({ status }: { status: string }): boolean =>
  openStatuses.some((open) => open === status);

export const isMet = ({ status }: { status: string }): boolean => status === 'met' || status === 'metLate';

/** The instant of one of a deadline's points. */
export function instantOfPoint(dueOn: string, dueAt: Instant, point: FirePoint): Instant {
  return point === 'due' ? dueAt : instantOf(addDays(dueOn, point), REMINDER_TIME);
}

/** A deadline's points still to fire, soonest first; those after the due date only once it was missed. */
export function openPoints(deadline: Deadline, state: DeadlineState): { point: FirePoint; at: Instant }[] {
  const { dueOn, dueAt } = state;
  if (!dueOn || !dueAt || !isOpen(state)) return [];
  const points: FirePoint[] = [...deadline.reminders, 'due'];
  return points
    .filter((point) => !state.fired.includes(point))
    .map((point) => ({ point, at: instantOfPoint(dueOn, dueAt, point) }))
    .sort((a, b) => compareInstants(a.at, b.at));
}

/** Points that a late arming makes moot: all that lie past but the last, which is told at once. */
function mootPoints(deadline: Deadline, state: DeadlineState, at: Instant): FirePoint[] {
  const past = openPoints(deadline, state).filter((candidate) => compareInstants(candidate.at, at) <= 0);
  const told = past.find((candidate) => candidate.point === 'due') ?? past.at(-1);
  return past.filter((candidate) => candidate !== told).map((candidate) => candidate.point);
}

/** Sets, moves, meets and leaves alone each deadline after an event that was taken up `at` an instant. */
export function settleDeadlines(
  definition: MigrationDefinition,
  context: MigrationContext,
  at: Instant,
): Record<string, DeadlineState> {
  return Object.fromEntries(
    definition.deadlines.map((deadline) => [deadline.id, settle(definition, deadline, context, at)]),
  );
}

function settle(
  definition: MigrationDefinition,
  deadline: Deadline,
  context: MigrationContext,
  at: Instant,
): DeadlineState {
  const before = context.deadlines[deadline.id];
  const met = reached(context, deadline.metBy);
  // What met it stands: it was judged against the day that held then, and a plan changed afterwards judges nothing anew.
  if (before && met && isMet(before) && before.metOn === met.on) return before;
  const due = dueDate(definition, deadline, context);
  const armed = arm(deadline, before, due, at);
  return met ? meet(armed, met) : reopen(deadline, armed, at);
}

/** The day on which the path reached a point or the system went live, and the last day that this can mean. */
function reached(context: MigrationContext, point: MetBy): { on: VagueDay; reach: string } | null {
  if (point === 'wentLive') return context.live && { on: context.live.on, reach: context.live.reach };
  const on = context.days[point.phase]?.[point.edge];
  return on ? { on, reach: context.reach[point.phase]?.[point.edge] ?? latestDay(on) } : null;
}

function arm(
  deadline: Deadline,
  before: DeadlineState | undefined,
  due: DueDate | null,
  at: Instant,
): DeadlineState {
  if (!due) return unarmed(before);
  const dueAt = instantOf(due.dueOn, deadline.at);
  const extension = extensionFor(before, due.nominalOn);
  if (before && before.dueAt === dueAt) {
    const { extension: _fallen, ...rest } = before;
    return { ...rest, ...due, ...(extension ? { extension } : {}) };
  }
  const fresh: DeadlineState = {
    ...due,
    dueAt,
    status: 'pending',
    generation: (before?.generation ?? 0) + 1,
    fired: [],
    ...(extension ? { extension } : toldMissed(before)),
  };
  // What lay past when the record began was so on its own day.
  return before ? tellingNow(deadline, fresh, at) : { ...fresh, fired: mootPoints(deadline, fresh, at) };
}

/** Armed anew: of the points that lie past one is told, now. */
function tellingNow(deadline: Deadline, state: DeadlineState, at: Instant): DeadlineState {
  const { armedAt: _before, ...open } = state;
  const armed = { ...open, fired: [...open.fired, ...mootPoints(deadline, open, at)] };
  const [first] = openPoints(deadline, armed);
  return first && compareInstants(first.at, at) < 0 ? { ...armed, armedAt: at } : armed;
}

function unarmed(before: DeadlineState | undefined): DeadlineState {
  const generation = before?.generation ?? 0;
  return {
    status: 'waiting',
    generation,
    nominalOn: null,
    dueOn: null,
    dueAt: null,
    caution: null,
    fired: [],
    ...toldMissed(before),
  };
}

/** A day that moves without an extension takes back nothing of what was told before: it was missed, and is open all the same. */
const toldMissed = (before: DeadlineState | undefined): Pick<DeadlineState, 'toldMissed'> =>
  before && (before.toldMissed || before.status === 'missed') ? { toldMissed: true } : {};

/** Met by its day, though recorded after it was told as missed: what was told stays told. */
function meet(state: DeadlineState, { on, reach }: { on: VagueDay; reach: string }): DeadlineState {
  const { recordedLate: _before, toldMissed: wasMissed, ...rest } = state;
  if (state.dueOn !== null && reach > state.dueOn) return { ...rest, status: 'metLate', metOn: on };
  const told = wasMissed || state.fired.includes('due') ? { recordedLate: true as const } : {};
  return { ...rest, status: 'met', metOn: on, ...told };
}

/** A phase walked again has not been left yet: what met its deadline no longer does. Armed anew, one point is told. */
function reopen(deadline: Deadline, state: DeadlineState, at: Instant): DeadlineState {
  if (!isMet(state)) return state;
  const { metOn: _gone, recordedLate: _late, ...rest } = state;
  const open: DeadlineState = { ...rest, status: state.fired.includes('due') ? 'missed' : 'pending' };
  return tellingNow(deadline, open, at);
}

/** The next point of any deadline, or null when none is open. */
export function nextPoint(
  definition: MigrationDefinition,
  context: MigrationContext,
): { deadline: Deadline; point: FirePoint; at: Instant; generation: number } | null {
  let next: ReturnType<typeof nextPoint> = null;
  for (const deadline of definition.deadlines) {
    const state = context.deadlines[deadline.id];
    const [first] = state ? openPoints(deadline, state) : [];
    if (!state || !first) continue;
    const { point, at: own } = first;
    const { armedAt = own, generation } = state;
    const at = compareInstants(own, armedAt) < 0 ? armedAt : own;
    if (!next || compareInstants(at, next.at) < 0) next = { deadline, point, at, generation };
  }
  return next;
}

/** Days until a due day as seen on `today`; negative when past. */
export function daysLeft(today: string, dueOn: string): number {
  return daysBetween(today, dueOn);
}
