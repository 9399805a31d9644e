// Real life goes back: proposed with a reason, approved by a body's quorum without the proposer, dismissed, or taken back.
import * as z from 'zod';
import { carries } from '../../decision/quorum.ts';
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
  reason,
  type Told,
  tell,
  voteOf,
  WORDS,
} from '../act.ts';
import { reviewersAsked } from '../gate/reviewers.ts';
import { isPhase, phaseBefore, phaseOf } from '../phases.ts';
import { ownerObjections, proposalOf, voiceObjections } from '../proposals.ts';
import type { MigrationContext } from '../state.ts';
import { walkBack } from './walk-back.ts';

type To = { to: string };

function earlierObjections({ definition, fact, here }: Case<To>): Refusal[] {
  if (!isPhase(definition, fact.to)) return [refusal('phase.unknown', { phase: fact.to })];
  const order = definition.path.phases.map((phase) => phase.id);
  return order.indexOf(fact.to) < order.indexOf(here.id)
    ? []
    : [refusal('phase.notEarlier', { phase: fact.to, current: here.id })];
}

function otherThanProposed({ context, fact }: Case<To>): Refusal[] {
  const { goingBack } = context;
  return goingBack && goingBack.to !== fact.to
    ? [refusal('phase.notCurrent', { phase: fact.to, current: goingBack.to })]
    : [];
}

const proposedTo = ({ definition, context, here }: Pick<Case, 'definition' | 'context' | 'here'>): string =>
  context.goingBack?.to ?? phaseBefore(definition, here.id)?.id ?? here.id;

const isLastVoice = ({ definition, context, event }: Pick<Case, 'definition' | 'context' | 'event'>) =>
  carries(definition, context.goingBack?.votes ?? [], event.actor.post);

/** The review goes on where it was. */
export const asBefore = ({ context }: Pick<Case, 'context'>): MigrationContext => ({
  ...context,
  goingBack: null,
});

function withVoice({ context, event }: Pick<Case, 'context' | 'event'>): MigrationContext {
  const { goingBack } = context;
  if (!goingBack) return context;
  return { ...context, goingBack: { ...goingBack, votes: [...goingBack.votes, voteOf(event)] } };
}

/** Milestones whose gate counted as passed before and no longer does. */
export function revocations({ definition, context, after, event }: Told): Effect[] {
  const { dependents: to, path } = definition;
  if (to.length === 0) return [];
  return path.phases.flatMap(({ id: phase, announces }) =>
    announces && context.passed[phase] && !after.passed[phase]
      ? [{ kind: 'revoke' as const, to, milestone: announces, occurredOn: event.occurredOn }]
      : [],
  );
}

export function toldOfDecision(told: Told<To>, approved: boolean, by = told.event.actor.name): Effect[] {
  const { definition, context, fact } = told;
  const target = phaseOf(definition, fact.to);
  const proposer = context.goingBack ? [context.goingBack.post] : [];
  const to = [...target.owners, ...proposer, ...reviewersAsked(told)];
  return tell(to, { code: 'goingBack.decided', to: target.label, approved, by });
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
    change: (given) => ({
      ...given.context,
      goingBack: { ...proposalOf(given, given.fact.reason), to: given.fact.to },
    }),
    tells(told) {
      const { definition, event, fact, here } = told;
      return tell([...definition.path.control.goBack.approve, ...reviewersAsked(told)], {
        code: 'goingBack.proposed',
        from: here.label,
        to: phaseOf(definition, fact.to).label,
        by: event.actor.name,
        reason: fact.reason,
      });
    },
  }),
  'goingBack.approved': act({
    schema: z.strictObject({ type: z.literal('goingBack.approved'), to: id, note }),
    from: people,
    moves: true,
    voice: true,
    taken: { region: 'path', from: { goingBack: 'landing' } },
    completes: isLastVoice,
    asks: [asksNote],
    sample: (outlook) => ({ to: proposedTo(outlook) }),
    who: ({ definition }) => definition.path.control.goBack.approve,
    objections: (given) => [...otherThanProposed(given), ...voiceObjections(given, given.context.goingBack)],
    change: (given) => (isLastVoice(given) ? walkBack(given) : withVoice(given)),
    tells: (told) => (isLastVoice(told) ? [...toldOfDecision(told, true), ...revocations(told)] : []),
  }),
  'goingBack.dismissed': act({
    schema: z.strictObject({ type: z.literal('goingBack.dismissed'), to: id, reason }),
    from: people,
    moves: true,
    voice: true,
    taken: { region: 'path', from: { goingBack: 'before' } },
    asks: [asksReason],
    sample: (outlook) => ({ to: proposedTo(outlook), reason: WORDS }),
    who: ({ definition }) => definition.path.control.goBack.approve,
    objections: otherThanProposed,
    change: asBefore,
    tells: (told) => toldOfDecision(told, false),
  }),
  'goingBack.withdrawn': act({
    schema: z.strictObject({ type: z.literal('goingBack.withdrawn'), to: id, reason }),
    from: people,
    moves: true,
    taken: { region: 'path', from: { goingBack: 'before' } },
    asks: [asksReason],
    sample: (outlook) => ({ to: proposedTo(outlook), reason: WORDS }),
    who: ({ definition }) => definition.path.control.goBack.propose,
    objections: (given) => [...otherThanProposed(given), ...ownerObjections(given, given.context.goingBack)],
    change: asBefore,
    tells(told) {
      const { definition, event, fact } = told;
      return tell([...definition.path.control.goBack.approve, ...reviewersAsked(told)], {
        code: 'goingBack.withdrawn',
        to: phaseOf(definition, fact.to).label,
        by: event.actor.name,
        reason: fact.reason,
      });
    },
  }),
};
