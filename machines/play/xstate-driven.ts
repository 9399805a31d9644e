// Makes any XState v5 machine drivable. Its delayed transitions and raises become absolute instants kept beside the
// snapshot, so that they survive persisting and never depend on a running timer; its other actions become effects.
import {
  type AnyEventObject,
  type AnyMachineSnapshot,
  type AnyStateMachine,
  type AnyStateNode,
  initialTransition,
  transition,
} from 'xstate';
import type { Played } from './playable.ts';

/** An event the machine has sent to itself for later. */
export interface PendingEvent {
  id: string;
  atMs: number;
  event: AnyEventObject;
}

export interface DrivenSnapshot {
  machine: Record<string, unknown>;
  /** Soonest first. */
  pending: PendingEvent[];
}

/** An event from outside, or with `timer` a pending one whose instant has come. */
export interface DrivenEvent {
  event: AnyEventObject;
  timer?: string;
}

/** An action of the machine: its name and its parameters. */
export interface DrivenEffect {
  type: string;
  params: unknown;
}

export type EventRefusal = { code: 'event.notNow' | 'timer.notDue'; type: string };

type XStateDriven = Played<DrivenSnapshot, DrivenEvent, EventRefusal, DrivenEffect> & {
  start(atMs: number, input?: unknown): { snapshot: DrivenSnapshot; effects: DrivenEffect[] };
};

type Action = { type: string; params: unknown };
type Raise = { event: AnyEventObject; id?: string; delay?: number };

/** @throws when the machine invokes actors: only a live actor system could run those. */
export function xstateDriven(machine: AnyStateMachine): XStateDriven {
  refuseActors(machine.root);
  const after = (
    [next, actions]: readonly [AnyMachineSnapshot, readonly Action[]],
    pending: PendingEvent[],
    atMs: number,
  ) => ({
    snapshot: { machine: persist(machine, next), pending: rearm(pending, actions, atMs) },
    effects: actions.flatMap(effectOf),
  });
  return {
    start: (atMs, input) => after(initialTransition(machine, input as never), [], atMs),
    accepts: (snapshot, incoming, atMs) => objections(machine, snapshot, incoming, atMs),
    step(snapshot, { event, timer }, atMs) {
      const pending = snapshot.pending.filter(({ id }) => id !== timer);
      return after(transition(machine, restore(machine, snapshot), event), pending, atMs);
    },
    nextWake: ({ pending }) => pending[0]?.atMs ?? null,
    wakeEvent: ({ pending: [first] }) => (first ? { event: first.event, timer: first.id } : null),
  };
}

function refuseActors(node: AnyStateNode): void {
  if (node.invoke.length > 0) throw new Error(`${node.id} invokes an actor: a driven machine has none`);
  for (const child of Object.values(node.states)) refuseActors(child);
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
    const due = snapshot.pending.some(({ id, atMs: dueMs }) => id === timer && dueMs <= atMs);
    return due ? [] : [{ code: 'timer.notDue', type }];
  }
  return restore(machine, snapshot).can(event) ? [] : [{ code: 'event.notNow', type }];
}

function restore(machine: AnyStateMachine, { machine: stored }: DrivenSnapshot): AnyMachineSnapshot {
  // Restoring needs a scope only to make child actors, of which there are none; it may write into what it is given.
  return machine.restoreSnapshot(structuredCopy(stored) as never, {} as never);
}

function persist(machine: AnyStateMachine, snapshot: AnyMachineSnapshot): Record<string, unknown> {
  return structuredCopy(machine.getPersistedSnapshot(snapshot)) as unknown as Record<string, unknown>;
}

const structuredCopy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

function rearm(before: PendingEvent[], actions: readonly Action[], atMs: number): PendingEvent[] {
  let pending = before;
  for (const { type, params } of actions) {
    // The two shapes are XState's own for these action types.
    if (type === 'xstate.cancel') pending = without(pending, (params as { sendId: string }).sendId);
    if (type === 'xstate.raise') pending = raised(pending, params as Raise, atMs);
  }
  return pending;
}

const without = (pending: PendingEvent[], gone: string) => pending.filter(({ id }) => id !== gone);

function raised(pending: PendingEvent[], { event, id, delay }: Raise, atMs: number): PendingEvent[] {
  if (typeof delay !== 'number') return pending;
  const dueMs = atMs + delay;
  const name = id ?? unusedName(pending, `${event.type}@${dueMs}`);
  const others = without(pending, name);
  const later = others.findIndex((other) => other.atMs > dueMs);
  const item = { id: name, atMs: dueMs, event };
  return later === -1 ? [...others, item] : [...others.slice(0, later), item, ...others.slice(later)];
}

function unusedName(pending: PendingEvent[], wanted: string): string {
  const taken = new Set(pending.map(({ id }) => id));
  let name = wanted;
  for (let n = 2; taken.has(name); n += 1) name = `${wanted}#${n}`;
  return name;
}

const ACTOR_ACTIONS = new Set(['xstate.sendTo', 'xstate.spawnChild', 'xstate.stopChild']);

function effectOf({ type, params }: Action): DrivenEffect[] {
  if (ACTOR_ACTIONS.has(type)) throw new Error(`${type} needs an actor: a driven machine has none`);
  if (type === 'xstate.raise' || type === 'xstate.cancel') return [];
  return [{ type, params: params === undefined ? null : structuredCopy(params) }];
}
