// Gates that an amendment would leave with nobody to decide them, as bodies' terms would end under it. Reads only.
import type { Ledger } from '../../../ledger/open.ts';
import type { MigrationDefinition, Text } from '../../../machines/definition/definition.ts';
import { adoptedState } from '../../../machines/migration/adoption/preview.ts';
import {
  type AfterTerm,
  type GatesAhead,
  gatesAhead,
  gatesOfFresh,
  leftByTerms,
  newlyLeft,
} from '../../../machines/migration/gate/after-term.ts';
import { phaseOf } from '../../../machines/migration/phases.ts';
import { chainOf } from '../../../machines/record/chain.ts';
import { dayOf, type Instant } from '../../../machines/values/date.ts';
import type { Amending } from '../amending.ts';

export interface LeftByTerms {
  left: AfterTerm[];
  /** What a gate's phase is called. */
  phase: (gate: AfterTerm['gates'][number]) => Text;
}

/** Not those that the edition in force leaves anyhow. */
export async function leftByAmendment(
  ledger: Pick<Ledger, 'state'>,
  { inForce, proposal }: Amending,
  at: Instant,
): Promise<LeftByTerms> {
  const wanted = new Map(proposal.concerned.map((one) => [one.definition.system.id, one]));
  const [before, after]: [GatesAhead[], GatesAhead[]] = [[], proposal.fresh.map((one) => gatesOfFresh(one))];
  if (hasTerms(proposal)) {
    for (const { definition: leaving } of inForce.migrations) {
      const state = await ledger.state(chainOf(inForce.programme.definition.code, leaving.system.id));
      if (!state) continue;
      const now = gatesAhead(leaving, state.snapshot);
      before.push(...(now ? [now] : []));
      const next = adoptedBy(wanted.get(leaving.system.id)?.definition, leaving, state.snapshot, at) ?? now;
      after.push(...(next ? [next] : []));
    }
  }
  const today = dayOf(at);
  const definitions = new Map(after.map(({ definition }) => [definition.system.id, definition]));
  return {
    left: newlyLeft(leftByTerms(after, today), leftByTerms(before, today)),
    phase: ({ system, phase }) => labelOf(definitions.get(system), phase),
  };
}

const hasTerms = ({ programme }: Amending['proposal']): boolean =>
  programme.bodies.some(({ term }) => term?.until !== undefined);

/** Undefined where it adopts nothing, or cannot: then it stays as it is. */
function adoptedBy(
  definition: MigrationDefinition | undefined,
  leaving: MigrationDefinition,
  snapshot: Parameters<typeof gatesAhead>[1],
  at: Instant,
): GatesAhead | null | undefined {
  const adopted = definition && adoptedState({ leaving, definition, snapshot, at });
  return adopted && gatesAhead(definition, adopted);
}

const labelOf = (definition: MigrationDefinition | undefined, phase: string): Text =>
  definition ? phaseOf(definition, phase).label : { ja: phase, en: phase };
