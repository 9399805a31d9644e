// Makes any XState v5 machine without actors drivable. Its delayed transitions and raises become absolute instants kept
// beside the snapshot, so that they survive persisting and never depend on a running timer; its other actions become
// effects. Snapshot, events and effects are JSON.
import type { AnyEventObject, AnyMachineSnapshot, AnyStateMachine } from 'xstate';
import type { Playable } from './playable.ts';
import { persisted } from './stored.ts';
import { dueAfter, refuseActor, refuseUndrivable, refuseUnstorable, requireJson } from './xstate-refused.ts';
import { inertScope, type Listed } from './xstate-scope.ts';

/** An event the machine has sent to itself for later. */
export interface PendingEvent {
  /** Counts what the machine has ever sent so: no other has the same. */
  nth: number;
  /** By what it is cancelled, or replaced by another of the same. */
  id: string;
  atMs: number;
  event: AnyEventObject;
}

export interface DrivenSnapshot {
  machine: Record<string, unknown>;
  /** Soonest first, and of one instant in the order they were sent. */
  pending: PendingEvent[];
  /** How many events the machine has sent to itself for later. */
  sent: number;
}

/** An event from outside, or with `timer` the pending one of that number, whose instant has come. */
export interface DrivenEvent {
  event: AnyEventObject;
  timer?: number;
}

/** An action of the machine: its name and its parameters. */
export interface DrivenEffect {
  type: string;
  params: unknown;
}

export type EventRefusal = { code: 'event.notNow' | 'timer.notDue' | 'machine.failed'; type: string };

export interface DrivenBegin {
  atMs: number;
  input?: unknown;
}

export type XStateDriven = Playable<DrivenBegin, DrivenSnapshot, DrivenEvent, EventRefusal, DrivenEffect>;

type Raise = { event: AnyEventObject; id?: string; delay?: number };

/**
 * @throws in a sentence, when the machine has actors or delays that never end. What only taking an event can show (an actor spawned in
 * an `assign`, a context that is no JSON) throws there, and `decide` refuses the event.
 */
export function xstateDriven(machine: AnyStateMachine): XStateDriven {
  refuseUndrivable(machine);
  const after = (next: AnyMachineSnapshot, listed: Listed[], before: Armed, atMs: number) => {
    refuseUnstorable(next);
    listed.forEach(refuseActor);
    const armed = next.status === 'active' ? rearm(before, listed, atMs) : { ...before, pending: [] };
    const snapshot = { machine: persisted<DrivenSnapshot['machine']>(machine, next), ...armed };
    return { snapshot, effects: listed.flatMap(effectOf) };
  };
  return {
    start({ atMs, input }) {
      const listed: Listed[] = [];
      const first = machine.getInitialSnapshot(inertScope(machine, listed), input as never);
      return after(first, listed, { pending: [], sent: 0 }, atMs);
    },
    accepts: (snapshot, incoming, atMs) => objections(machine, snapshot, incoming, atMs),
    take(snapshot, { event, timer }, atMs) {
      const listed: Listed[] = [];
      const pending = snapshot.pending.filter(({ nth }) => nth !== timer);
      const next = machine.transition(restore(machine, snapshot), event, inertScope(machine, listed));
      return after(next, listed, { pending, sent: snapshot.sent }, atMs);
    },
    nextWake: ({ pending }) => pending[0]?.atMs ?? null,
    wakeEvent: ({ pending: [first] }) => (first ? { event: first.event, timer: first.nth } : null),
  };
}

function objections(
  machine: AnyStateMachine,
  snapshot: DrivenSnapshot,
  { event, timer }: DrivenEvent,
  atMs: number,
): EventRefusal[] {
  const { type } = event;
  if (timer !== undefined) {
    // A delayed event that no transition takes any more still has to leave the list: due is enough.
    const due = snapshot.pending.some(({ nth, atMs: dueMs }) => nth === timer && dueMs <= atMs);
    return due ? [] : [{ code: 'timer.notDue', type }];
  }
  const live = restore(machine, snapshot);
  // XState's own events come from XState alone; `*` is no event. What has ended takes nothing.
  const isOpen = live.status === 'active' && !type.startsWith('xstate.') && type !== '*';
  return isOpen && live.can(event) ? [] : [{ code: 'event.notNow', type }];
}

/** Restoring needs a scope only to make child actors, of which there are none; it may write into what it is given. */
function restore(machine: AnyStateMachine, { machine: stored }: DrivenSnapshot): AnyMachineSnapshot {
  return machine.restoreSnapshot(copied(stored) as never, {} as never);
}

const copied = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

type Armed = Pick<DrivenSnapshot, 'pending' | 'sent'>;

function rearm(before: Armed, listed: readonly Listed[], atMs: number): Armed {
  let armed = before;
  for (const { type, params } of listed) {
    // The two shapes are XState's own for these action types.
    if (type === 'xstate.cancel') armed = without(armed, (params as { sendId: string }).sendId);
    if (type === 'xstate.raise') armed = raised(armed, params as Raise, atMs);
  }
  return armed;
}

const without = ({ pending, sent }: Armed, gone: string | undefined): Armed => ({
  pending: pending.filter(({ id }) => id !== gone),
  sent,
});

function raised(before: Armed, { event, id, delay }: Raise, atMs: number): Armed {
  if (typeof delay !== 'number') return before;
  requireJson(event, `the event ${event.type}`);
  const dueMs = dueAfter(atMs, delay, event.type);
  const { pending, sent } = without(before, id);
  const nth = sent + 1;
  const later = pending.findIndex((other) => other.atMs > dueMs);
  const item = { nth, id: id ?? `unnamed/${nth}`, atMs: dueMs, event: copied(event) };
  const at = later === -1 ? pending.length : later;
  return { pending: [...pending.slice(0, at), item, ...pending.slice(at)], sent: nth };
}

function effectOf({ type, params }: Listed): DrivenEffect[] {
  if (type === 'xstate.raise' || type === 'xstate.cancel') return [];
  requireJson(params, `what ${type} is given`);
  return [{ type, params: params === undefined ? null : copied(params) }];
}
