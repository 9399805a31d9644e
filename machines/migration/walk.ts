// Walking the path: what entering, leaving and working in a phase change, and the review that is over with it. Passing a
// gate or entering a phase says nothing of the national steps: those are said by those who do them.
import type { Stamp } from '../record/submission.ts';
import { type Day, dayOf, latestDay } from '../values/date.ts';
import type { Case } from './act.ts';
import { phaseAfter } from './phases.ts';
import type { MigrationContext, PhaseDays } from './state.ts';

/** The last day that an event's own day can mean: a vague one never reaches beyond the day it was recorded. */
export function reachOf({ occurredOn, at }: Pick<Stamp, 'occurredOn' | 'at'>): Day {
  const [latest, recorded] = [latestDay(occurredOn), dayOf(at)];
  if (recorded < latest) return recorded;
  return latest;
}

/** Keeps an edge's day, and how far it reaches where its month's end says too much. */
export function withDay(
  { days, reach, ...context }: MigrationContext,
  phase: string,
  edge: keyof PhaseDays,
  event: Pick<Stamp, 'occurredOn' | 'at'>,
): MigrationContext {
  const until = reachOf(event);
  const { [edge]: _before, ...others } = reach[phase] ?? {};
  const cut = until < latestDay(event.occurredOn) ? { ...others, [edge]: until } : others;
  const { [phase]: _old, ...rest } = reach;
  return {
    ...context,
    days: { ...days, [phase]: { ...days[phase], [edge]: event.occurredOn } },
    reach: Object.keys(cut).length > 0 ? { ...rest, [phase]: cut } : rest,
  };
}

export function withoutDay(
  context: MigrationContext,
  phase: string,
  edge: keyof PhaseDays,
): MigrationContext {
  const { [edge]: _day, ...days } = context.days[phase] ?? {};
  const { [edge]: _reach, ...reach } = context.reach[phase] ?? {};
  return {
    ...context,
    days: { ...context.days, [phase]: days },
    reach: { ...context.reach, [phase]: reach },
  };
}

/** The path has moved on a day; no later move may lie before it. */
export const moved = (context: MigrationContext, event: Stamp): MigrationContext => ({
  ...context,
  movedOn: reachOf(event),
});

/** The review ends and nothing is submitted any more. */
export const backToWork = ({ context, event, here }: Pick<Case, 'context' | 'event' | 'here'>) =>
  moved(
    { ...withoutDay(context, here.id, 'submitted'), submission: null, approvals: [], goingBack: null },
    event,
  );

/** Who supplies what a gate rests on is remembered over the whole migration. */
export const drafted = (context: MigrationContext, { actor }: Stamp): string[] =>
  actor.kind === 'person' ? [...new Set([...context.drafters, actor.account])] : context.drafters;

/** The path enters a phase: its day is kept, the old review is over. */
export function enterPhase(
  context: MigrationContext,
  phase: string,
  event: Pick<Stamp, 'occurredOn' | 'at'>,
): MigrationContext {
  const { [phase]: _days, ...days } = context.days;
  const { [phase]: _reach, ...reach } = context.reach;
  const entered = withDay({ ...context, days, reach }, phase, 'entered', event);
  return { ...entered, submission: null, approvals: [], goingBack: null };
}

/** A gate is passed: its phase is left on that day, and the next one entered. */
export function moveOn(
  { definition, context, here, event }: Pick<Case, 'definition' | 'context' | 'here' | 'event'>,
  passed: MigrationContext['passed'][string],
): MigrationContext {
  const left = withDay(context, here.id, 'left', event);
  const kept = { ...left, passed: { ...context.passed, [here.id]: passed } };
  const next = phaseAfter(definition, here.id);
  return moved(next ? enterPhase(kept, next.id, event) : kept, event);
}
