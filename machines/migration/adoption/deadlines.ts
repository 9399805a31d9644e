// What was told of deadlines when a definition is adopted: it goes with a deadline that goes on, is set aside with one that is
// gone, and comes back with it. So nothing that was told is told again, and what is new is told from now on.

import type { DeadlineState, FirePoint } from '../../deadline/deadline-state.ts';
import { askedBy, isRungOf, pastRungs } from '../../deadline/ladder.ts';
import type { Laid } from '../../deadline/laid-once.ts';
import { dueOf, laidOf, pastReminders } from '../../deadline/points.ts';
import { isMet } from '../../deadline/status.ts';
import type { Deadline, MigrationDefinition } from '../../definition/definition.ts';
import { same } from '../../record/same.ts';
import type { Instant } from '../../values/date.ts';
import type { MigrationContext } from '../state.ts';

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
    const before = retired ? undefined : leaving.deadlines.find(({ id }) => id === from);
    return [deadline.id, goingOn(definition, deadline, kept[from] as DeadlineState, before, at)];
  });
  const rest = Object.entries(kept).filter(([id]) => !used.has(id));
  return { deadlines: Object.fromEntries(found), aside: Object.fromEntries(rest) };
}

type Before = Deadline | undefined;

/** A reminder or a rung that is new and lies past already is nobody's any more. */
function goingOn(
  definition: MigrationDefinition,
  deadline: Deadline,
  state: DeadlineState,
  before: Before,
  at: Instant,
): DeadlineState {
  if (deadline.ladder) return onLadder(definition, deadline, state, before, at);
  const { weeks: _weeks, ...plain } = before?.ladder ? withFired(state, isOfReminders) : state;
  const due = dueOf(plain);
  // Of what is met nobody is reminded: where it opens again it is armed anew.
  if (!due || isMet(plain)) return plain;
  const { fired } = plain;
  const moot = pastReminders(deadline.reminders ?? [], due, at).filter(
    (point) => !before?.reminders?.includes(point) && !fired.includes(point),
  );
  return moot.length === 0 ? plain : { ...plain, fired: [...fired, ...moot] };
}

const isOfReminders = (point: FirePoint): boolean => typeof point === 'number' || point === 'due';

const withFired = (state: DeadlineState, wanted: (point: FirePoint) => boolean): DeadlineState =>
  state.fired.every(wanted) ? state : { ...state, fired: state.fired.filter(wanted) };

function onLadder(
  definition: MigrationDefinition,
  deadline: Deadline,
  state: DeadlineState,
  before: Before,
  at: Instant,
): DeadlineState {
  const [laid, due] = [laidOf(definition, deadline), dueOf(state)];
  if (laid && state.undecided) return askedAnew(laid, state, state.undecided, before, at);
  if (!laid || !due) return state;
  const own = withFired(state, (point) => isRungOf(laid.ladder, point));
  if (isMet(own)) return own;
  const past = pastRungs(laid, due, at);
  const { ladder: former } = before ?? {};
  const moot = past.fired.filter(
    (point) => !(former && isRungOf(former, point)) && !own.fired.includes(point),
  );
  const weeks = former?.weekly ? {} : { weeks: past.weeks ?? 0 };
  return { ...own, ...(weeks.weeks ? weeks : {}), fired: [...own.fired, ...moot] };
}

/** Asked at other times than before: from the next of them on. */
function askedAnew(
  laid: Laid,
  state: DeadlineState,
  { since }: NonNullable<DeadlineState['undecided']>,
  before: Before,
  at: Instant,
): DeadlineState {
  if (same(before?.ladder?.undecided, laid.ladder.undecided)) return state;
  const undecided = { since, asked: askedBy(laid, { since, asked: 0 }, at) };
  return { ...state, generation: state.generation + 1, undecided };
}
