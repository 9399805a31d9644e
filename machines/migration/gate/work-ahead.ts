// What of a migration lies ahead, as far as it needs people: who works in its phase, which bodies its gates still ask, who may not be
// among them. Pure.

import type { Pair } from '../../decision/apart.ts';
import { votesAsked } from '../../decision/quorum.ts';
import { tallies } from '../../decision/tally.ts';
import { type Duty, duties } from '../../definition/decisions.ts';
import type { MigrationDefinition, Path, Phase } from '../../definition/definition.ts';
import { holdersOf } from '../authority/duties.ts';
import { phaseNow } from '../authority/power.ts';
import { recusedAt } from '../authority/recusal.ts';
import { NOTED, notesOf } from '../noted/noted.ts';
import { scoringNow } from '../rfp/evaluators.ts';
import type { Rfp } from '../rfp/memory.ts';
import { nextRound } from '../rfp/rounds/rounds.ts';
import { type MigrationContext, type MigrationSnapshot, standing } from '../state.ts';

export interface WorkAhead {
  system: string;
  phase: string;
  owners: readonly string[];
  /** How many of a body are still missing; the gate that is reviewed counts those who have approved. */
  approvals: readonly { phase: string; body: string; quorum: number; without?: readonly string[] }[];
  drafters: readonly string[];
  /** Left out where the programme keeps no more duties apart. */
  apart?: DutiesAhead;
}

/** What of the duties that are apart is still to be done, by whom it may be, and who has had which. */
export interface DutiesAhead {
  pairs: readonly Pair[];
  needs: readonly { duty: Duty; posts: readonly string[]; count: number }[];
  had: Partial<Record<Duty, readonly string[]>>;
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
    ...dutiesAhead(definition, snapshot, ahead),
  };
}

function dutiesAhead(
  definition: MigrationDefinition,
  { context }: MigrationSnapshot,
  ahead: readonly Phase[],
): { apart?: DutiesAhead } {
  const pairs = definition.decisions?.separate ?? [];
  const scoring = scoringAhead(definition, context);
  if (pairs.length === 0 && scoring.length === 0) return {};
  const { control, goLive, phases } = definition.path;
  const isEstimated = context.contract !== null || notesOf(context, NOTED.estimate).length > 0;
  const live = phases.find(({ id }) => id === goLive);
  const gated = ahead.filter(({ gate }) => gate !== undefined);
  const needs = [
    ...gated.map(({ owners }) => ({ duty: 'drafter' as const, posts: owners, count: 1 })),
    ...gated.flatMap(({ gate }) =>
      (gate?.approvals ?? []).map((asked) => ({
        duty: 'approver' as const,
        posts: [asked.body],
        count: votesAsked(asked, definition.bodies),
      })),
    ),
    ...(isEstimated ? [] : [{ duty: 'estimator' as const, posts: control.facts, count: 1 }]),
    ...scoring,
    ...(context.contract ? [] : [{ duty: 'contract' as const, posts: control.facts, count: 1 }]),
    ...(context.live || !live ? [] : [{ duty: 'acceptance' as const, posts: live.owners, count: 1 }]),
  ];
  const had = Object.fromEntries(duties.map((duty) => [duty, holdersOf(duty, context)]));
  return { apart: { pairs, needs, had } };
}

/** The sheets of the last round are open. */
const isScored = (open: Rfp): boolean => open.closedOn !== null && nextRound(open) === null;

/** Evaluators whose sheets are still to come, or one where none is named yet; nothing once the sheets are open or somebody is selected. */
function scoringAhead({ path }: MigrationDefinition, { rfp, contract, selection }: MigrationContext) {
  const posts = path.procurement?.rfp?.evaluates;
  const open = rfp?.open;
  if (!posts || contract || selection || (open && isScored(open))) return [];
  const named = open ? scoringNow(open) : [];
  const count =
    named.length === 0 ? 1 : named.filter((one) => !Object.hasOwn(open?.sheets ?? {}, one)).length;
  return count === 0 ? [] : [{ duty: 'scorer' as const, posts, count }];
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
