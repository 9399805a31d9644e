// What rests on an entry that is put right or voided: gates that were passed, on their conditions or by who decides such an amount (専決),
// the gate under review, other facts, deadlines that it met. Taking that away is no correction: going back is the way.

import { settleDeadlines } from '../../deadline/settle.ts';
import { isMet } from '../../deadline/status.ts';
import { limitOf, reaches } from '../../decision/authority.ts';
import type { Condition, Phase, Text } from '../../definition/definition.ts';
import { type Refusal, refusal } from '../../record/refusal.ts';
import type { Case } from '../act.ts';
import { amountIn, knownAt, matterOf } from '../authority/power.ts';
import { isReviewed } from '../gate/basis.ts';
import { unmet } from '../gate/conditions.ts';
import { beforeGround } from '../gate/grounds.ts';
import type { MigrationContext, PassedGate } from '../state.ts';
import type { Matter } from './put-right.ts';
import type { Pair } from './shapes.ts';

/** Everything that would stand on nothing. */
export interface Rests {
  gates: Text[];
  /** Conditions of those gates. */
  conditions: Text[];
  /** Kinds of fact. */
  facts: string[];
  deadlines: Text[];
  /** Gates that a post decided whose power the amount would be beyond. */
  beyond: Text[];
}

export function restsOn(given: Case, matter: Matter, after: MigrationContext): Rests {
  const lost = given.definition.path.phases.flatMap((phase) => {
    const conditions = conditionsLost(given, phase, after);
    return phase.gate && conditions.length > 0 ? [{ gate: phase.gate.label, conditions }] : [];
  });
  const voided = matter.should === null;
  return {
    gates: lost.map(({ gate }) => gate),
    conditions: lost.flatMap(({ conditions }) => conditions.map(({ label }) => label)),
    facts: voided ? (matter.act.corrects?.carries?.(matter.before) ?? []) : [],
    deadlines: voided ? deadlinesLost(given, after) : [],
    beyond: powersLost(given, after),
  };
}

/** Hard conditions of a gate that was passed: met then and not any more, or not by the day on which it was approved. */
function conditionsLost(given: Case, phase: Phase, after: MigrationContext): Condition[] {
  const { definition, context } = given;
  const passed = context.passed[phase.id];
  if (!passed) return [];
  const isThere = (condition: Condition, memory: MigrationContext) =>
    unmet(condition, phase.id, { definition, context: memory }) === null &&
    inTime(given, phase, condition, memory, passed);
  return (phase.gate?.conditions ?? []).filter(
    (condition) => condition.hard && isThere(condition, context) && !isThere(condition, after),
  );
}

const inTime = (
  { definition, event }: Case,
  phase: Phase,
  condition: Condition,
  context: MigrationContext,
  { approvals }: PassedGate,
): boolean =>
  approvals.every(({ on }) => {
    const approved = { ...event, occurredOn: on };
    return beforeGround(condition, { definition, context, event: approved, here: phase }).length === 0;
  });

/** Gates that were decided by a post of their matter's table, within its power then and beyond it by what the record would have said. */
function powersLost({ definition, context }: Case, after: MigrationContext): Text[] {
  return definition.path.phases.flatMap(({ id, gate }) => {
    const approvals = context.passed[id]?.approvals ?? [];
    const matter = matterOf(definition, gate);
    if (!gate || !matter) return [];
    const isWithin = (memory: MigrationContext) => {
      const amount = amountIn(knownAt(definition, memory, id));
      return amount === null || approvals.some(({ body }) => reaches(limitOf(matter, body), amount));
    };
    return isWithin(context) && !isWithin(after) ? [gate.label] : [];
  });
}

function deadlinesLost({ definition, context, event }: Case, after: MigrationContext): Text[] {
  const then = settleDeadlines(definition, after, event.at);
  return definition.deadlines
    .filter(({ id }) => {
      const [was, is] = [context.deadlines[id], then[id]];
      return was !== undefined && isMet(was) && !(is && isMet(is));
    })
    .map(({ label }) => label);
}

export const restObjections = (given: Case, matter: Matter, after: MigrationContext): Refusal[] =>
  restsRefused(restsOn(given, matter, after), matter.should === null);

const nothing: Rests = { gates: [], conditions: [], facts: [], deadlines: [], beyond: [] };

/** What would stand on nothing, where anything would. */
export function restsRefused(some: Partial<Rests>, voids: boolean): Refusal[] {
  const rests = { ...nothing, ...some };
  const isFree = Object.values(rests).every((found) => found.length === 0);
  return isFree ? [] : [refusal('correction.restedOn', { ...rests, voids })];
}

/** Who has approved a gate is not said afterwards to have supplied what it rests on. */
export function approverObjections(given: Case, matter: Matter, { was, should }: Pair): Refusal[] {
  if (!should || should.actor.account === was.actor.account || !matter.should) return [];
  const { account } = should.actor;
  const { drafters } = matter.act.change({
    ...matter.should,
    context: { ...matter.should.context, drafters: [] },
  });
  const { context, definition } = given;
  const passed = definition.path.phases.filter(({ id }) =>
    context.passed[id]?.approvals.some((approval) => approval.account === account),
  );
  const gates = passed.flatMap(({ gate }) => (gate ? [gate.label] : []));
  return drafters.includes(account) && gates.length > 0
    ? [refusal('correction.approverSupplied', { account, gates })]
    : [];
}

/** Under review the gate's papers, and what its conditions rest on, are what they were. */
export function reviewObjections(given: Case, { before }: Pick<Matter, 'before'>): Refusal[] {
  const { definition, context, here } = given;
  if (!here.gate || !isReviewed(given)) return [];
  const rested = here.gate.conditions
    .filter(
      (condition) =>
        unmet(condition, here.id, { definition, context }) === null &&
        unmet(condition, here.id, { definition, context: before.context }) !== null,
    )
    .map(({ label }) => label);
  const papers = (memory: MigrationContext) => memory.evidence[here.id] ?? [];
  const gone = papers(context)
    .filter((paper) => !papers(before.context).includes(paper))
    .map(({ title }) => ({ ja: title, en: title }));
  const what = [...rested, ...gone];
  return what.length > 0 ? [refusal('correction.underReview', { gate: here.gate.label, what })] : [];
}
