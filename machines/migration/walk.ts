// Walking the path: what entering, leaving and working in a phase change, and the review that is over with it. Passing a
// gate or entering a phase says nothing of the national steps: those are said by those who do them.
import { answersFor } from '../record/deputy.ts';
import type { Stamp } from '../record/submission.ts';
import { type Day, earliestDay, isMonth, latestDay, type VagueDay } from '../values/date.ts';
import type { Case } from './act.ts';
import { phaseAfter } from './phases.ts';
import { reachOf } from './reach.ts';
import type { MigrationContext, PhaseDays } from './state.ts';

/**
 * The day of the path's last move, before which no later one lies. `movedOn` keeps an imported month by its last day: what
 * lies within such a month may still have come after it.
 */
export function lastMoveOf({ days, reach, movedOn }: MigrationContext): VagueDay {
  const marks = Object.entries(days).flatMap(([phase, edges]) =>
    edgesOf(edges).map(([edge, on]) => ({ on, until: reach[phase]?.[edge] ?? latestDay(on) })),
  );
  if (!marks.some(({ on, until }) => isMonth(on) && until === movedOn)) return movedOn;
  return marks.map(({ on }) => on).reduce(later);
}

export const later = (a: VagueDay, b: VagueDay): VagueDay => (earliestDay(b) > earliestDay(a) ? b : a);

const edgesOf = (edges: PhaseDays): [keyof PhaseDays, VagueDay][] =>
  (['entered', 'submitted', 'left'] as const).flatMap((edge) => {
    const on = edges[edge];
    return on === undefined ? [] : [[edge, on]];
  });

/** The day that the path's next move may not lie before, once this one is taken. */
export function movedOn({ context, event }: Pick<Case, 'context' | 'event'>): Day {
  if (event.actor.kind === 'import') return reachOf(event);
  return earliestDay(later(lastMoveOf(context), event.occurredOn));
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

/** The review ends and nothing is submitted any more. */
export const backToWork = ({ context, here }: Pick<Case, 'context' | 'here'>): MigrationContext => ({
  ...withoutDay(context, here.id, 'submitted'),
  submission: null,
  approvals: [],
  goingBack: null,
});

/** Who supplies what a gate rests on is remembered over the whole migration. */
export const drafted = (context: MigrationContext, { actor }: Stamp): string[] =>
  actor.kind === 'person' ? [...new Set([...context.drafters, ...answersFor(actor)])] : context.drafters;

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
  return next ? enterPhase(kept, next.id, event) : kept;
}
