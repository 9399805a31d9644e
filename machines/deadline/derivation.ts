// How a deadline's date comes about, part by part, as data: its sentences are made in texts/. The very counting that sets the date
// tells these parts, so that what is explained is what was counted.

import type { Calendar } from '../definition/calendar.ts';
import type { Deadline, MigrationDefinition } from '../definition/definition.ts';
import type { MigrationContext } from '../migration/state.ts';
import { closedDay } from '../values/calendar/closed-day.ts';
import type { Day, Instant } from '../values/date.ts';
import type { DerivationPart } from './derivation-parts.ts';
import { reckon } from './reckon.ts';
import { isMet } from './status.ts';

export interface Derivation {
  nominalOn: Day | null;
  dueOn: Day | null;
  dueAt: Instant | null;
  parts: DerivationPart[];
}

/** @param context of the migration as it stands, its deadlines settled */
export function derivationOf(
  definition: MigrationDefinition,
  deadline: Deadline,
  context: MigrationContext,
): Derivation {
  const state = context.deadlines[deadline.id];
  const { nominalOn = null, dueOn = null, dueAt = null } = state ?? {};
  const { parts, ...reckoned } = reckon(definition, deadline, context);
  if (state && isMet(state) && dueOn !== null && reckoned.dueOn !== dueOn)
    return { nominalOn, dueOn, dueAt, parts: [{ kind: 'kept', on: dueOn }] };
  return { nominalOn, dueOn, dueAt, parts: parts.map((part) => told(definition.calendar, part)) };
}

function told(calendar: Calendar, part: DerivationPart<Day>): DerivationPart {
  const named = (day: Day) => closedDay(calendar, day);
  switch (part.kind) {
    case 'counted':
      return { ...part, skipped: part.skipped.map(named) };
    case 'rolled':
      return { ...part, over: part.over.map(named) };
    case 'stays':
      return { ...part, day: named(part.day) };
    default:
      return part;
  }
}
