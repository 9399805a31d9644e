// One migration as a report takes it: its definition, where it stood, and which of its figures rest on an assumption.
import type { MigrationDefinition } from '../../machines/definition/definition.ts';
import type { MigrationSnapshot } from '../../machines/migration/state.ts';

/** What of a report can be assumed, with the reason of the entry that it rests on; null where a source says it. */
export interface Assumptions {
  position: string | null;
  selection: string | null;
  contract: string | null;
  special: string | null;
}

export interface ReportedMigration {
  definition: MigrationDefinition;
  snapshot: MigrationSnapshot;
  assumptions: Assumptions;
}

const SUPPORT: { [K in keyof Assumptions]: ReadonlySet<string> } = {
  position: new Set(['gate.imported', 'gate.approved', 'goingBack.approved']),
  selection: new Set(['selection.recorded']),
  contract: new Set(['contract.recorded']),
  special: new Set(['regime.flagged', 'regime.applied', 'regime.designated']),
};

/** The kinds of entry that decide of what a report may assume. */
export const assumableTypes: readonly string[] = Object.values(SUPPORT).flatMap((types) => [...types]);

/** The reasons, from the entries that led to a snapshot in their order: the last of each kind counts. */
export function assumptionsOf(
  entries: readonly { fact: { type: string }; assumed?: string | null | undefined }[],
): Assumptions {
  const reasonFor = (types: ReadonlySet<string>) =>
    entries.findLast(({ fact }) => types.has(fact.type))?.assumed ?? null;
  return {
    position: reasonFor(SUPPORT.position),
    selection: reasonFor(SUPPORT.selection),
    contract: reasonFor(SUPPORT.contract),
    special: reasonFor(SUPPORT.special),
  };
}
