// The stages of a procurement: in their order, on open days and within hours, and no period shorter than the rule that is data.
import type { MigrationDefinition } from '../../definition/definition.ts';
import { type Minimum, type StageId, stageIds } from '../../definition/rfp-control.ts';
import { type Refusal, refusal } from '../../record/refusal.ts';
import { closingTime, isClosed } from '../../values/calendar/calendar.ts';
import {
  addDays,
  compareInstants,
  type Day,
  dayOf,
  daysBetween,
  type Instant,
  timeOf,
} from '../../values/date.ts';
import { controlOf } from './room.ts';

export type Stages = Partial<Record<StageId, Instant>>;

/** Which stage comes after which; those that are left out of a procurement bind nothing. */
const ORDER: readonly (readonly [StageId, StageId])[] = [
  ['announced', 'questionsUntil'],
  ['questionsUntil', 'answersBy'],
  ['answersBy', 'proposalsUntil'],
  ['announced', 'applicationsUntil'],
  ['applicationsUntil', 'proposalsUntil'],
  ['announced', 'proposalsUntil'],
  ['proposalsUntil', 'firstReview'],
  ['firstReview', 'secondReview'],
  ['proposalsUntil', 'decision'],
  ['firstReview', 'decision'],
  ['secondReview', 'decision'],
  ['decision', 'contract'],
];

const NEEDED: readonly StageId[] = ['announced', 'proposalsUntil'];

/** Everything against these stages, said once for opening and for moving one of them. */
export const stageObjections = (
  definition: MigrationDefinition,
  stages: Stages,
  urgency: string | undefined,
): Refusal[] => [
  ...NEEDED.filter((stage) => stages[stage] === undefined).map((stage) =>
    refusal('rfp.stageMissing', { stage }),
  ),
  ...ORDER.flatMap(([before, stage]) => orderObjections(stages, before, stage)),
  ...stageIds.flatMap((stage) => hourObjections(definition, stage, stages[stage])),
  ...(controlOf(definition).minimums ?? []).flatMap((minimum) =>
    periodObjections(definition, stages, minimum, urgency),
  ),
];

function orderObjections(stages: Stages, before: StageId, stage: StageId): Refusal[] {
  const [afterAt, at] = [stages[before], stages[stage]];
  return afterAt !== undefined && at !== undefined && compareInstants(at, afterAt) < 0
    ? [refusal('rfp.stageOrder', { stage, at, after: before, afterAt })]
    : [];
}

/** Until which bidders hand something in. */
const HANDED_IN: ReadonlySet<StageId> = new Set([
  'questionsUntil',
  'applicationsUntil',
  'proposalsUntil',
] as const);

/** Nobody hands in at a closed office, nor outside the hours of the rule that is data. */
function hourObjections(definition: MigrationDefinition, stage: StageId, at: Instant | undefined): Refusal[] {
  if (at === undefined) return [];
  const { calendar } = definition;
  const [day, time] = [dayOf(at), timeOf(at)];
  if (isClosed(calendar, day)) return [refusal('rfp.stageClosed', { stage, at, closesAt: null })];
  const closesAt = closingTime(calendar, day, time);
  if (closesAt < time) return [refusal('rfp.stageClosed', { stage, at, closesAt })];
  const hours = HANDED_IN.has(stage) ? controlOf(definition).hours : undefined;
  return hours && (time < hours.from || time > hours.until)
    ? [refusal('rfp.stageHours', { stage, at, ...hours })]
    : [];
}

/** Whole days between two, the first day not counted (民法140条). */
function daysIn({ calendar }: MigrationDefinition, from: Day, to: Day, count: Minimum['count']): number {
  const days = daysBetween(from, to);
  if (count !== 'openDays') return days;
  return Array.from({ length: Math.max(0, days) }, (_, index) => addDays(from, index + 1)).filter(
    (day) => !isClosed(calendar, day),
  ).length;
}

/** What ends with a day's first minute ends with the day before it: that day is not given to anybody. */
const lastWhole = (ends: Instant): Day => (timeOf(ends) === '00:00' ? addDays(dayOf(ends), -1) : dayOf(ends));

function periodObjections(
  definition: MigrationDefinition,
  stages: Stages,
  { from, to, days: least, count, basis, urgentDays }: Minimum,
  urgency: string | undefined,
): Refusal[] {
  const [begins, ends] = [stages[from], stages[to]];
  if (begins === undefined || ends === undefined) return [];
  const days = daysIn(definition, dayOf(begins), lastWhole(ends), count);
  const urgent = urgency !== undefined && urgentDays !== undefined;
  if (days >= (urgent ? urgentDays : least)) return [];
  const known = { urgentDays: urgentDays ?? null, urgent, open: count === 'openDays' };
  return [refusal('rfp.tooShort', { from, to, days, least, basis, ...known })];
}

/** True once a stage's instant has passed. */
export const isOverAt = (stages: Stages, stage: StageId, at: Instant): boolean => {
  const until = stages[stage];
  return until !== undefined && compareInstants(at, until) > 0;
};

/** What came has come by now, and not before the announcement. */
export function notThen(receivedAt: Instant, { stages }: { stages: Stages }, now: Instant): Refusal[] {
  const from = stages.announced ?? now;
  return compareInstants(receivedAt, now) > 0 || compareInstants(receivedAt, from) < 0
    ? [refusal('rfp.proposalNotThen', { receivedAt, from, until: now })]
    : [];
}
