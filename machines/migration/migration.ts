// The migration as everyone else uses it: start, accepts, take, nextWake, explain over JSON snapshots. No clock: an
// event carries the instant at which it is taken up.
import { getNextTransitions } from 'xstate';
import { without } from '../definition/counterparts.ts';
import type { MigrationDefinition } from '../definition/definition.ts';
import type { Taken } from '../play/playable.ts';
import { persisted, restored } from '../play/stored.ts';
import { inertScope } from '../play/xstate-scope.ts';
import type { Caution } from '../record/caution.ts';
import type { Effect } from '../record/effect.ts';
import { type Refusal, refusal } from '../record/refusal.ts';
import type { Instant } from '../values/date.ts';
import type { Case } from './act.ts';
import { actOf, type Fact } from './acts.ts';
import { ADOPTED } from './adoption/acts.ts';
import { CONTINUED, placed } from './adoption/continuing.ts';
import { relocated } from './adoption/relocate.ts';
import { underRetirement } from './adoption/retirement.ts';
import { phaseNow } from './authority/power.ts';
import { machineOf } from './compiled.ts';
import { fallenAskings, fallenExtensions } from './deadlines/extensions.ts';
import { reopenedDeadlines } from './deadlines/reopened.ts';
import type { StampedEvent, Submission } from './event.ts';
import { sameFiles } from './gate/cautions.ts';
import type { MachineEvent, MachineInput } from './machine.ts';
import { nextInstant, nextSaid } from './provisos/waking.ts';
import { objections } from './rules.ts';
import { decidedInName } from './seeing/telling.ts';
import { isOver, type MigrationSnapshot, standing } from './state.ts';

/** The version of the machine's code; declared, raised when the same event may be decided otherwise. */
export const MACHINE_VERSION = 2;

/** The day the path begins and the instant it is recorded. */
export type Begin = Omit<MachineInput, 'definition'>;

const restore = (definition: MigrationDefinition, snapshot: MigrationSnapshot) =>
  restored(machineOf(definition), snapshot);

/** The case that an event makes of a snapshot. */
export function caseOf(
  definition: MigrationDefinition,
  snapshot: MigrationSnapshot,
  { fact, ...event }: StampedEvent,
  leaving?: MigrationDefinition,
): Case<Fact> {
  const where = standing(snapshot);
  const here = phaseNow(definition, snapshot.context, where.phase);
  const left = leaving && { leaving };
  return { definition, ...left, context: snapshot.context, standing: where, here, event, fact };
}

/** What an event is decided on: of an adoption, what it was moved to; of a continuation, where it begins. Null where it has no place there. */
function ground(
  definition: MigrationDefinition,
  snapshot: MigrationSnapshot,
  { fact, ...stamp }: StampedEvent,
  leaving: MigrationDefinition | undefined,
): MigrationSnapshot | null {
  if (fact.type === CONTINUED) return placed(definition, snapshot, fact);
  return fact.type === ADOPTED && leaving ? relocated(snapshot, leaving, definition, stamp) : snapshot;
}

/** The event as the machine takes it. */
export const machineEvent = ({ context: _context, ...given }: Case<Fact>): MachineEvent => ({
  type: given.fact.type,
  given,
});

/** The snapshot before any event: the path's first phase, entered `on` a day and recorded `at` an instant. */
export function start(definition: MigrationDefinition, begin: Begin): MigrationSnapshot {
  const machine = machineOf(definition);
  const first = machine.getInitialSnapshot(inertScope(machine, []), { definition, ...begin });
  return underRetirement(persisted<MigrationSnapshot>(machine, first), definition, begin.on);
}

/** Every reason against an event, its position first; an empty list means that it is accepted. Synchronous, pure, never throws. */
export function accepts(
  definition: MigrationDefinition,
  snapshot: MigrationSnapshot,
  event: StampedEvent,
  leaving?: MigrationDefinition,
): Refusal[] {
  const from = ground(definition, snapshot, event, leaving);
  if (from === null && leaving)
    return [refusal('definition.noCounterpart', { phases: without(leaving.path, definition.path) })];
  const given = caseOf(definition, from ?? snapshot, event, leaving);
  const { standing: where } = given;
  const reasons = objections(given);
  if (isOver(definition, where.activity) && reasons.length > 0) return reasons;
  const state = restore(definition, from ?? snapshot);
  if (reasons.length === 0 && state.can(machineEvent(given))) return [];
  const { type } = event.fact;
  const possible = getNextTransitions(state).some(({ eventType }) => eventType === type);
  if (possible && reasons.length > 0) return reasons;
  return [refusal('event.notNow', { type, phase: where.phase, state: stateOf(given) }), ...reasons];
}

/** What speaks against an event and does not stop it. `shown`: as its sender is shown it; of other files nothing is told. */
export function cautions(
  definition: MigrationDefinition,
  snapshot: MigrationSnapshot,
  event: StampedEvent,
  shown = snapshot,
): Caution[] {
  const given = caseOf(definition, snapshot, event);
  return [...(actOf(given.fact).cautions?.(given) ?? []), ...sameFiles(shown, given.fact)];
}

/** The state that decides whether an act is taken: of the region in which it is. */
function stateOf({ fact, standing: { stage, activity, regime } }: Case<Fact>): string {
  const { taken } = actOf(fact);
  if (taken === 'anywhere' || taken.region === 'path') return stage ?? 'final';
  return taken.region === 'activity' ? activity : regime;
}

/** Takes an accepted event. A refused one changes nothing: the same snapshot comes back, without effects. */
export function take(
  definition: MigrationDefinition,
  snapshot: MigrationSnapshot,
  event: StampedEvent,
  leaving?: MigrationDefinition,
): Taken<MigrationSnapshot, Effect> {
  const machine = machineOf(definition);
  const moved = ground(definition, snapshot, event, leaving);
  if (moved === null) return { snapshot, effects: [] };
  const given = caseOf(definition, moved, event, leaving);
  const next = machine.transition(restore(definition, moved), machineEvent(given), inertScope(machine, []));
  if (next.context.version === snapshot.context.version) return { snapshot, effects: [] };
  const after = persisted<MigrationSnapshot>(machine, next);
  const told = { ...given, after: after.context, left: snapshot.context, stood: standing(snapshot) };
  return {
    snapshot: after,
    effects: [
      ...(actOf(given.fact).tells?.(told) ?? []),
      ...fallenExtensions(told),
      ...fallenAskings(told),
      ...reopenedDeadlines(told),
      ...decidedInName(told),
    ],
  };
}

/** The next instant at which this migration wants to be woken, or null. */
export function nextWake(definition: MigrationDefinition, snapshot: MigrationSnapshot): Instant | null {
  if (isOver(definition, snapshot.value.activity)) return null;
  if (snapshot.context.continues?.length === 0) return null;
  return nextInstant(definition, snapshot.context);
}

/** The event of the next open deadline point, or of a condition whose day ends: what the timer says when it wakes the migration. */
export function wakeEvent(definition: MigrationDefinition, snapshot: MigrationSnapshot): Submission | null {
  const said = nextSaid(definition, snapshot.context);
  return said && { ...said, actor: { kind: 'timer', account: 'timer', name: '期限監視', post: 'timer' } };
}
