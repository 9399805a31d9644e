// A migration is held, goes on, or is cancelled for good: proposed by one, decided by a body's quorum.
import * as z from 'zod';
import { carries } from '../../decision/quorum.ts';
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
  voteOf,
  WORDS,
} from '../act.ts';
import { reviewersAsked } from '../gate/reviewers.ts';
import { notBefore, notBeforeMoves } from '../order.ts';
import { ownerObjections, proposalOf, voiceObjections } from '../proposals.ts';
import type { MigrationContext } from '../state.ts';
import { cancelledBy, toldOfCancelled } from './cancelling.ts';

const cancellers = ({ definition }: Pick<Case, 'definition'>): string[] => definition.path.control.cancel;

const isLastVoice = ({ definition, context, event }: Pick<Case, 'definition' | 'context' | 'event'>) =>
  carries(definition, context.cancellation?.votes ?? [], event.actor.post);

const proposed = ({ context: { cancellation }, event }: Case): Refusal[] =>
  cancellation
    ? notBefore(event, 'cancellation.proposed', cancellation.on)
    : [refusal('cancellation.notProposed', {})];

const kept = (of: MigrationContext['cancellation'], context: MigrationContext): MigrationContext => ({
  ...context,
  cancellation: of,
});

function decide(given: Case): MigrationContext {
  const { context, event } = given;
  const { cancellation } = context;
  if (!cancellation) return context;
  const voiced = kept({ ...cancellation, votes: [...cancellation.votes, voteOf(event)] }, context);
  return isLastVoice(given) ? cancelledBy({ ...given, context: voiced }) : voiced;
}

const toldOfCancelling = (told: Told): Effect[] => (isLastVoice(told) ? toldOfCancelled(told) : []);

export const activityActs = {
  'migration.held': act({
    schema: z.strictObject({ type: z.literal('migration.held'), reason }),
    from: people,
    taken: { region: 'activity', from: { active: 'onHold' } },
    asks: [asksReason],
    sample: () => ({ reason: WORDS }),
    who: ({ definition }) => definition.path.control.hold,
    objections: ({ context, event }) => [
      ...notBeforeMoves(context, event),
      ...notBefore(event, 'migration.resumed', context.holds?.at(-1)?.until),
    ],
    change: ({ context, event, fact }) => ({
      ...context,
      pause: { on: event.occurredOn, reason: fact.reason, by: personOf(event) },
    }),
    tells: (told) =>
      tell([...told.here.owners, ...reviewersAsked(told)], {
        code: 'migration.held',
        by: told.event.actor.name,
        reason: told.fact.reason,
      }),
  }),
  'migration.resumed': act({
    schema: z.strictObject({ type: z.literal('migration.resumed'), reason }),
    from: people,
    taken: { region: 'activity', from: { onHold: 'active' } },
    asks: [asksReason],
    sample: () => ({ reason: WORDS }),
    who: ({ definition }) => definition.path.control.hold,
    objections: ({ context, event }) => notBefore(event, 'migration.held', context.pause?.on),
    change: ({ context: { pause, holds = [], ...context }, event: { occurredOn: until } }) => ({
      ...context,
      ...(pause ? { holds: [...holds, { from: pause.on, until }] } : {}),
      pause: null,
    }),
    tells: (told) =>
      tell([...told.here.owners, ...reviewersAsked(told)], {
        code: 'migration.resumed',
        by: told.event.actor.name,
        reason: told.fact.reason,
      }),
  }),
  'cancellation.proposed': act({
    schema: z.strictObject({ type: z.literal('cancellation.proposed'), reason }),
    from: people,
    taken: { region: 'activity', from: { active: 'stays', onHold: 'stays' } },
    asks: [asksReason],
    sample: () => ({ reason: WORDS }),
    who: ({ definition }) => [...new Set([...definition.path.control.plan, ...cancellers({ definition })])],
    objections: ({ context }) =>
      context.cancellation
        ? [refusal('cancellation.alreadyProposed', { by: context.cancellation.name })]
        : [],
    change: (given) => kept(proposalOf(given, given.fact.reason), given.context),
    tells: ({ definition, event, fact }) =>
      tell(definition.path.control.cancel, {
        code: 'cancellation.proposed',
        by: event.actor.name,
        reason: fact.reason,
        waiting: definition.dependents,
      }),
  }),
  'cancellation.approved': act({
    schema: z.strictObject({ type: z.literal('cancellation.approved'), note }),
    from: people,
    taken: { region: 'activity', from: { active: 'cancelled', onHold: 'cancelled' } },
    voice: true,
    completes: isLastVoice,
    asks: [asksNote],
    sample: () => ({}),
    who: cancellers,
    objections: (given) => [
      ...proposed(given),
      ...voiceObjections(given, given.context.cancellation),
      ...(isLastVoice(given) ? notBeforeMoves(given.context, given.event) : []),
    ],
    change: decide,
    tells: toldOfCancelling,
  }),
  'cancellation.dismissed': act({
    schema: z.strictObject({ type: z.literal('cancellation.dismissed'), reason }),
    from: people,
    voice: true,
    taken: { region: 'activity', from: { active: 'stays', onHold: 'stays' } },
    asks: [asksReason],
    sample: () => ({ reason: WORDS }),
    who: cancellers,
    objections: proposed,
    change: ({ context }) => kept(null, context),
    tells: ({ context, event, fact }) =>
      tell(context.cancellation ? [context.cancellation.post] : [], {
        code: 'cancellation.dismissed',
        by: event.actor.name,
        reason: fact.reason,
      }),
  }),
  'cancellation.withdrawn': act({
    schema: z.strictObject({ type: z.literal('cancellation.withdrawn'), reason }),
    from: people,
    taken: { region: 'activity', from: { active: 'stays', onHold: 'stays' } },
    asks: [asksReason],
    sample: () => ({ reason: WORDS }),
    who: ({ definition }) => [...new Set([...definition.path.control.plan, ...cancellers({ definition })])],
    objections: (given) => [...proposed(given), ...ownerObjections(given, given.context.cancellation)],
    change: ({ context }) => kept(null, context),
    tells: ({ definition, event, fact }) =>
      tell(cancellers({ definition }), {
        code: 'cancellation.withdrawn',
        by: event.actor.name,
        reason: fact.reason,
      }),
  }),
};
