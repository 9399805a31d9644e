// A gate is decided: approved until its bodies are complete, returned, or imported as passed long ago.
import * as z from 'zod';
import { type ProvisoAsked, provisosAsked } from '../../decision/proviso.ts';
import { completes, tallies } from '../../decision/tally.ts';
import { id } from '../../definition/definition.ts';
import { digestOf } from '../../definition/parts.ts';
import { answersFor, isSameVoice } from '../../record/deputy.ts';
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
  WORDS,
} from '../act.ts';
import { beyondPower, powerObjections } from '../authority/power.ts';
import { recusedObjections } from '../authority/recusal.ts';
import { bundleDigest, bundleNamed } from '../bundle/decided.ts';
import { notCurrent, phaseAfter } from '../phases.ts';
import { provisoObjections } from '../provisos/proviso.ts';
import { scorerAtGate } from '../rfp/contracting.ts';
import { backToWork, moveOn } from '../walk.ts';
import { openAtGate } from './cautions.ts';
import { blockers } from './conditions.ts';
import { approvalCorrects, approvalsOverwritten, returnCorrects } from './correcting-votes.ts';
import { beforeGround } from './grounds.ts';
import { reviewers, reviewersNext } from './reviewers.ts';
import { decisionOf } from './voice.ts';

/** Separation of duties over the whole migration: who drafted any of it approves none of it. */
function drafterObjections({ event, context }: Case): Refusal[] {
  const account = answersFor(event.actor).find((one) => context.drafters.includes(one));
  return account === undefined ? [] : [refusal('gate.samePerson', { account, role: 'submitter' })];
}

/** A body decides once those that it waits for have, and each person once. */
function turnObjections({ definition, event, context, here }: Case): Refusal[] {
  if (!here.gate) return [];
  const { account, post } = event.actor;
  const mine = tallies(here.gate, definition.bodies, context.approvals).find(({ body }) => body === post);
  if (!mine) return [];
  const voices = context.approvals.filter(({ body }) => body === post);
  if (voices.some((voice) => isSameVoice(voice, event.actor)))
    return [refusal('gate.alreadyApproved', { account, body: post })];
  if (mine.complete) return [refusal('gate.bodyComplete', { body: post })];
  const pending = mine.waitsFor;
  return pending.length === 0 ? [] : [refusal('gate.earlierBodyPending', { body: post, pending })];
}

/** What the gate must rest on lies not after the approval. */
export const hardGrounds = (given: Case): Refusal[] =>
  (given.here.gate?.conditions ?? [])
    .filter(({ hard }) => hard)
    .flatMap((condition) => beforeGround(condition, given));

/** Passing a gate tells those who go on, and dependent migrations where it is a milestone. */
export function toldOfPassing({ definition, event, here }: Told): Effect[] {
  const next = phaseAfter(definition, here.id);
  const told =
    next && event.actor.kind !== 'import'
      ? tell([...here.owners, ...next.owners], { code: 'gate.passed', phase: here.label, next: next.label })
      : [];
  const { dependents: to } = definition;
  if (!here.announces || to.length === 0) return told;
  return [...told, { kind: 'announce', to, milestone: here.announces, occurredOn: event.occurredOn }];
}

/** The bodies whose turn it is by this voice are asked; while its own is not complete, that one is told how many of it are missing. */
function toldOfVoice({ definition, here, context, event, after }: Told): Effect[] {
  const { gate } = here;
  const { post } = event.actor;
  const mine = gate && tallies(gate, definition.bodies, after.approvals).find(({ body }) => body === post);
  if (!mine) return [];
  const said = { phase: here.label, approvedBy: event.actor.name };
  const missing = mine.quorum - mine.have.length;
  if (missing > 0) return tell([post], { code: 'review.voiced', ...said, missing });
  const asked = reviewersNext(here, definition, context);
  const now = reviewersNext(here, definition, after).filter((body) => !asked.includes(body));
  return tell(now, { code: 'review.continued', ...said });
}

/** True when this approval is the gate's last. */
export const isLastApproval = ({
  definition,
  here,
  context,
  event,
}: Pick<Case, 'definition' | 'here' | 'context' | 'event'>): boolean =>
  here.gate !== undefined && completes(here.gate, definition.bodies, context.approvals, event.actor.post);

const approved = z.strictObject({
  type: z.literal('gate.approved'),
  phase: id,
  note,
  /** 条件付承認: of whom something is asked besides, and by when. */
  conditions: provisosAsked,
  /** What its sender has seen; refused where it is another by now. */
  bundle: digestOf.optional(),
});
type Approved = z.infer<typeof approved>;

/** Of what is decided on, as its decider has it before them. */
function bundleObjections({ definition, context, fact, here }: Case<Approved>): Refusal[] {
  if (fact.bundle === undefined) return [];
  const current = bundleDigest({ definition, context, here });
  return fact.bundle === current ? [] : [refusal('gate.otherBundle', { seen: fact.bundle, current })];
}

/** Who is asked for something is told so, also by the last voice. */
export const toldOfProvisos = (
  { here }: Pick<Case, 'here'>,
  by: string,
  conditions: readonly ProvisoAsked[] = [],
): Effect[] =>
  conditions.flatMap(({ text, owner, dueOn }) =>
    tell([owner], { code: 'proviso.asked', phase: here.label, by, text, dueOn }),
  );

export const decidingActs = {
  'gate.approved': act({
    schema: approved,
    duty: 'approver',
    from: people,
    moves: true,
    voice: true,
    taken: { region: 'path', from: { underReview: 'onward' } },
    completes: isLastApproval,
    asks: [asksNote],
    sample: ({ definition, context, here }) => ({
      phase: here.id,
      ...(context.submission ? bundleNamed({ definition, context, here }) : {}),
    }),
    who: ({ here }) => reviewers(here),
    insteadOfPost: beyondPower,
    objections: (given) => [
      ...notCurrent(given.fact.phase, given.here),
      ...powerObjections(given),
      ...recusedObjections(given),
      ...drafterObjections(given),
      ...scorerAtGate(given),
      ...turnObjections(given),
      ...bundleObjections(given),
      ...provisoObjections(given, given.fact.conditions ?? []),
      ...blockers(given.definition, given.here.id, given.context),
      ...hardGrounds(given),
    ],
    cautions: openAtGate,
    overwrites: approvalsOverwritten,
    corrects: approvalCorrects,
    change(given) {
      const { context, event } = given;
      const approvals = [...context.approvals, decisionOf(given)];
      if (!isLastApproval(given)) return { ...context, approvals };
      return moveOn(given, { on: event.occurredOn, approvals });
    },
    tells: (told) => [
      ...(isLastApproval(told) ? toldOfPassing(told) : toldOfVoice(told)),
      ...toldOfProvisos(told, told.event.actor.name, told.fact.conditions),
    ],
  }),
  'gate.returned': act({
    schema: z.strictObject({ type: z.literal('gate.returned'), phase: id, reason }),
    from: people,
    moves: true,
    voice: true,
    taken: { region: 'path', from: { underReview: 'working' } },
    asks: [asksReason],
    sample: ({ here }) => ({ phase: here.id, reason: WORDS }),
    who: ({ here }) => reviewers(here),
    insteadOfPost: beyondPower,
    objections: (given) => [
      ...notCurrent(given.fact.phase, given.here),
      ...recusedObjections(given),
      ...drafterObjections(given),
    ],
    overwrites: ({ context: { movedOn } }) => ({ movedOn }),
    corrects: returnCorrects,
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
    open: true,
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
