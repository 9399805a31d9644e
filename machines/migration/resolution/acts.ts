// A body has resolved: its voice is complete at once, at a gate, on going back, on cancelling. Recorded by its secretariat; that the
// programme's chain resolved so is proven where it is appended.
import * as z from 'zod';
import { tallies } from '../../decision/tally.ts';
import { id } from '../../definition/definition.ts';
import type { Effect } from '../../record/effect.ts';
import { type Refusal, refusal } from '../../record/refusal.ts';
import { act, type Case, type Told, tell } from '../act.ts';
import { cancelledBy, toldOfCancelled } from '../activity/cancelling.ts';
import { blockers, warningsOf } from '../gate/conditions.ts';
import { hardGrounds, toldOfPassing, toldOfProvisos } from '../gate/deciding.ts';
import { reviewersNext } from '../gate/reviewers.ts';
import { asBefore, revocations, toldOfDecision } from '../going-back/acts.ts';
import { walkBack } from '../going-back/walk-back.ts';
import { notBeforeMoves } from '../order.ts';
import { notCurrent } from '../phases.ts';
import { provisoObjections, provisosOf } from '../provisos/proviso.ts';
import type { MigrationContext } from '../state.ts';
import { backToWork, moveOn } from '../walk.ts';
import { askedFor } from './asked.ts';
import { extensionResolved } from './extending.ts';
import {
  decidesOther,
  decisionsOf,
  fellThrough,
  fromSecretariat,
  isApproved,
  labelOf,
  type Resolved,
  resolvedFacts,
  resolvedObjections,
  secretariatOf,
  withTaken,
} from './resolved.ts';
import { waiverResolved } from './waiving.ts';

type AtGate = Resolved & { phase: string };

/** Its turn has come, and it has not decided yet. */
function turnObjections({ definition, context, here, fact }: Case<AtGate>): Refusal[] {
  const { body } = fact.resolution;
  const mine =
    here.gate && tallies(here.gate, definition.bodies, context.approvals).find((one) => one.body === body);
  if (!mine) return [];
  if (mine.complete) return [refusal('gate.bodyComplete', { body })];
  return mine.waitsFor.length > 0
    ? [refusal('gate.earlierBodyPending', { body, pending: mine.waitsFor })]
    : [];
}

/** What the body asks for besides stands with the first of those who resolved so; it falls with all of them. */
function approvalsWith(given: Case<AtGate>) {
  const { context, fact } = given;
  const { conditions } = fact.resolution;
  const [first, ...others] = decisionsOf(fact, warningsOf(given));
  if (!first) return context.approvals;
  const asking = conditions ? { ...first, provisos: provisosOf(context, conditions) } : first;
  return [...context.approvals, asking, ...others];
}

type Gated = Pick<Case, 'definition' | 'context' | 'here' | 'event'> & { fact: AtGate };

const passes = (given: Gated): boolean => {
  const { definition, here, fact } = given;
  if (!isApproved(fact) || !here.gate) return false;
  const approvals = [...given.context.approvals, ...decisionsOf(fact, [])];
  return tallies(here.gate, definition.bodies, approvals).every(({ complete }) => complete);
};

function resolveGate(given: Case<AtGate>): MigrationContext {
  const { context, fact, event } = given;
  const taken = withTaken(context, fact);
  const now = { ...given, context: taken };
  if (fellThrough(fact)) return backToWork(now);
  if (!isApproved(fact)) return taken;
  const approvals = approvalsWith(given);
  return passes(given) ? moveOn(now, { on: event.occurredOn, approvals }) : { ...taken, approvals };
}

const toldOfGate = (told: Told<AtGate>): Effect[] => [
  ...toldOfOutcome(told),
  ...toldOfProvisos(told, labelOf(told, told.fact).ja, told.fact.resolution.conditions),
];

function toldOfOutcome(told: Told<AtGate>): Effect[] {
  const { definition, here, context, after, fact } = told;
  const { ja: by } = labelOf(told, fact);
  const { outcome, reason = '' } = fact.resolution;
  if (passes(told)) return toldOfPassing(told);
  if (fellThrough(fact)) return tell(here.owners, { code: 'review.returned', phase: here.label, by, reason });
  if (outcome === 'carriedOver')
    return tell(here.owners, {
      code: 'review.carriedOver',
      phase: here.label,
      body: labelOf(told, fact),
      reason,
    });
  const before = reviewersNext(here, definition, context);
  const asked = reviewersNext(here, definition, after).filter((body) => !before.includes(body));
  return tell(asked, { code: 'review.continued', phase: here.label, approvedBy: by });
}

type Back = Resolved & { to: string };

const cancelling = { kind: 'cancellation' } as const;

export const resolutionActs = {
  ...waiverResolved,
  ...extensionResolved,
  'gate.resolved': act({
    schema: z.strictObject({ type: z.literal('gate.resolved'), phase: id, ...resolvedFacts }),
    ...fromSecretariat,
    moves: true,
    taken: { region: 'path', from: { underReview: 'asResolved' } },
    completes: passes,
    fallsThrough: ({ fact }) => fellThrough(fact),
    who: ({ definition, fact }) => secretariatOf(definition, fact.resolution),
    objections: (given) => [
      ...notCurrent(given.fact.phase, given.here),
      ...decidesOther(given.fact, { kind: 'gate', phase: given.fact.phase }),
      ...resolvedObjections(given, askedFor(given.definition, { kind: 'gate', phase: given.here.id })),
      ...turnObjections(given),
      ...provisoObjections(given, given.fact.resolution.conditions ?? [], given.fact.resolution.on),
      ...(isApproved(given.fact)
        ? [...blockers(given.definition, given.here.id, given.context), ...hardGrounds(given)]
        : []),
    ],
    change: resolveGate,
    tells: toldOfGate,
  }),
  'goingBack.resolved': act({
    schema: z.strictObject({ type: z.literal('goingBack.resolved'), to: id, ...resolvedFacts }),
    ...fromSecretariat,
    moves: true,
    taken: { region: 'path', from: { goingBack: 'asResolved' } },
    completes: ({ fact }) => isApproved(fact),
    fallsThrough: ({ fact }) => fellThrough(fact),
    who: ({ definition, fact }) => secretariatOf(definition, fact.resolution),
    objections: (given) => {
      const { definition, fact } = given;
      const goingBack = { kind: 'goingBack', to: fact.to } as const;
      return [
        ...decidesOther(fact, goingBack),
        ...resolvedObjections(given, askedFor(definition, goingBack)),
      ];
    },
    change(given: Case<Back>) {
      const now = { ...given, context: withTaken(given.context, given.fact) };
      if (isApproved(given.fact)) return walkBack(now);
      return fellThrough(given.fact) ? asBefore(now) : now.context;
    },
    tells(told) {
      const by = labelOf(told, told.fact).ja;
      if (isApproved(told.fact)) return [...toldOfDecision(told, true, by), ...revocations(told)];
      return fellThrough(told.fact) ? toldOfDecision(told, false, by) : [];
    },
  }),
  'cancellation.resolved': act({
    schema: z.strictObject({ type: z.literal('cancellation.resolved'), ...resolvedFacts }),
    ...fromSecretariat,
    taken: { region: 'activity', from: { active: 'cancelled', onHold: 'cancelled' } },
    completes: ({ fact }) => isApproved(fact),
    who: ({ definition, fact }) => secretariatOf(definition, fact.resolution),
    objections: (given) => {
      const { definition, context, event, fact } = given;
      return [
        ...decidesOther(fact, cancelling),
        ...(context.cancellation ? [] : [refusal('cancellation.notProposed', {})]),
        ...resolvedObjections(given, askedFor(definition, cancelling)),
        ...(isApproved(fact) ? notBeforeMoves(context, event) : []),
      ];
    },
    change(given: Case<Resolved>) {
      const now = withTaken(given.context, given.fact);
      if (isApproved(given.fact)) return cancelledBy({ ...given, context: now });
      return fellThrough(given.fact) ? { ...now, cancellation: null } : now;
    },
    tells: (told) => {
      if (isApproved(told.fact)) return toldOfCancelled(told);
      const { cancellation } = told.context;
      return fellThrough(told.fact) && cancellation
        ? tell([cancellation.post], {
            code: 'cancellation.dismissed',
            by: labelOf(told, told.fact).ja,
            reason: told.fact.resolution.reason ?? '',
          })
        : [];
    },
  }),
};
