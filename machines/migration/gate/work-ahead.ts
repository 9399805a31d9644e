// What of a migration lies ahead, as far as it needs people: who works in its phase, which bodies its gates still ask, who may not be
// among them. Pure.
import { votesAsked } from '../../decision/quorum.ts';
import { tallies } from '../../decision/tally.ts';
import type { MigrationDefinition, Path } from '../../definition/definition.ts';
import { phaseNow } from '../authority/power.ts';
import { recusedAt } from '../authority/recusal.ts';
import { type MigrationContext, type MigrationSnapshot, standing } from '../state.ts';

export interface WorkAhead {
  system: string;
  phase: string;
  owners: readonly string[];
  /** How many of a body are still missing; the gate that is reviewed counts those who have approved. */
  approvals: readonly { phase: string; body: string; quorum: number; without?: readonly string[] }[];
  drafters: readonly string[];
}

/** What each gate of a path asks of each of its bodies, as often as they do; whoever has approved counts for nothing here. */
export const votesOfGates = (path: Path, bodies: MigrationDefinition['bodies']) =>
  path.phases.flatMap(({ gate }) =>
    (gate?.approvals ?? []).map((approval) => ({
      body: approval.body,
      quorum: votesAsked(approval, bodies),
    })),
  );

/** Null where it was cancelled. */
export function workAhead(definition: MigrationDefinition, snapshot: MigrationSnapshot): WorkAhead | null {
  const { phase, activity } = standing(snapshot);
  if (activity === 'cancelled') return null;
  const { phases } = definition.path;
  const from = phases.findIndex(({ id }) => id === phase);
  const ahead = phases.slice(from).map(({ id }) => phaseNow(definition, snapshot.context, id));
  const approvals = ahead.flatMap(({ id, gate }) => {
    if (!gate) return [];
    const given = id === phase ? snapshot.context.approvals : [];
    return tallies(gate, definition.bodies, given).map(({ body, quorum, have }) => ({
      phase: id,
      body,
      quorum: quorum - have.length,
      ...withoutRecused(snapshot.context, id, body),
    }));
  });
  return {
    system: definition.system.id,
    phase,
    owners: phases[from]?.owners ?? [],
    approvals: approvals.filter(({ quorum }) => quorum > 0),
    drafters: snapshot.context.drafters,
  };
}

/** Who of a body takes no part at a gate; nothing where everybody does. */
export function withoutRecused(
  context: MigrationContext,
  phase: string,
  body: string,
): { without?: string[] } {
  const without = recusedAt(context, phase)
    .filter((one) => one.body === body)
    .map(({ account }) => account);
  return without.length > 0 ? { without } : {};
}
