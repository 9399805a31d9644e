// The programme as everyone else uses it: start, accepts, take over JSON snapshots, like a migration. No clock: an event
// carries the instant at which it is taken up.
import { persisted, restored } from '../play/stored.ts';
import { inertScope } from '../play/xstate-scope.ts';
import type { ProgrammeCase } from './act.ts';
import type { ProgrammeFact } from './acts.ts';
import type { ProgrammeDefinition } from './definition.ts';
import type { StampedProgrammeEvent } from './event.ts';
import { programmeMachine as machine, type ProgrammeMachineEvent } from './machine.ts';
import type { ProgrammeRefusal } from './refusal.ts';
import { objections } from './rules.ts';
import type { ProgrammeSnapshot } from './state.ts';

/** The case that an event makes of a snapshot. */
const caseOf = (
  definition: ProgrammeDefinition,
  { context }: ProgrammeSnapshot,
  { fact, ...event }: StampedProgrammeEvent,
): ProgrammeCase<ProgrammeFact> => ({ definition, context, event, fact });

/** The event as the machine takes it. */
const machineEvent = ({
  context: _context,
  ...given
}: ProgrammeCase<ProgrammeFact>): ProgrammeMachineEvent => ({
  type: given.fact.type,
  given,
});

/** The snapshot before any event. */
export const startProgramme = (): ProgrammeSnapshot =>
  persisted<ProgrammeSnapshot>(machine, machine.getInitialSnapshot(inertScope(machine, [])));

/** Every reason against an event; an empty list means that it is accepted. A programme has no position in which an act is not taken. */
export const acceptsProgramme = (
  definition: ProgrammeDefinition,
  snapshot: ProgrammeSnapshot,
  event: StampedProgrammeEvent,
): ProgrammeRefusal[] => objections(caseOf(definition, snapshot, event));

/** Takes an accepted event. A refused one changes nothing: the same snapshot comes back. */
export function takeProgramme(
  definition: ProgrammeDefinition,
  snapshot: ProgrammeSnapshot,
  event: StampedProgrammeEvent,
): ProgrammeSnapshot {
  const given = machineEvent(caseOf(definition, snapshot, event));
  const next = machine.transition(restored(machine, snapshot), given, inertScope(machine, []));
  return next.context.version === snapshot.context.version
    ? snapshot
    : persisted<ProgrammeSnapshot>(machine, next);
}
