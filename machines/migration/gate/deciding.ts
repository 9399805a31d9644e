// A gate is decided: approved until its bodies are complete, returned, or imported as passed long ago.
import * as z from 'zod';
import { completes, tallies } from '../../decision/tally.ts';
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
import { notCurrent, phaseAfter } from '../phases.ts';
import type { Decision } from '../state.ts';
import { backToWork, moveOn } from '../walk.ts';
import { blockers, warningsOf } from './conditions.ts';
import { beforeGround } from './grounds.ts';
import { reviewers } from './reviewers.ts';

/** Separation of duties over the whole migration: who drafted any of it approves none of it. */
function drafterObjections({ event, context }: Case): Refusal[] {
  const { account } = event.actor;
  return context.drafters.includes(account)
    ? [refusal('gate.samePerson', { account, role: 'submitter' })]
    : [];
}

/** A body decides once those before it have, and each person once. */
function turnObjections({ event, context, here }: Case): Refusal[] {
  if (!here.gate) return [];
  const { account, post } = event.actor;
  const all = tallies(here.gate, context.approvals);
  const index = all.findIndex((tally) => tally.body === post);
  const mine = all[index];
  if (!mine) return [];
  if (mine.have.includes(account)) return [refusal('gate.alreadyApproved', { account, body: post })];
  if (mine.complete) return [refusal('gate.bodyComplete', { body: post })];
  const before = all.slice(0, index).filter((tally) => !tally.complete);
  const pending = before.map((tally) => tally.body);
  return pending.length === 0 ? [] : [refusal('gate.earlierBodyPending', { body: post, pending })];
}

function decisionOf({
  definition,
  context,
  event,
  fact,
  here,
}: Case<{ note?: string | undefined }>): Decision {
  return {
    ...personOf(event),
    body: event.actor.post,
    on: event.occurredOn,
    warnings: warningsOf({ definition, context, event, here }),
    ...(fact.note ? { note: fact.note } : {}),
  };
}

/** What the gate must rest on lies not after the approval. */
const hardGrounds = (given: Case): Refusal[] =>
  (given.here.gate?.conditions ?? [])
    .filter(({ hard }) => hard)
    .flatMap((condition) => beforeGround(condition, given));

/** Passing a gate tells those who go on, and dependent migrations where it is a milestone. */
function toldOfPassing({ definition, event, here }: Told): Effect[] {
  const next = phaseAfter(definition, here.id);
  const told =
    next && event.actor.kind !== 'import'
      ? tell([...here.owners, ...next.owners], { code: 'gate.passed', phase: here.label, next: next.label })
      : [];
  const { dependents: to } = definition;
  if (!here.announces || to.length === 0) return told;
  return [...told, { kind: 'announce', to, milestone: here.announces, occurredOn: event.occurredOn }];
}

/** The body whose turn it is now is asked; where it is the same one, how many of it are still missing. */
function toldOfVoice({ here, event, after }: Told): Effect[] {
  const next = here.gate && tallies(here.gate, after.approvals).find(({ complete }) => !complete);
  if (!next) return [];
  const { body, quorum, have } = next;
  const said = { phase: here.label, approvedBy: event.actor.name };
  return tell(
    [body],
    body === event.actor.post
      ? { code: 'review.voiced', ...said, missing: quorum - have.length }
      : { code: 'review.continued', ...said },
  );
}

/** True when this approval is the gate's last. */
export const isLastApproval = ({ here, context, event }: Pick<Case, 'here' | 'context' | 'event'>): boolean =>
  here.gate !== undefined && completes(here.gate, context.approvals, event.actor.post);

export const decidingActs = {
  'gate.approved': act({
    schema: z.strictObject({ type: z.literal('gate.approved'), phase: id, note }),
    from: people,
    moves: true,
    taken: { region: 'path', from: { underReview: 'onward' } },
    completes: isLastApproval,
    asks: [asksNote],
    sample: ({ here }) => ({ phase: here.id }),
    who: ({ here }) => reviewers(here),
    objections: (given) => [
      ...notCurrent(given.fact.phase, given.here),
      ...drafterObjections(given),
      ...turnObjections(given),
      ...blockers(given.definition, given.here.id, given.context),
      ...hardGrounds(given),
    ],
    change(given) {
      const { context, event } = given;
      const approvals = [...context.approvals, decisionOf(given)];
      if (!isLastApproval(given)) return { ...context, approvals };
      return moveOn(given, { on: event.occurredOn, approvals });
    },
    tells: (told) => (isLastApproval(told) ? toldOfPassing(told) : toldOfVoice(told)),
  }),
  'gate.returned': act({
    schema: z.strictObject({ type: z.literal('gate.returned'), phase: id, reason }),
    from: people,
    moves: true,
    taken: { region: 'path', from: { underReview: 'working' } },
    asks: [asksReason],
    sample: ({ here }) => ({ phase: here.id, reason: WORDS }),
    who: ({ here }) => reviewers(here),
    objections: (given) => [...notCurrent(given.fact.phase, given.here), ...drafterObjections(given)],
    change: backToWork,
    tells: ({ event, fact, here }) =>
      tell(here.owners, {
        code: 'review.returned',
        phase: here.label,
        by: event.actor.name,
        reason: fact.reason,
      }),
  }),
  /** A gate passed before this record began, as a source states it; only before the first act. */
  'gate.imported': act({
    schema: z.strictObject({ type: z.literal('gate.imported'), phase: id, source: reason }),
    from: ['import'],
    moves: true,
    taken: { region: 'path', from: { working: 'onward' } },
    asks: [],
    who: () => [],
    objections: ({ context, fact, here }) =>
      context.importOpen
        ? notCurrent(fact.phase, here)
        : [refusal('import.closed', { version: context.version })],
    change: (given) =>
      moveOn(given, { on: given.event.occurredOn, approvals: [], source: given.fact.source }),
    tells: toldOfPassing,
  }),
};
