// What an actor may do now and why not the rest, before anyone tries: the same reasons that would refuse the event.

import { type Amount, deciderOf } from '../decision/authority.ts';
import { type Tally, tallies } from '../decision/tally.ts';
import { outsideTerm } from '../decision/term.ts';
import type { Gate, MigrationDefinition, Text } from '../definition/definition.ts';
import type { Question } from '../record/act.ts';
import { type Refusal, refusal } from '../record/refusal.ts';
import type { Actor } from '../record/submission.ts';
import { type Day, dayOf, type Instant, type VagueDay } from '../values/date.ts';
import type { Outlook } from './act.ts';
import { actOf, type Fact, type FactType, factTypes } from './acts.ts';
import { amountIn, matterOf, phaseNow } from './authority/power.ts';
import { outOfReach, recusedAt } from './authority/recusal.ts';
import { bundleNamed } from './bundle/decided.ts';
import type { StampedEvent } from './event.ts';
import { unmet } from './gate/conditions.ts';
import type { Evidence } from './gate/papers.ts';
import { accepts, caseOf } from './migration.ts';
import { phaseAfter } from './phases.ts';
import { allProvisos } from './provisos/proviso.ts';
import type { Proviso } from './provisos/shapes.ts';
import {
  type Decision,
  type MigrationContext,
  type MigrationSnapshot,
  type Recusal,
  standing,
} from './state.ts';

export interface ConditionView {
  label: Text;
  kind: 'evidence' | 'milestone' | 'steps' | 'fact';
  /** The kind of document that meets it; null where it is not met by a document. */
  evidence: string | null;
  hard: boolean;
  met: boolean;
  /** What is missing; null when met. */
  missing: Refusal | null;
  /** Posts that can supply it. */
  who: string[];
}

/** One voice of a body, with what its giver wrote beside it. */
export type Approver = Pick<Decision, 'account' | 'name' | 'on' | 'warnings'> & { note: string | null };

/** Who decides the gate's matter alone (専決), by which amount; null each while the record says none. */
export interface MatterView {
  label: Text;
  amount: Amount | null;
  decides: string | null;
  powers: { post: string; upToYen: number | null }[];
}

export interface GateView {
  gate: string;
  label: Text;
  next: Text | null;
  conditions: ConditionView[];
  matter: MatterView | null;
  /**
   * `outsideTerm`: why a body cannot decide today, whoever would speak for it; `outOfReach`: why its members cannot make its quorum;
   * `recused`: those of it that take no part.
   */
  approvals: (Tally & {
    by: Approver[];
    outsideTerm: Refusal | null;
    outOfReach: Refusal | null;
    recused: Pick<Recusal, 'account' | 'name' | 'on' | 'reason'>[];
  })[];
  /** What is decided on, as one digest; null where nothing is submitted, or its programme does not say how it decides. */
  bundle: string | null;
}

export interface ActView {
  type: FactType;
  allowed: boolean;
  refusals: Refusal[];
  /** Posts that may do this here. */
  who: string[];
  /** The phase the act is about: the current one, or the one gone back to. */
  phase: string;
  /** True where it moves the path. */
  moves: boolean;
  /** What its sender is asked, in order. */
  asks: readonly Question[];
  /** What stands in the fact before its sender is asked: its type, and what the act is about. */
  given: Record<string, unknown>;
}

/** A condition of an approval; `phase`: whose gate it was given at, the current one while that is decided. */
export interface ProvisoView extends Omit<Proviso, 'met' | 'lapsedOn'> {
  phase: string;
  body: string;
  by: string;
  on: VagueDay;
  met: { by: string; on: VagueDay; evidence: Evidence } | null;
  lapsedOn: Day | null;
}

export interface Explanation {
  gate: GateView | null;
  acts: ActView[];
  /** Of every approval that stands. */
  provisos: ProvisoView[];
}

/** Explains a migration to `actor` at an instant: its gate, and every act with the reasons against it. */
export function explain(
  definition: MigrationDefinition,
  snapshot: MigrationSnapshot,
  actor: Actor,
  at: Instant,
): Explanation {
  const shown = candidates(definition, snapshot, dayOf(at), actor.post).map((fact) =>
    actView(definition, snapshot, actor, at, fact),
  );
  return { gate: gateView(definition, snapshot, at), acts: shown, provisos: provisoViews(snapshot) };
}

export const provisoViews = (snapshot: Pick<MigrationSnapshot, 'value' | 'context'>): ProvisoView[] =>
  allProvisos(snapshot.context).map(({ phase, voice, proviso: { met, lapsedOn, ...proviso } }) => ({
    ...proviso,
    phase: phase ?? standing(snapshot).phase,
    body: voice.body,
    by: voice.name,
    on: voice.on,
    met: met ? { by: met.name, on: met.on, evidence: met.evidence } : null,
    lapsedOn: lapsedOn ?? null,
  }));

function actView(
  definition: MigrationDefinition,
  snapshot: MigrationSnapshot,
  actor: Actor,
  at: Instant,
  fact: Fact,
): ActView {
  const event: StampedEvent = { fact, actor, at, occurredOn: dayOf(at), requestId: 'explain' };
  const refusals = accepts(definition, snapshot, event);
  const { asks, moves = false, who } = actOf(fact);
  return {
    type: fact.type,
    allowed: refusals.length === 0,
    refusals,
    who: [...who(caseOf(definition, snapshot, event))],
    phase: 'to' in fact ? fact.to : standing(snapshot).phase,
    moves,
    asks,
    given: withoutAnswers(fact, asks),
  };
}

function withoutAnswers(fact: Fact, asks: readonly Question[]): Record<string, unknown> {
  const asked = new Set(asks.map(({ name }) => name.split('.')[0]));
  return Object.fromEntries(Object.entries(fact).filter(([name]) => !asked.has(name)));
}

function gateView(
  definition: MigrationDefinition,
  snapshot: MigrationSnapshot,
  at: Instant,
): GateView | null {
  const { phase } = standing(snapshot);
  const { context } = snapshot;
  const here = phaseNow(definition, context, phase);
  const { gate } = here;
  if (!gate) return null;
  return {
    gate: gate.id,
    label: gate.label,
    next: phaseAfter(definition, phase)?.label ?? null,
    conditions: gate.conditions.map((condition) => {
      const missing = unmet(condition, phase, { definition, context });
      const { label, kind, hard } = condition;
      const who = missing && 'who' in missing.facts ? missing.facts.who : condition.who;
      const evidence = kind === 'evidence' ? condition.evidence : null;
      return { label, kind, evidence, hard, met: missing === null, missing, who };
    }),
    approvals: tallies(gate, definition.bodies, context.approvals).map((tally) => ({
      ...tally,
      by: approvers(context, tally.body),
      outsideTerm: today(definition, tally.body, at),
      outOfReach: outOfReach(definition, context, phase, tally),
      recused: recusedAt(context, phase)
        .filter(({ body }) => body === tally.body)
        .map(({ account, name, on, reason }) => ({ account, name, on, reason })),
    })),
    matter: matterView(definition, context, gate),
    bundle: (context.submission && bundleNamed({ definition, context, here }).bundle) ?? null,
  };
}

function matterView(
  definition: MigrationDefinition,
  context: MigrationContext,
  gate: Gate,
): MatterView | null {
  const matter = matterOf(definition, gate);
  if (!matter) return null;
  const amount = amountIn(context);
  const powers = matter.powers.map(({ post, upToYen = null }) => ({ post, upToYen }));
  return { label: matter.label, amount, decides: deciderOf(matter, amount), powers };
}

function today({ bodies }: MigrationDefinition, post: string, at: Instant): Refusal | null {
  const outside = outsideTerm(bodies, { actor: { post }, at, occurredOn: dayOf(at) });
  return outside && refusal('body.outsideTerm', outside);
}

function approvers(context: MigrationContext, body: string): Approver[] {
  return context.approvals
    .filter((approval) => approval.body === body)
    .map(({ account, name, on, warnings, note = null }) => ({ account, name, on, warnings, note }));
}

/** One event of each kind that is offered, as a holder of `post` would send it now. */
export function candidates(
  definition: MigrationDefinition,
  snapshot: MigrationSnapshot,
  today: Day,
  post: string,
): Fact[] {
  const outlook = outlookOf(definition, snapshot, today, post);
  return factTypes.flatMap((type) => candidateOf(outlook, type) ?? []);
}

function outlookOf(
  definition: MigrationDefinition,
  snapshot: MigrationSnapshot,
  today: Day,
  post: string,
): Outlook {
  const where = standing(snapshot);
  const here = phaseNow(definition, snapshot.context, where.phase);
  return { definition, context: snapshot.context, standing: where, here, today, post };
}

function candidateOf(outlook: Outlook, type: FactType): Fact | null {
  const sample = actOf({ type }).sample?.(outlook);
  // The act's own sample with the act's own type is a fact of that act.
  return sample ? ({ type, ...sample } as Fact) : null;
}

/** One act as its explanation says it; null where it is not offered. `as`: parts of its fact that are known before its sender is asked. */
export function explainOne(
  definition: MigrationDefinition,
  snapshot: MigrationSnapshot,
  { actor, at }: Pick<StampedEvent, 'actor' | 'at'>,
  type: FactType,
  as: Readonly<Record<string, unknown>> = {},
): ActView | null {
  const found = candidateOf(outlookOf(definition, snapshot, dayOf(at), actor.post), type);
  return found && actView(definition, snapshot, actor, at, { ...found, ...as });
}
