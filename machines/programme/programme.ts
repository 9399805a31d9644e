// The programme as everyone else uses it: start, accepts, take over JSON snapshots, like a migration. No clock: an event
// carries the instant at which it is taken up.
import { initialTransition, transition } from 'xstate';
import { persisted, restored } from '../play/stored.ts';
import type { ProgrammeDefinition } from './definition.ts';
import type { StampedProgrammeEvent } from './event.ts';
import { type ProgrammeMachine, programmeMachine } from './machine.ts';
import type { ProgrammeRefusal } from './refusal.ts';
import { objections } from './rules.ts';
import type { ProgrammeSnapshot } from './state.ts';

const machines = new WeakMap<ProgrammeDefinition, ProgrammeMachine>();

function machineOf(definition: ProgrammeDefinition): ProgrammeMachine {
  const known = machines.get(definition);
  if (known) return known;
  const made = programmeMachine(definition);
  machines.set(definition, made);
  return made;
}

export function startProgramme(definition: ProgrammeDefinition): ProgrammeSnapshot {
  const machine = machineOf(definition);
  return persisted<ProgrammeSnapshot>(machine, initialTransition(machine)[0]);
}

export function acceptsProgramme(
  definition: ProgrammeDefinition,
  { context }: ProgrammeSnapshot,
  { fact, ...event }: StampedProgrammeEvent,
): ProgrammeRefusal[] {
  return objections({ definition, context, event, fact });
}

/** Takes an accepted event. A refused one changes nothing. */
export function takeProgramme(
  definition: ProgrammeDefinition,
  snapshot: ProgrammeSnapshot,
  { fact, ...event }: StampedProgrammeEvent,
): ProgrammeSnapshot {
  const machine = machineOf(definition);
  const [next] = transition(machine, restored(machine, snapshot), {
    type: fact.type,
    given: { event, fact },
  });
  return next.context.version === snapshot.context.version
    ? snapshot
    : persisted<ProgrammeSnapshot>(machine, next);
}
