// What XState hands to guards and actions besides context and event: a self that is the same in every process and can do
// nothing. An actor would be numbered by a counter of the process and could be spoken to.
import type { AnyActorScope, AnyStateMachine } from 'xstate';

/** An action as XState lists it for whoever carries it out. */
export interface Listed {
  type: string;
  params: unknown;
}

const never = (what: string) => (): never => {
  throw new Error(`a driven machine has no actors: it cannot ${what}`);
};

/** A scope that lists actions in `listed` and runs none. */
export function inertScope(machine: AnyStateMachine, listed: Listed[]): AnyActorScope {
  const ignored = () => undefined;
  const system = { _sendInspectionEvent: ignored, _bookId: never('spawn one'), get: never('look one up') };
  const self = {
    id: machine.id,
    sessionId: machine.id,
    system,
    ref: null,
    send: never('send to itself'),
    getSnapshot: never('look at itself'),
  };
  const scope = {
    self,
    system,
    id: machine.id,
    sessionId: machine.id,
    logger: ignored,
    defer: ignored,
    emit: ignored,
    stopChild: never('stop one'),
    actionExecutor: ({ type, params }: Listed) => void listed.push({ type, params }),
  };
  // Only what a pure transition of XState asks for; the rest of an actor's scope belongs to live ones.
  return scope as unknown as AnyActorScope;
}
