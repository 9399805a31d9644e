// What an adopted definition ends: the migration with its system, or all of the programme; and the deadlines that fall with it.
import { isOpen } from '../../deadline/status.ts';
import type { Deadline, MigrationDefinition, Retirement } from '../../definition/definition.ts';
import type { MigrationContext } from '../state.ts';

export interface Ending {
  kind: Retirement['as'] | 'closed';
  reason: string;
  /** Systems that go on with it. */
  heirs?: string[];
}

interface Versions {
  definition: MigrationDefinition;
  leaving?: MigrationDefinition;
}

/** Null where it ends nothing, or nothing that had not ended before. */
export function endingBy({ definition, leaving }: Versions): Ending | null {
  const { programme, system } = definition;
  if (programme.closed !== undefined && leaving?.programme.closed === undefined)
    return { kind: 'closed', reason: programme.closed };
  if (system.retired === undefined || leaving?.system.retired !== undefined) return null;
  const { as, reason, heirs } = system.retired;
  return { kind: as, reason, ...(heirs ? { heirs } : {}) };
}

/** Those that have a day and are not met. */
export const fallenWith = (
  { deadlines }: Pick<MigrationDefinition, 'deadlines'>,
  { deadlines: states, retired }: Pick<MigrationContext, 'deadlines' | 'retired'>,
): Deadline[] =>
  // They fell with the system.
  retired
    ? []
    : deadlines.filter(({ id }) => {
        const state = states[id];
        return state !== undefined && isOpen(state);
      });
