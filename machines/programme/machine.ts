// A programme's definition compiled to its XState machine: one state in which every act of the table is taken.
import { assign, setup } from 'xstate';
import type { ProgrammeCase } from './act.ts';
import { type ProgrammeFact, type ProgrammeFactType, programmeActOf, programmeFactTypes } from './acts.ts';
import type { ProgrammeDefinition } from './definition.ts';
import { objections } from './rules.ts';
import { emptyProgramme, type ProgrammeContext } from './state.ts';

/** An event as the machine takes it: the fact's type in front, and the case in which it comes. */
export interface ProgrammeMachineEvent {
  type: ProgrammeFactType;
  given: Pick<ProgrammeCase<ProgrammeFact>, 'event' | 'fact'>;
}

function change(given: ProgrammeCase<ProgrammeFact>): ProgrammeContext {
  const changed = programmeActOf(given.fact).change(given);
  return { ...changed, version: changed.version + 1 };
}

/** Compile once per definition and keep it. */
export function programmeMachine(definition: ProgrammeDefinition) {
  const caseOf = ({ context, event }: { context: ProgrammeContext; event: ProgrammeMachineEvent }) => ({
    definition,
    context,
    ...event.given,
  });
  const kept = { guard: 'permitted', actions: 'change' } as const;
  return setup({
    // Empty values of the wanted type are XState's documented way to state types.
    types: { context: {} as ProgrammeContext, events: {} as ProgrammeMachineEvent },
    guards: { permitted: (asked) => objections(caseOf(asked)).length === 0 },
    actions: { change: assign((asked) => change(caseOf(asked))) },
  }).createMachine({
    id: 'programme',
    initial: 'open',
    context: emptyProgramme,
    states: { open: { on: Object.fromEntries(programmeFactTypes.map((type) => [type, kept])) } },
  });
}

export type ProgrammeMachine = ReturnType<typeof programmeMachine>;
