// The order in which a programme names its systems, for whatever is kept of each of them.
import type { ProgrammeDefinition } from './definition.ts';

/** What is of no system that it names comes first. */
export function inProgrammeOrder<T extends { system: { id: string } }>(
  { systems }: Pick<ProgrammeDefinition, 'systems'>,
  all: readonly T[],
): T[] {
  const places = new Map(systems.map((id, index) => [id, index]));
  const placeOf = ({ system }: T): number => places.get(system.id) ?? -1;
  return all.toSorted((a, b) => placeOf(a) - placeOf(b));
}
