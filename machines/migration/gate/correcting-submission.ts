// A submission put right: its day, its words, who submitted, how its papers are called. Voided while nobody has decided on it.
import { answersFor } from '../../record/deputy.ts';
import { type Refusal, refusal } from '../../record/refusal.ts';
import type { Case, Corrects, PutRight } from '../act.ts';
import { phaseNow } from '../authority/power.ts';
import type { Overwritten } from '../correction/shapes.ts';
import { isPhase } from '../phases.ts';
import type { MigrationContext } from '../state.ts';
import { stepsCorrect, stepsOverwritten } from '../steps/correcting.ts';
import { withoutDay } from '../walk.ts';
import { type Claims, claimed } from './claims.ts';
import {
  APPROVED,
  goingBackIn,
  type InPhase,
  type Later,
  movedBefore,
  movedBy,
  moveObjections,
  restedOn,
  type SUBMITTED,
  sameDecision,
} from './correcting-moves.ts';
import type { Evidence } from './papers.ts';

interface Submitted extends InPhase, Claims {
  type: typeof SUBMITTED;
  evidence: Evidence[];
  note?: string | undefined;
}
type Kept = MigrationContext['evidence'][string][number];

export function submissionOverwritten(given: Case<Submitted>): Overwritten {
  const { context, fact } = given;
  const on = context.days[fact.phase]?.submitted;
  return {
    ...(fact.statuses ? stepsOverwritten(claimed(given, fact.statuses)) : {}),
    movedOn: context.movedOn,
    submittedOn: on === undefined ? {} : { [fact.phase]: on },
  };
}

/** Where a submission's papers lie among those of its phase; null where one is there no more. */
function placesOf({ context, event, fact }: Case<Submitted>): number[] | null {
  const papers = context.evidence[fact.phase] ?? [];
  const isOf = (asked: Evidence, kept: Kept) =>
    (['kind', 'title', 'sha256', 'documentNo', 'decidedOn'] as const).every(
      (field) => kept[field] === asked[field],
    ) &&
    kept.by === event.actor.account &&
    kept.on === event.occurredOn;
  const places: number[] = [];
  for (const asked of fact.evidence)
    places.push(papers.findIndex((kept, at) => !places.includes(at) && isOf(asked, kept)));
  return places.includes(-1) ? null : places;
}

const isHere = (now: MigrationContext, { standing, here }: Case<Submitted>): boolean =>
  standing.phase === here.id && now.submission !== null;

const votesOf = (now: MigrationContext, { here }: Case<Submitted>) =>
  now.passed[here.id]?.approvals ?? now.approvals;

function laterThan(now: MigrationContext, before: Case<Submitted>): Later[] {
  const [first] = votesOf(now, before);
  return [...(first ? [{ type: APPROVED, on: first.on }] : []), ...goingBackIn(before)];
}

/** Papers stay in their places: the same documents, called otherwise. */
function papersAmong(now: MigrationContext, before: Case<Submitted>, told: Case<Submitted>): Kept[] {
  const places = placesOf({ ...before, context: now }) ?? [];
  const { account } = told.event.actor;
  return (now.evidence[before.here.id] ?? []).map((paper, at) => {
    const item = told.fact.evidence[places.indexOf(at)];
    return item ? { ...item, by: account, on: told.event.occurredOn } : paper;
  });
}

const samePapers = ({ evidence, note: _words, ...fact }: Submitted) => ({
  ...fact,
  evidence: evidence.map(({ title: _title, documentNo: _number, ...paper }) => paper),
});

const names = ({ fact }: Case<Submitted>): string[] =>
  fact.evidence.map(({ title, documentNo }) => `${title}\n${documentNo}`);

/** Whoever has approved has seen what the papers are called. */
function papersSeen({ now, before }: PutRight<Submitted>, should: Case<Submitted>): Refusal[] {
  const { gate } = before.here;
  const isSeen = isHere(now.context, before) && now.context.approvals.length > 0;
  const [were, are] = [names(before), names(should)];
  const what = before.fact.evidence
    .filter((_paper, at) => were[at] !== are[at])
    .map(({ title }) => ({ ja: title, en: title }));
  return gate && isSeen && what.length > 0
    ? [refusal('correction.underReview', { gate: gate.label, what })]
    : [];
}

/** Nobody approves what they submitted, or say that somebody did. */
function supplierObjections({ now, before, by }: PutRight<Submitted>, should: Case<Submitted>): Refusal[] {
  if (!isHere(now.context, before)) return [];
  const accounts = [should.event.actor.account, by.account];
  const own = now.context.approvals.find((vote) => answersFor(vote).some((one) => accounts.includes(one)));
  return own ? [refusal('gate.ownApproval', { account: own.account, body: own.body })] : [];
}

function voidObjections(put: PutRight<Submitted>): Refusal[] {
  const { now, before } = put;
  const rests = laterThan(now.context, before).map(({ type }) => type);
  return restedOn(put, { gates: [before.here], facts: rests });
}

/** @param submit the act's own change */
export const submissionCorrects = (
  submit: (given: Case<Submitted>) => MigrationContext,
): Corrects<Submitted> => ({
  endsReview: true,
  before(given, overwrote) {
    const { context, definition, event, fact } = given;
    if (!isPhase(definition, fact.phase)) return null;
    const { entered, submitted } = context.days[fact.phase] ?? {};
    const places = placesOf(given);
    if (submitted !== event.occurredOn || !places) return null;
    const here = phaseNow(definition, context, fact.phase);
    const papers = (context.evidence[fact.phase] ?? []).filter((_paper, at) => !places.includes(at));
    const without = {
      ...withoutDay(context, fact.phase, 'submitted'),
      ...movedBefore(given, overwrote, [entered]),
      evidence: { ...context.evidence, [fact.phase]: papers },
      ...(isHere(context, { ...given, here }) ? { submission: null, approvals: [] } : {}),
    };
    const ground = { ...given, here, context: without };
    const stepped = fact.statuses ? stepsCorrect.before(claimed(ground, fact.statuses), overwrote) : ground;
    return stepped && { ...ground, context: stepped.context };
  },
  among(now, before, told) {
    const later = laterThan(now, before);
    if (!told) return { ...before.context, ...movedBy(now, before, null, later) };
    const { submission, ...put } = submit(told);
    return {
      ...put,
      ...movedBy(now, before, told, later),
      evidence: { ...now.evidence, [before.here.id]: papersAmong(now, before, told) },
      submission: isHere(now, before) ? submission : now.submission,
      approvals: now.approvals,
    };
  },
  objections(put) {
    const { now, before, should } = put;
    if (!should) return voidObjections(put);
    return [
      ...sameDecision(put, should, samePapers),
      ...moveObjections(put, should, laterThan(now.context, before)),
      ...papersSeen(put, should),
      ...supplierObjections(put, should),
    ];
  },
});
