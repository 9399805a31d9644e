// One migration as a report takes it: its definition, where it stood, and which of its figures rest on an assumption.
import type { MigrationDefinition } from '../../machines/definition/definition.ts';
import type { Submission } from '../../machines/migration/event.ts';
import type { MigrationSnapshot } from '../../machines/migration/state.ts';
import { bodyOf, eventIn } from '../../machines/record/reader.ts';

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
  /** Entries it rests on that were put right; left out where none was. */
  corrected?: CorrectedGround[];
  /** Its procurement is not shown to the reader yet. */
  undisclosed?: true;
}

/** `by`: the entry that approved the correction of `entry`, which is of an act of that type. */
export interface CorrectedGround {
  type: string;
  entry: number;
  by: number;
  /** What it said first, and says now; left out where the correction is not at hand. */
  facts?: { was: object; is: object };
}

const SUPPORT: { [K in keyof Assumptions]: ReadonlySet<string> } = {
  position: new Set(['gate.imported', 'gate.approved', 'goingBack.approved']),
  selection: new Set(['selection.recorded']),
  contract: new Set(['contract.recorded']),
  special: new Set(['regime.flagged', 'regime.applied', 'regime.designated']),
};

/** The kinds of entry that say in which phase a system is. */
export const positionTypes: readonly string[] = [...SUPPORT.position];

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

interface Ground {
  seq: number;
  fact: { type: string };
  assumed?: string;
}

interface Pair {
  entry: number;
  by: number;
  /** The body of the proposal. */
  proposed?: string;
}

/** From what the first correction says stood to what the last says should have. */
function factsOf(pairs: readonly Pair[]): Pick<CorrectedGround, 'facts'> {
  const proposals = pairs.flatMap(({ proposed }) => {
    const said = proposed === undefined ? null : eventIn<Submission>(bodyOf({ body: proposed })).fact;
    return said && 'should' in said ? [said] : [];
  });
  const [first, last] = [proposals[0], proposals.at(-1)];
  return first && last?.should ? { facts: { was: first.was.fact, is: last.should.fact } } : {};
}

/** What of the entries that a report rests on was put right: said by people, so that it is assumed no more. */
export function correctedOf(grounds: readonly Ground[], pairs: readonly Pair[]) {
  const by = new Map(pairs.map((pair) => [pair.entry, pair.by]));
  const said = grounds.map(({ seq, fact, assumed }) => ({ fact, assumed: by.has(seq) ? null : assumed }));
  const corrected: CorrectedGround[] = grounds.flatMap(({ seq, fact }) => {
    const approved = by.get(seq);
    if (approved === undefined) return [];
    return [
      { type: fact.type, entry: seq, by: approved, ...factsOf(pairs.filter(({ entry }) => entry === seq)) },
    ];
  });
  return { assumptions: assumptionsOf(said), ...(corrected.length > 0 ? { corrected } : {}) };
}
