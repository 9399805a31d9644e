// The day that a rule starts from: set by it, planned, or of something that has happened.

import type { DeadlineRule } from '../definition/deadline-rule.ts';
import type { MigrationDefinition, Text } from '../definition/definition.ts';
import type { MigrationContext } from '../migration/state.ts';
import { type Day, earliestDay, fiscalYearEnd, latestDay } from '../values/date.ts';
import type { CountedFrom, DerivationPart } from './derivation-parts.ts';
import { reached } from './reached.ts';

type Rule<Kind> = Extract<DeadlineRule, { kind: Kind }>;
type Anchor = Rule<'forward'>['anchor'];

export interface Start {
  /** Null while it is not there. */
  on: Day | null;
  parts: DerivationPart<Day>[];
}

interface Given {
  definition: MigrationDefinition;
  context: MigrationContext;
}

/** The last day that a planned month can mean. */
export function planned({ definition, context }: Given, { phase, edge }: Rule<'plan'>): Start {
  const label = phaseLabel(definition, phase);
  const plan = context.plan[phase];
  if (!plan) return { on: null, parts: [{ kind: 'awaited', of: { kind: 'plan', label, edge } }] };
  const on = edge === 'start' ? plan.startOn : plan.endOn;
  const used = latestDay(on);
  return { on: used, parts: [{ kind: 'planned', label, edge, on, used }] };
}

/** The last day that an anchor can mean. */
export function anchored(given: Given, anchor: Anchor): Start {
  const of = countedFrom(given.definition, anchor);
  const found = happened(given, anchor);
  if (!found) return { on: null, parts: [{ kind: 'awaited', of }] };
  return { on: found.reach, parts: [{ kind: 'happened', of, on: found.on, used: found.reach }] };
}

function happened({ context }: Given, anchor: Anchor): ReturnType<typeof reached> {
  if ('phase' in anchor) return reached(context, anchor);
  if ('occurrence' in anchor) {
    const day = context.occurrences?.[anchor.occurrence]?.on ?? null;
    return day === null ? null : { on: day, reach: latestDay(day) };
  }
  const on = context.milestones[`${anchor.system}/${anchor.milestone}`];
  return on === undefined ? null : { on, reach: latestDay(on) };
}

/** Backward from a month counts from its first day: any later one could be too late. */
export function backwardFrom({ definition, context }: Given, from: Rule<'backward'>['from']): Start {
  if (typeof from === 'string') return { on: from, parts: [{ kind: 'given', on: from }] };
  const { phase, edge, fiscalYear } = from;
  const label = phaseLabel(definition, phase);
  const plan = context.plan[phase];
  if (!plan) return { on: null, parts: [{ kind: 'awaited', of: { kind: 'plan', label, edge } }] };
  const on = edge === 'start' ? plan.startOn : plan.endOn;
  const used = earliestDay(on);
  const part: DerivationPart<Day> = { kind: 'planned', label, edge, on, used };
  if (!fiscalYear) return { on: used, parts: [part] };
  const end = fiscalYearEnd(used);
  return { on: end, parts: [part, { kind: 'fiscalYearEnd', on: end }] };
}

const phaseLabel = ({ path }: MigrationDefinition, phase: string): Text =>
  path.phases.find(({ id }) => id === phase)?.label ?? { ja: phase, en: phase };

function countedFrom(definition: MigrationDefinition, anchor: Anchor): CountedFrom {
  if ('occurrence' in anchor) {
    const { occurrence } = anchor;
    const named = definition.occurrences?.find(({ id }) => id === occurrence);
    return { kind: 'occurrence', label: named?.label ?? { ja: occurrence, en: occurrence } };
  }
  if ('phase' in anchor)
    return { kind: 'phase', label: phaseLabel(definition, anchor.phase), edge: anchor.edge };
  const { system, milestone } = anchor;
  return { kind: 'milestone', system, milestone, label: awaitedAs(definition, anchor) };
}

/** A gate that waits for the same milestone calls it by a name. */
const awaitedAs = (
  { path }: MigrationDefinition,
  { system, milestone }: { system: string; milestone: string },
): Text | null =>
  path.phases
    .flatMap(({ gate }) => gate?.conditions ?? [])
    .find((one) => one.kind === 'milestone' && one.system === system && one.milestone === milestone)?.label ??
  null;
