// How an XState snapshot becomes plain JSON and back: the one place. What is stored is XState's own persisted form, whose
// generics cannot be rebuilt from JSON; every playable says once of which type its own is.
import type { AnyMachineSnapshot, AnyStateMachine } from 'xstate';

/** As plain JSON: nothing of the machine, no undefined, nothing shared with what it was made from. */
export function persisted<Stored>(machine: AnyStateMachine, snapshot: AnyMachineSnapshot): Stored {
  return JSON.parse(JSON.stringify(machine.getPersistedSnapshot(snapshot))) as Stored;
}

/** For machines without actors and history states. */
export function restored<Machine extends AnyStateMachine>(
  machine: Machine,
  stored: object,
): ReturnType<Machine['resolveState']> {
  return machine.resolveState(stored as never) as ReturnType<Machine['resolveState']>;
}
