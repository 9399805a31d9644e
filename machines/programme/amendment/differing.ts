// What an edition would have otherwise than the one in force, part by part, and whose it is.
import type { MigrationDefinition } from '../../definition/definition.ts';
import { type Difference, differences } from '../../definition/difference.ts';
import { type PartName, partNames } from '../../definition/parts.ts';
import { isClosed } from '../../values/calendar/calendar.ts';
import type { Day } from '../../values/date.ts';
import type { ProgrammeDefinition } from '../definition.ts';
import type { InForce, Proposal } from './proposal.ts';

export interface PartDifference extends Difference {
  part: PartName | 'programme' | 'system';
  systems: string[];
}

/** The same difference of several systems once, with all of them. */
export function differing({ programme }: InForce, proposal: Proposal): PartDifference[] {
  const own = differences(withoutVersion(programme.definition), withoutVersion(proposal.programme)).map(
    (one): PartDifference => ({ ...one, part: 'programme', systems: [] }),
  );
  const found = proposal.concerned.flatMap(({ leaving, definition }) => {
    const { id } = definition.system;
    const parts = partNames.flatMap((part) =>
      differences(leaving[part], definition[part]).map(
        (one): PartDifference => ({ ...one, part, systems: [id] }),
      ),
    );
    return [
      ...parts,
      ...differences(ofItself(leaving), ofItself(definition)).map(
        (one): PartDifference => ({ ...one, part: 'system', systems: [id] }),
      ),
    ];
  });
  return [...own, ...together(found)];
}

/** Days that it closes and that are closed without it: Saturdays and Sundays. */
export function closedAnyway({ concerned }: Pick<Proposal, 'concerned'>): Day[] {
  const added = concerned.flatMap(({ leaving, definition }) => {
    const known = new Set(leaving.calendar.closed);
    return definition.calendar.closed.filter((on) => !known.has(on) && isClosed(leaving.calendar, on));
  });
  return [...new Set(added)].sort();
}

const withoutVersion = ({ version: _version, ...rest }: ProgrammeDefinition) => rest;
const ofItself = ({ programme, system, plan, dependents, occurrences }: MigrationDefinition) => ({
  name: programme.name,
  system,
  plan,
  dependents,
  ...(occurrences ? { occurrences } : {}),
});

function together(all: readonly PartDifference[]): PartDifference[] {
  const known = new Map<string, PartDifference>();
  for (const one of all) {
    const { systems, ...rest } = one;
    const key = JSON.stringify(rest);
    const there = known.get(key);
    known.set(key, there ? { ...there, systems: [...there.systems, ...systems] } : one);
  }
  return [...known.values()];
}
