// Who may send which fact: people in a post, the timer, an import, another migration.

import type { MigrationDefinition } from '../definition/definition.ts';
import { type Refusal, refusal } from '../record/refusal.ts';
import type { Case } from './case.ts';
import { phaseOf } from './conditions.ts';
import type { Act, Fact, StampedEvent } from './event.ts';

/** Acts that a history may bring; decisions of people are never invented by an import. */
const IMPORTABLE: ReadonlySet<string> = new Set<Act['type']>([
  'gate.imported',
  'steps.recorded',
  'plan.changed',
  'budget.voted',
  'selection.recorded',
  'contract.recorded',
  'regime.flagged',
  'regime.applied',
  'regime.designated',
]);

export function actorObjections(given: Case): Refusal[] {
  const { actor, fact } = given.event;
  if (!kindMay(actor.kind, fact.type))
    return [refusal('actor.notPermitted', { type: fact.type, kind: actor.kind })];
  if (actor.kind !== 'person') return [];
  const who = postsFor(given.definition, given.standing.phase, fact);
  return who.includes(actor.post)
    ? []
    : [refusal('actor.wrongPost', { type: fact.type, post: actor.post, who })];
}

function kindMay(kind: StampedEvent['actor']['kind'], type: Fact['type']): boolean {
  if (type === 'deadline.reached') return kind === 'timer';
  if (type === 'milestone.reached' || type === 'milestone.withdrawn') return kind === 'migration';
  if (type === 'gate.imported') return kind === 'import';
  return kind === 'person' || (kind === 'import' && IMPORTABLE.has(type));
}

/** The posts that may send a fact while the path stands in `phase`. */
export function postsFor(definition: MigrationDefinition, phase: string, fact: Fact): string[] {
  const { control } = definition.path;
  const here = phaseOf(definition, phase);
  switch (fact.type) {
    case 'evidence.attached':
    case 'phase.submitted':
    case 'submission.withdrawn':
      return here.owners;
    case 'gate.approved':
    case 'gate.returned':
      return here.gate?.approvals.map((approval) => approval.body) ?? [];
    case 'goingBack.proposed':
      return control.goBack.propose;
    case 'goingBack.approved':
    case 'goingBack.dismissed':
      return control.goBack.approve;
    case 'steps.recorded':
      return [...new Set([...control.steps, ...here.owners])];
    case 'migration.held':
    case 'migration.resumed':
      return control.hold;
    case 'migration.cancelled':
      return control.cancel;
    case 'plan.changed':
      return control.plan;
    case 'deadline.extended':
      return definition.deadlines.find((deadline) => deadline.id === fact.deadline)?.extendableBy ?? [];
    case 'budget.voted':
    case 'selection.recorded':
    case 'contract.recorded':
      return control.facts;
    case 'regime.flagged':
    case 'regime.applied':
    case 'regime.designated':
    case 'regime.withdrawn':
      return control.regime;
    case 'gate.imported':
    case 'deadline.reached':
    case 'milestone.reached':
    case 'milestone.withdrawn':
      return [];
  }
}
