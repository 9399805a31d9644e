// What was told of deadlines when a definition is adopted: it goes with a deadline that goes on, is set aside with one that is
// gone, and comes back with it. So nothing that was told is told again, and what is new is told from now on.
import { instantOfPoint } from '../../deadline/points.ts';
import type { Deadline, MigrationDefinition } from '../../definition/definition.ts';
import { compareInstants, type Instant } from '../../values/date.ts';
import type { DeadlineState, MigrationContext } from '../state.ts';

const NEW: DeadlineState = {
  status: 'waiting',
  generation: 0,
  nominalOn: null,
  dueOn: null,
  dueAt: null,
  caution: null,
  fired: [],
};

export function relocatedDeadlines(
  { deadlines, aside, retired }: Pick<MigrationContext, 'deadlines' | 'aside' | 'retired'>,
  leaving: MigrationDefinition,
  definition: MigrationDefinition,
  at: Instant,
): { deadlines: Record<string, DeadlineState>; aside: Record<string, DeadlineState> } {
  const kept = { ...aside?.deadlines, ...deadlines };
  const used = new Set<string>();
  const found = definition.deadlines.map((deadline): [string, DeadlineState] => {
    const from = [deadline.id, deadline.replaces].find((id) => id !== undefined && kept[id] !== undefined);
    if (from === undefined) return [deadline.id, NEW];
    used.add(from);
    // Of one that comes back nobody was reminded meanwhile, and nobody is now of what is past.
    const before = retired ? [] : formerly(leaving, from);
    return [deadline.id, withoutPast(deadline, kept[from] as DeadlineState, before, at)];
  });
  const rest = Object.entries(kept).filter(([id]) => !used.has(id));
  return { deadlines: Object.fromEntries(found), aside: Object.fromEntries(rest) };
}

const formerly = ({ deadlines }: MigrationDefinition, id: string): readonly number[] =>
  deadlines.find((deadline) => deadline.id === id)?.reminders ?? [];

/** A reminder that is new and lies past already is nobody's any more. */
function withoutPast(
  { reminders }: Deadline,
  state: DeadlineState,
  before: readonly number[],
  at: Instant,
): DeadlineState {
  const { dueOn, dueAt, fired } = state;
  if (dueOn === null || dueAt === null) return state;
  const moot = reminders.filter(
    (point) =>
      !before.includes(point) &&
      !fired.includes(point) &&
      compareInstants(instantOfPoint(dueOn, dueAt, point), at) <= 0,
  );
  return moot.length === 0 ? state : { ...state, fired: [...fired, ...moot] };
}
