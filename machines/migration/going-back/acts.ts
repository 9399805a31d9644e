// Real life goes back: proposed with a reason, approved by somebody else, or dismissed.
import * as z from 'zod';
import { id } from '../../definition/definition.ts';
import type { Effect } from '../../record/effect.ts';
import { type Refusal, refusal } from '../../record/refusal.ts';
import {
  act,
  asksNote,
  asksReason,
  type Case,
  note,
  people,
  personOf,
  reason,
  type Told,
  tell,
  WORDS,
} from '../act.ts';
import { isPhase, phaseBefore, phaseOf } from '../phases.ts';
import { markSteps } from '../steps/marks.ts';
import { backToWork, enterPhase, moved } from '../walk.ts';

function earlierObjections({ definition, fact, here }: Case<{ to: string }>): Refusal[] {
  if (!isPhase(definition, fact.to)) return [refusal('phase.unknown', { phase: fact.to })];
  const order = definition.path.phases.map((phase) => phase.id);
  return order.indexOf(fact.to) < order.indexOf(here.id)
    ? []
    : [refusal('phase.notEarlier', { phase: fact.to, current: here.id })];
}

function otherThanProposed({ context, fact }: Case<{ to: string }>): Refusal[] {
  const { goingBack } = context;
  return goingBack && goingBack.to !== fact.to
    ? [refusal('phase.notCurrent', { phase: fact.to, current: goingBack.to })]
    : [];
}

function ownProposal({ context, event, fact }: Case<{ to: string }>): Refusal[] {
  const { account } = event.actor;
  const { goingBack } = context;
  return goingBack && goingBack.to === fact.to && goingBack.account === account
    ? [refusal('gate.samePerson', { account, role: 'proposer' })]
    : [];
}

/** Everything from the phase gone back to on is laid down again: days, gates, papers, steps. */
function walkBack(given: Case<{ to: string }>) {
  const { definition, context, event, fact } = given;
  const order = definition.path.phases;
  const undone = order.slice(order.findIndex((phase) => phase.id === fact.to));
  const gone = new Set(undone.map((phase) => phase.id));
  const kept = <T>(of: Record<string, T>) =>
    Object.fromEntries(Object.entries(of).filter(([phase]) => !gone.has(phase)));
  const steps = undone.flatMap((phase) => [...phase.steps, ...phase.stepsOnEntry]);
  const reset = {
    ...context,
    days: kept(context.days),
    passed: kept(context.passed),
    evidence: kept(context.evidence),
    steps: markSteps(context.steps, steps, 'notStarted', (before) => before !== 'notApplicable'),
  };
  return moved(enterPhase(definition, reset, fact.to, event.occurredOn), event);
}

/** Milestones whose gate counted as passed before and no longer does. */
function revocations({ definition, context, after, event }: Told): Effect[] {
  const { dependents: to, path } = definition;
  if (to.length === 0) return [];
  return path.phases.flatMap(({ id: phase, announces }) =>
    announces && context.passed[phase] && !after.passed[phase]
      ? [{ kind: 'revoke' as const, to, milestone: announces, occurredOn: event.occurredOn }]
      : [],
  );
}

function toldOfDecision(
  { definition, context, event, fact }: Told<{ to: string }>,
  approved: boolean,
): Effect[] {
  const target = phaseOf(definition, fact.to);
  const to = [...target.owners, ...(context.goingBack ? [context.goingBack.post] : [])];
  return tell(to, { code: 'goingBack.decided', to: target.label, approved, by: event.actor.name });
}

export const goingBackActs = {
  'goingBack.proposed': act({
    schema: z.strictObject({ type: z.literal('goingBack.proposed'), to: id, reason }),
    from: people,
    moves: true,
    taken: { region: 'path', from: { working: 'goingBack', underReview: 'goingBack' } },
    asks: [{ name: 'to', kind: 'earlierPhase' }, asksReason],
    sample: ({ definition, here }) => ({
      to: phaseBefore(definition, here.id)?.id ?? here.id,
      reason: WORDS,
    }),
    who: ({ definition }) => definition.path.control.goBack.propose,
    objections: earlierObjections,
    change: ({ context, event, fact }) =>
      moved(
        {
          ...context,
          submission: null,
          approvals: [],
          goingBack: { ...personOf(event), to: fact.to, reason: fact.reason, on: event.occurredOn },
        },
        event,
      ),
    tells: ({ definition, event, fact, here }) =>
      tell(definition.path.control.goBack.approve, {
        code: 'goingBack.proposed',
        from: here.label,
        to: phaseOf(definition, fact.to).label,
        by: event.actor.name,
        reason: fact.reason,
      }),
  }),
  'goingBack.approved': act({
    schema: z.strictObject({ type: z.literal('goingBack.approved'), to: id, note }),
    from: people,
    moves: true,
    taken: { region: 'path', from: { goingBack: 'landing' } },
    asks: [asksNote],
    sample: ({ definition, context, here }) => ({
      to: context.goingBack?.to ?? phaseBefore(definition, here.id)?.id ?? here.id,
    }),
    who: ({ definition }) => definition.path.control.goBack.approve,
    objections: (given) => [...otherThanProposed(given), ...ownProposal(given)],
    change: walkBack,
    tells: (told) => [...toldOfDecision(told, true), ...revocations(told)],
  }),
  'goingBack.dismissed': act({
    schema: z.strictObject({ type: z.literal('goingBack.dismissed'), to: id, reason }),
    from: people,
    moves: true,
    taken: { region: 'path', from: { goingBack: 'working' } },
    asks: [asksReason],
    sample: ({ definition, context, here }) => ({
      to: context.goingBack?.to ?? phaseBefore(definition, here.id)?.id ?? here.id,
      reason: WORDS,
    }),
    who: ({ definition }) => definition.path.control.goBack.approve,
    objections: otherThanProposed,
    change: backToWork,
    tells: (told) => toldOfDecision(told, false),
  }),
};
