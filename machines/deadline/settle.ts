// What an event makes of each deadline: set, moved, met, open again or left alone.

import type { Deadline, MigrationDefinition } from '../definition/definition.ts';
import type { DeadlineState, MigrationContext } from '../migration/state.ts';
import { compareInstants, dayOf, type Instant, type VagueDay } from '../values/date.ts';
import { type DueDate, dueDate, extensionFor } from './due-day.ts';
import { openPoints, withoutMoot } from './points.ts';
import { reached } from './reached.ts';
import { isMet } from './status.ts';
import { askedFor } from './undecided.ts';

/** Sets, moves, meets and leaves alone each deadline after an event that was taken up `at` an instant. */
export function settleDeadlines(
  definition: MigrationDefinition,
  context: MigrationContext,
  at: Instant,
): Record<string, DeadlineState> {
  return Object.fromEntries(
    definition.deadlines.map((deadline) => [deadline.id, settle(definition, deadline, context, at)]),
  );
}

function settle(
  definition: MigrationDefinition,
  deadline: Deadline,
  context: MigrationContext,
  at: Instant,
): DeadlineState {
  const before = context.deadlines[deadline.id];
  const met = reached(context, deadline.metBy);
  // What met it stands: it was judged against the day that held then, and a plan changed afterwards judges nothing anew.
  if (before && met && isMet(before) && before.metOn === met.on) return before;
  const due = dueDate(definition, deadline, context);
  const armed = due ? arm(definition, deadline, before, due, at) : unarmed(definition, deadline, context, at);
  const set = deadline.rule.kind === 'undecided' ? before?.set : undefined;
  const kept = set ? { ...armed, set } : armed;
  return met ? meet(kept, met) : reopen(definition, deadline, kept, at);
}

/** Where a day has an hour of its own, another hour of the same day tells nothing anew; before there were any it did. */
const hasHalfDays = ({ calendar }: MigrationDefinition): boolean => calendar.halfDays !== undefined;

function arm(
  definition: MigrationDefinition,
  deadline: Deadline,
  before: DeadlineState | undefined,
  due: DueDate,
  at: Instant,
): DeadlineState {
  const { dueAt } = due;
  const extension = extensionFor(before, due.nominalOn);
  const keepsDay = hasHalfDays(definition) && before?.dueOn === due.dueOn;
  if (before && (before.dueAt === dueAt || keepsDay)) {
    const { extension: _fallen, set: _set, ...rest } = before;
    return { ...rest, ...due, ...(extension ? { extension } : {}) };
  }
  const fresh: DeadlineState = {
    ...due,
    status: 'pending',
    generation: (before?.generation ?? 0) + 1,
    fired: [],
    ...(extension ? { extension } : toldMissed(before)),
  };
  // What lay past when the record began was so on its own day.
  return before ? tellingNow(definition, deadline, fresh, at) : withoutMoot(definition, deadline, fresh, at);
}

/** Armed anew: of the points that lie past one is told, now. */
function tellingNow(
  definition: MigrationDefinition,
  deadline: Deadline,
  state: DeadlineState,
  at: Instant,
): DeadlineState {
  const { armedAt: _before, ...open } = state;
  const armed = withoutMoot(definition, deadline, open, at);
  const [first] = openPoints(definition, deadline, armed);
  return first && compareInstants(first.at, at) < 0 ? { ...armed, armedAt: at } : armed;
}

function unarmed(
  definition: MigrationDefinition,
  deadline: Deadline,
  context: MigrationContext,
  at: Instant,
): DeadlineState {
  const before = context.deadlines[deadline.id];
  const generation = before?.generation ?? 0;
  const undecided = askedFor(definition, deadline, context) !== null;
  const asking = before?.undecided ?? { since: dayOf(at), asked: 0 };
  return {
    status: 'waiting',
    // Asked for anew it is another round.
    generation: undecided && before && !before.undecided ? generation + 1 : generation,
    nominalOn: null,
    dueOn: null,
    dueAt: null,
    caution: null,
    fired: [],
    ...toldMissed(before),
    ...(undecided ? { undecided: asking } : {}),
  };
}

/** A day that moves without an extension takes back nothing of what was told before: it was missed, and is open all the same. */
const toldMissed = (before: DeadlineState | undefined): Pick<DeadlineState, 'toldMissed'> =>
  before && (before.toldMissed || before.status === 'missed') ? { toldMissed: true } : {};

/** Met by its day, though recorded after it was told as missed: what was told stays told. Of what is met nothing is asked. */
function meet(state: DeadlineState, { on, reach }: { on: VagueDay; reach: string }): DeadlineState {
  const {
    recordedLate: _before,
    toldMissed: wasMissed,
    asked: _asked,
    acknowledged: _known,
    ...rest
  } = state;
  if (state.dueOn !== null && reach > state.dueOn) return { ...rest, status: 'metLate', metOn: on };
  const told = wasMissed || state.fired.includes('due') ? { recordedLate: true as const } : {};
  return { ...rest, status: 'met', metOn: on, ...told };
}

/** A phase walked again has not been left yet: what met its deadline no longer does. Armed anew, one point is told. */
function reopen(
  definition: MigrationDefinition,
  deadline: Deadline,
  state: DeadlineState,
  at: Instant,
): DeadlineState {
  if (!isMet(state)) return state;
  const { metOn: _gone, recordedLate: _late, ...rest } = state;
  const open: DeadlineState = { ...rest, status: state.fired.includes('due') ? 'missed' : 'pending' };
  return tellingNow(definition, deadline, open, at);
}
