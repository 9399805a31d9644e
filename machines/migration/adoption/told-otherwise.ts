// When whoever a deadline concerns is told next, where a version changes that and not the day.
import { openPoints } from '../../deadline/points.ts';
import type { Deadline, MigrationDefinition, Text } from '../../definition/definition.ts';
import { canonical } from '../../record/entry.ts';
import type { Instant } from '../../values/date.ts';
import type { MigrationContext } from '../state.ts';

export interface ToldOtherwise {
  deadline: string;
  label: Text;
  /** The next time before and after; null where nobody is told any more. */
  was: Instant | null;
  next: Instant | null;
}

type Memory = Pick<MigrationContext, 'deadlines'>;

const telling = ({ reminders, ladder, to }: Deadline): string =>
  canonical({ reminders: reminders ?? null, ladder: ladder ?? null, to });

function nextOf(definition: MigrationDefinition, deadline: Deadline, { deadlines }: Memory): Instant | null {
  const state = deadlines[deadline.id];
  return state ? (openPoints(definition, deadline, state)[0]?.at ?? null) : null;
}

/** Deadlines of both versions whose reminders, ladder or posts are others; with the next time that somebody is told. */
export const toldOtherwise = (
  { leaving, definition }: { leaving: MigrationDefinition; definition: MigrationDefinition },
  before: Memory,
  after: Memory,
): ToldOtherwise[] =>
  definition.deadlines.flatMap((deadline) => {
    const former = leaving.deadlines.find(({ id }) => id === deadline.id || id === deadline.replaces);
    if (!former || telling(former) === telling(deadline)) return [];
    const was = nextOf(leaving, former, before);
    const next = nextOf(definition, deadline, after);
    return [{ deadline: deadline.id, label: deadline.label, was, next }];
  });
