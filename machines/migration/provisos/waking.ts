// What comes next by itself: a deadline's point, or the end of a day by which an approval's condition was to be met.
import { nextPoint } from '../../deadline/points.ts';
import type { MigrationDefinition } from '../../definition/definition.ts';
import { compareInstants, dayOf, type Instant } from '../../values/date.ts';
import type { Submission } from '../event.ts';
import type { MigrationContext } from '../state.ts';
import { lapseSaid } from './acts.ts';
import { nextLapse } from './proviso.ts';

type Next = ReturnType<typeof sought>;

/** Asked for the instant and for what is said then: sought once. */
const known = new WeakMap<MigrationContext, { definition: MigrationDefinition; next: Next }>();

function next(definition: MigrationDefinition, context: MigrationContext): Next {
  const before = known.get(context);
  if (before?.definition === definition) return before.next;
  const found = sought(definition, context);
  known.set(context, { definition, next: found });
  return found;
}

function sought(definition: MigrationDefinition, context: MigrationContext) {
  const point = nextPoint(definition, context);
  const lapse = nextLapse(context);
  const isLapse = lapse !== null && (point === null || compareInstants(lapse.at, point.at) < 0);
  return { point, lapse, isLapse };
}

export function nextInstant(definition: MigrationDefinition, context: MigrationContext): Instant | null {
  const { point, lapse, isLapse } = next(definition, context);
  return (isLapse ? lapse?.at : point?.at) ?? null;
}

/** What the timer says then, without who it is. */
export function nextSaid(
  definition: MigrationDefinition,
  context: MigrationContext,
): Omit<Submission, 'actor'> | null {
  const { point: due, lapse, isLapse } = next(definition, context);
  if (isLapse && lapse) return lapseSaid(lapse.proviso);
  if (!due) return null;
  const { deadline, point, generation, at } = due;
  return {
    fact: { type: 'deadline.reached', deadline: deadline.id, point, generation },
    occurredOn: dayOf(at),
    requestId: `deadline/${deadline.id}/${generation}/${point}`,
  };
}
