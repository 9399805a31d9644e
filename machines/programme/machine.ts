// The programme's XState machine: one state in which every act of the table is taken. Knows no kind of act, and no programme:
// whose it is comes with each event, so one machine serves them all.
import { assign, setup } from 'xstate';
import { replacing } from '../play/replacing.ts';
import type { ProgrammeCase } from './act.ts';
import { type ProgrammeFact, type ProgrammeFactType, programmeActOf, programmeFactTypes } from './acts.ts';
import { objections } from './rules.ts';
import { emptyProgramme, type ProgrammeContext } from './state.ts';

/** An event as the machine takes it: the fact's type in front, and the case in which it comes. */
export interface ProgrammeMachineEvent {
  type: ProgrammeFactType;
  given: Omit<ProgrammeCase<ProgrammeFact>, 'context'>;
}

type Asked = { context: ProgrammeContext; event: ProgrammeMachineEvent };
const caseIn = ({ context, event }: Asked): ProgrammeCase<ProgrammeFact> => ({ context, ...event.given });

function change(given: ProgrammeCase<ProgrammeFact>): ProgrammeContext {
  const changed = programmeActOf(given.fact).change(given);
  return { ...changed, version: changed.version + 1 };
}

const kept = { guard: 'permitted', actions: 'change' } as const;

export const programmeMachine = setup({
  // Empty values of the wanted type are XState's documented way to state types.
  types: { context: {} as ProgrammeContext, events: {} as ProgrammeMachineEvent },
  guards: { permitted: (asked) => objections(caseIn(asked)).length === 0 },
  actions: { change: assign((asked) => replacing(asked.context, change(caseIn(asked)))) },
}).createMachine({
  id: 'programme',
  initial: 'open',
  context: emptyProgramme,
  states: { open: { on: Object.fromEntries(programmeFactTypes.map((type) => [type, kept])) } },
});
