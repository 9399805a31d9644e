// What a machine may not hold if it is to be driven: actors, delays without an end, and values that no JSON keeps. Told when
// the machine is made, or where only an event shows it, when that is taken.
import type { AnyMachineSnapshot, AnyStateMachine, AnyStateNode } from 'xstate';

/** The last millisecond that an instant of four-digit years can say in Japan. */
export const LATEST_MS = Date.parse('9999-12-31T23:59:59.999+09:00');

const ACTOR_ACTIONS: ReadonlySet<string> = new Set([
  'xstate.sendTo',
  'xstate.spawnChild',
  'xstate.stopChild',
]);

/** @throws in a sentence, when the machine can never be driven */
export function refuseUndrivable(machine: AnyStateMachine): void {
  for (const node of nodesUnder(machine.root)) {
    if (node.invoke.length > 0) throw new Error(`${node.id} invokes an actor: a driven machine has none`);
    for (const action of actionsOf(node)) refuseAction(machine, node, action);
  }
}

export function refuseActor({ type }: { type: string }): void {
  if (ACTOR_ACTIONS.has(type)) throw new Error(`${type} needs an actor: a driven machine has none`);
}

/** The instant a delay leads to. @throws RangeError in a sentence */
export function dueAfter(atMs: number, delay: number, type: string): number {
  const dueMs = atMs + Math.max(0, delay);
  if (dueMs <= LATEST_MS) return dueMs;
  throw new RangeError(`${type} is delayed by ${delay} ms: that is no instant before the year 10000`);
}

/** @throws in a sentence, when the snapshot would come back from JSON as another */
export function refuseUnstorable({ context, output, children, status, error }: AnyMachineSnapshot): void {
  if (status === 'error') throw error;
  if (Object.keys(children).length > 0) throw new Error('it spawned an actor: a driven machine has none');
  requireJson(context, 'context');
  requireJson(output, 'output');
}

export function requireJson(value: unknown, where: string): void {
  if (value === null || ['undefined', 'string', 'boolean'].includes(typeof value)) return;
  if (typeof value === 'number' && Number.isFinite(value)) return;
  if (typeof value !== 'object' || !isPlain(value))
    throw new Error(`${where} is no JSON: it cannot be stored`);
  for (const [key, part] of Object.entries(value)) {
    if (Array.isArray(value) && part === undefined) throw new Error(`${where}.${key} is no JSON`);
    requireJson(part, `${where}.${key}`);
  }
}

/** Of any realm: a workflow's objects and its host's have different prototypes. */
function isPlain(value: object): boolean {
  if (Array.isArray(value)) return true;
  if ('sessionId' in value && 'send' in value && 'ref' in value) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function nodesUnder(node: AnyStateNode): AnyStateNode[] {
  return [node, ...Object.values(node.states).flatMap(nodesUnder)];
}

function actionsOf(node: AnyStateNode): unknown[] {
  const taken = [...node.transitions.values(), node.always ?? []].flat();
  const initial = node.type === 'compound' ? node.initial.actions : [];
  return [...node.entry, ...node.exit, ...initial, ...taken.flatMap(({ actions }) => actions)];
}

type Named = { type?: string; delay?: unknown };

function refuseAction(machine: AnyStateMachine, node: AnyStateNode, given: unknown): void {
  const name = typeof given === 'string' ? given : ((given as Named).type ?? '');
  const { actions, delays } = machine.implementations;
  const action = (actions[name] ?? given) as Named;
  refuseActor({ type: action.type ?? name });
  if (action.type !== 'xstate.raise') return;
  const delay = typeof action.delay === 'string' ? delays[action.delay] : action.delay;
  if (typeof delay === 'number') dueAfter(0, delay, node.id);
}
