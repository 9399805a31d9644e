// When a deadline falls, and what it is counted from.

import type { Deadline, MigrationDefinition } from '../definition/definition.ts';
import type { DeadlineState, MigrationContext } from '../migration/state.ts';
import { closingTime } from '../values/calendar/calendar.ts';
import { type Instant, instantOf } from '../values/date.ts';
import { reckon } from './reckon.ts';

export { extensionFor } from './reckon.ts';

export interface DueDate {
  nominalOn: string;
  dueOn: string;
  /** At its time of day, or before it where the office closes earlier that day. */
  dueAt: Instant;
  caution: DeadlineState['caution'];
}

/** Null where it has no date. */
export function dueDate(
  definition: MigrationDefinition,
  deadline: Deadline,
  context: MigrationContext,
): DueDate | null {
  const { nominalOn, dueOn, caution } = reckon(definition, deadline, context);
  if (nominalOn === null || dueOn === null) return null;
  const at = closingTime(definition.calendar, dueOn, deadline.at);
  return { nominalOn, dueOn, dueAt: instantOf(dueOn, at), caution };
}
