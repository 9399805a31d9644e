// An approval or a return put right. The voice keeps its place among those around it; voided it may be while its gate is decided and
// nobody after it waited for its body.
import { tallies } from '../../decision/tally.ts';
import { isSameVoice } from '../../record/deputy.ts';
import { type Refusal, refusal } from '../../record/refusal.ts';
import type { Case, Corrects, Ground, PutRight } from '../act.ts';
import { phaseNow } from '../authority/power.ts';
import type { Overwritten } from '../correction/shapes.ts';
import { isPhase, phaseAfter } from '../phases.ts';
import type { Decision, MigrationContext } from '../state.ts';
import { withDay, withoutDay } from '../walk.ts';
import {
  APPROVED,
  goingBackIn,
  type InPhase,
  type Later,
  movedBefore,
  movedBy,
  moveObjections,
  restedOn,
  SUBMITTED,
  sameDecision,
} from './correcting-moves.ts';
import { decisionOf } from './voice.ts';

interface Approved extends InPhase {
  type: string;
  note?: string | undefined;
}
interface Returned extends InPhase {
  type: string;
  reason: string;
}

/** The voices of a phase's gate: those that passed it, or those heard so far. */
function voicesOf({ context, standing }: Pick<Ground, 'context' | 'standing'>, phase: string) {
  const passed = context.passed[phase];
  if (passed) return passed.approvals;
  return standing.phase === phase && context.submission ? context.approvals : [];
}

export function approvalsOverwritten(given: Case<Approved>): Overwritten {
  const { event, fact, context } = given;
  const { account, post } = event.actor;
  const mine = voicesOf(given, fact.phase).find((one) => one.account === account && one.body === post);
  return {
    movedOn: context.movedOn,
    approvedOn: mine ? { [fact.phase]: { [post]: { [account]: mine.on } } } : {},
  };
}

/** The day on which the gate was passed, and the next phase entered by that: gone where this was the last voice. */
function notPassed({ definition, context, event, fact }: Case<Approved>, isLast: boolean): MigrationContext {
  if (!context.passed[fact.phase] || !isLast) return context;
  const left = withoutDay(context, fact.phase, 'left');
  const next = phaseAfter(definition, fact.phase);
  return next && context.days[next.id]?.entered === event.occurredOn
    ? withoutDay(left, next.id, 'entered')
    : left;
}

/** The moves after a voice: the next one, and what the next phase saw. */
function laterThan(now: MigrationContext, before: Case<Approved>): Later[] {
  const { definition, context, here } = before;
  const passed = now.passed[here.id];
  const [next] = (passed?.approvals ?? now.approvals).slice(context.approvals.length + 1);
  const then = passed && phaseAfter(definition, here.id);
  const days = then && now.days[then.id];
  const enteredAgain = days?.entered !== before.event.occurredOn ? days?.entered : undefined;
  const walked = [enteredAgain, days?.submitted, days?.left].flatMap((on) =>
    on === undefined ? [] : [{ type: SUBMITTED, on }],
  );
  return [...(next ? [{ type: APPROVED, on: next.on }] : []), ...walked, ...goingBackIn(before)];
}

/** The voices with this one said otherwise, or without it. What was unmet when it was given stays with it. */
function voicesWith(all: readonly Decision[], at: number, told: Case<Approved> | null): Decision[] {
  const { warnings = [], bundle, provisos } = all[at] ?? {};
  const stood = { warnings, ...(bundle ? { bundle } : {}), ...(provisos ? { provisos } : {}) };
  const own = told ? [{ ...decisionOf(told), ...stood }] : [];
  return [...all.slice(0, at), ...own, ...all.slice(at + 1)];
}

function among(now: MigrationContext, before: Case<Approved>, told: Case<Approved> | null): MigrationContext {
  const { context, definition, here } = before;
  const at = context.approvals.length;
  const passed = now.passed[here.id];
  const all = passed?.approvals ?? now.approvals;
  const approvals = voicesWith(all, at, told);
  const moved = { ...now, ...movedBy(now, before, told, laterThan(now, before)) };
  if (!passed) return { ...moved, approvals };
  const isLast = at === all.length - 1;
  const on = told && isLast ? told.event.occurredOn : passed.on;
  const kept = { ...moved, passed: { ...now.passed, [here.id]: { ...passed, on, approvals } } };
  if (!told || !isLast) return kept;
  const left = withDay(kept, here.id, 'left', told.event);
  const next = phaseAfter(definition, here.id);
  return next && now.days[next.id]?.entered === before.event.occurredOn
    ? withDay(left, next.id, 'entered', told.event)
    : left;
}

/** Voices after it that waited for its body, which would not be complete any more. */
function voicesLost({ now, before }: PutRight<Approved>): Decision[] {
  const { definition, context, here } = before;
  const { gate } = here;
  const at = context.approvals.length;
  const after = now.context.approvals.slice(at + 1);
  return after.filter(({ body }, index) => {
    const heard = [...context.approvals, ...after.slice(0, index)];
    const own = gate && tallies(gate, definition.bodies, heard).find((tally) => tally.body === body);
    return (own?.waitsFor.length ?? 0) > 0;
  });
}

function voidObjections(put: PutRight<Approved>): Refusal[] {
  const { before } = put;
  return restedOn(put, {
    gates: [before.here],
    facts: [...voicesLost(put), ...goingBackIn(before)].map((rests) =>
      'type' in rests ? rests.type : APPROVED,
    ),
  });
}

/** Counted by others already by its own day: dependent systems were told it. */
function announcedOn(put: PutRight<Approved>, should: Case<Approved>): Refusal[] {
  const { now, before } = put;
  const { definition, here, context, event } = before;
  const isLast = now.context.passed[here.id]?.approvals.length === context.approvals.length + 1;
  const isTold = here.announces !== undefined && definition.dependents.length > 0;
  return isLast && isTold && should.event.occurredOn !== event.occurredOn
    ? restedOn(put, { gates: [here], facts: ['milestone.reached'] })
    : [];
}

/** Another person counts as well, of the same body, and once. */
function voiceObjections({ now, before }: PutRight<Approved>, should: Case<Approved>): Refusal[] {
  const { context, fact } = before;
  const all = voicesOf(now, fact.phase);
  const others = all.filter(
    (one, at) => at !== context.approvals.length && one.body === all[context.approvals.length]?.body,
  );
  const { account, post } = should.event.actor;
  return others.some((one) => isSameVoice(one, should.event.actor))
    ? [refusal('gate.alreadyApproved', { account, body: post })]
    : [];
}

export const approvalCorrects: Corrects<Approved> = {
  before(given, overwrote) {
    const { context, definition, event, fact } = given;
    if (!isPhase(definition, fact.phase)) return null;
    const voices = voicesOf(given, fact.phase);
    const { account, post } = event.actor;
    const at = voices.findIndex((one) => one.account === account && one.body === post);
    if (at === -1) return null;
    const approvals = voices.slice(0, at);
    const { entered, submitted } = context.days[fact.phase] ?? {};
    const known = [entered, submitted, ...approvals.map(({ on }) => on)];
    return {
      ...given,
      here: phaseNow(definition, context, fact.phase),
      context: {
        ...notPassed(given, at === voices.length - 1),
        ...movedBefore(given, overwrote, known),
        approvals,
      },
    };
  },
  among,
  objections(put) {
    const { now, before, should } = put;
    if (!should) return voidObjections(put);
    return [
      ...sameDecision(put, should, ({ note: _words, ...fact }) => fact),
      ...moveObjections(put, should, laterThan(now.context, before)),
      ...voiceObjections(put, should),
      ...announcedOn(put, should),
    ];
  },
};

/** The moves after a return: its phase was submitted anew. */
const afterReturn = ({ now, before: { here } }: Pick<PutRight<Returned>, 'now' | 'before'>): Later[] => {
  const on = now.context.days[here.id]?.submitted;
  return on === undefined ? [] : [{ type: SUBMITTED, on }];
};

/** Nothing is kept of a return but that the phase is worked on again: it stands whatever came after, and is not undone. */
export const returnCorrects: Corrects<Returned> = {
  before(given, overwrote) {
    const { context, definition, fact } = given;
    if (!isPhase(definition, fact.phase)) return null;
    const moved = movedBefore(given, overwrote, [context.days[fact.phase]?.entered]);
    return { ...given, here: phaseNow(definition, context, fact.phase), context: { ...context, ...moved } };
  },
  among: (now, before, told) => ({
    ...now,
    ...movedBy(now, before, told, afterReturn({ now: { ...before, context: now }, before })),
  }),
  objections(put) {
    const { before, should } = put;
    if (!should) return [refusal('correction.movedByIt', { type: before.fact.type })];
    return [
      ...sameDecision(put, should, ({ reason: _words, ...fact }) => fact),
      ...moveObjections(put, should, afterReturn(put)),
    ];
  },
};
