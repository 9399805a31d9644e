// Another migration's word: its milestone stands, no longer does, or cannot come any more; and the way on without it.
import * as z from 'zod';
import { carries } from '../../decision/quorum.ts';
import { id } from '../../definition/definition.ts';
import { awaitsMilestone } from '../../definition/dependents.ts';
import { isSameVoice } from '../../record/deputy.ts';
import type { Effect } from '../../record/effect.ts';
import { type Refusal, refusal } from '../../record/refusal.ts';
import { act, asksReason, type Case, people, reason, type Told, tell, voteOf, WORDS } from '../act.ts';
import { isAwaitedBy } from '../gate/basis.ts';
import { reviewers } from '../gate/reviewers.ts';
import { notBefore } from '../order.ts';
import type { MigrationContext } from '../state.ts';

/** The code of what is told of it. */
export const WAIVED = 'milestone.waived' as const;

interface Named {
  system: string;
  milestone: string;
}
const keyOf = ({ system, milestone }: Named): string => `${system}/${milestone}`;

/** News of a milestone is taken once, and only where a gate awaits it or a deadline is counted from it. */
const objectionsToNews =
  (known: 'milestones' | 'forsaken') =>
  (given: Case<Named>): Refusal[] => {
    const { system, milestone } = given.fact;
    if (given.context[known][keyOf(given.fact)])
      return [refusal('milestone.alreadyKnown', { system, milestone })];
    return awaitsMilestone(given.definition, given.fact)
      ? []
      : [refusal('milestone.notAwaited', { system, milestone })];
  };

/** Approvals that rested on a milestone fall with it. */
const approvalsWithout = ({ context, fact, here }: Case<Named>) =>
  isAwaitedBy(here, fact.system, fact.milestone) ? [] : context.approvals;

function without<T>(of: Record<string, T>, key: string): Record<string, T> {
  const { [key]: _gone, ...rest } = of;
  return rest;
}

function waiverObjections({ context, event, fact }: Case<Named>): Refusal[] {
  const { system, milestone } = fact;
  const gone = context.forsaken[keyOf(fact)];
  if (!gone) return [refusal('milestone.notForsaken', { system, milestone })];
  const votes = context.waived[keyOf(fact)]?.votes ?? [];
  const { account, post } = event.actor;
  return votes.some((vote) => isSameVoice(vote, event.actor))
    ? [refusal('gate.alreadyApproved', { account, body: post })]
    : notBefore(event, 'milestone.forsaken', gone);
}

function waive({ definition, context, event, fact }: Case<Named & { reason: string }>): MigrationContext {
  const key = keyOf(fact);
  const votes = context.waived[key]?.votes ?? [];
  const complete = carries(definition, votes, event.actor.post);
  const waiver = { votes: [...votes, voteOf(event)], reason: fact.reason, complete };
  return { ...context, waived: { ...context.waived, [key]: waiver } };
}

/** The voices still missing are asked; the owners, and whoever plans, are told of the decision. */
function toldOfWaiver({ definition, after, event, here, fact }: Told<Named & { reason: string }>): Effect[] {
  const { system, milestone, reason: why } = fact;
  const { goBack, plan } = definition.path.control;
  const complete = after.waived[keyOf(fact)]?.complete === true;
  const to = complete ? [...here.owners, ...plan, ...goBack.approve] : goBack.approve;
  return tell(to, {
    code: WAIVED,
    system,
    milestone,
    complete,
    by: event.actor.name,
    reason: why,
  });
}

export const milestoneActs = {
  'milestone.reached': act({
    open: true,
    schema: z.strictObject({ type: z.literal('milestone.reached'), system: id, milestone: id }),
    from: ['migration'],
    taken: 'anywhere',
    asks: [],
    who: () => [],
    objections: objectionsToNews('milestones'),
    change: ({ context, event, fact }) => ({
      ...context,
      milestones: { ...context.milestones, [keyOf(fact)]: event.occurredOn },
      forsaken: without(context.forsaken, keyOf(fact)),
    }),
    tells: ({ here, fact: { system, milestone } }) =>
      tell(here.owners, { code: 'milestone.reached', system, milestone }),
  }),
  'milestone.withdrawn': act({
    open: true,
    schema: z.strictObject({ type: z.literal('milestone.withdrawn'), system: id, milestone: id }),
    from: ['migration'],
    taken: 'anywhere',
    asks: [],
    who: () => [],
    objections: ({ context, fact }) =>
      context.milestones[keyOf(fact)]
        ? []
        : [refusal('milestone.notKnown', { system: fact.system, milestone: fact.milestone })],
    change: (given) => ({
      ...given.context,
      milestones: without(given.context.milestones, keyOf(given.fact)),
      approvals: approvalsWithout(given),
    }),
    tells: ({ context, after, here, fact: { system, milestone } }) => [
      ...tell(here.owners, { code: 'milestone.withdrawn', system, milestone }),
      ...(after.approvals.length < context.approvals.length
        ? tell(reviewers(here), { code: 'review.fell', phase: here.label, system })
        : []),
    ],
  }),
  'milestone.forsaken': act({
    open: true,
    schema: z.strictObject({ type: z.literal('milestone.forsaken'), system: id, milestone: id }),
    from: ['migration'],
    taken: 'anywhere',
    asks: [],
    who: () => [],
    objections: objectionsToNews('forsaken'),
    change: ({ context, event, fact }) => ({
      ...context,
      forsaken: { ...context.forsaken, [keyOf(fact)]: event.occurredOn },
    }),
    tells({ definition, here, fact: { system, milestone } }) {
      const { goBack, plan } = definition.path.control;
      const to = [...here.owners, ...plan, ...goBack.approve];
      return tell(to, { code: 'milestone.forsaken', system, milestone });
    },
  }),
  /** The governed way on where a milestone cannot come any more: a body decides, with a reason, to do without. */
  'milestone.waived': act({
    open: true,
    schema: z.strictObject({ type: z.literal('milestone.waived'), system: id, milestone: id, reason }),
    from: people,
    taken: 'anywhere',
    voice: true,
    asks: [asksReason],
    sample({ context }) {
      const [key] = Object.keys(context.forsaken).filter((each) => !context.waived[each]?.complete);
      if (!key) return null;
      const [system = '', milestone = ''] = key.split('/');
      return { system, milestone, reason: WORDS };
    },
    who: ({ definition }) => definition.path.control.goBack.approve,
    objections: waiverObjections,
    change: waive,
    tells: toldOfWaiver,
  }),
};
