// What a submission, an approval and a return have in common when they are put right: what leaves the decision itself the same may be
// said otherwise, on a day between the moves before it and after it. What rests on it stays; where that cannot be, it is named.

import { canonical } from '../../record/entry.ts';
import { type Refusal, refusal } from '../../record/refusal.ts';
import { same } from '../../record/same.ts';
import type { Stamp } from '../../record/submission.ts';
import { earliestDay, latestDay, type VagueDay } from '../../values/date.ts';
import type { Case, PutRight } from '../act.ts';
import { restsRefused } from '../correction/rests.ts';
import type { Overwritten } from '../correction/shapes.ts';
import { notBeforeMoves, notWhileHeld } from '../order.ts';
import type { MigrationContext } from '../state.ts';
import { movedOn } from '../walk.ts';

export interface InPhase {
  phase: string;
}

/** A move that came after, by the type of its act. */
export interface Later {
  type: string;
  on: VagueDay;
}

/** A proposal to go back, where it stands in the phase. */
export const goingBackIn = ({ standing, fact, context }: Case<InPhase>): Later[] =>
  context.goingBack && standing.phase === fact.phase
    ? [{ type: 'goingBack.proposed', on: context.goingBack.on }]
    : [];

const laterDay = (a: string, b: string): string => (a < b ? b : a);

export const SUBMITTED = 'phase.submitted';
export const APPROVED = 'gate.approved';
const MOVES: ReadonlySet<string> = new Set([SUBMITTED, APPROVED, 'gate.returned']);

/** Whether another move was put right: the day that the record has of the move before an entry may be none any more. */
const isOtherMoved = ({ context, fact, event }: Case): boolean =>
  Object.values(context.corrections?.made ?? {}).some(
    ({ type, as }) => MOVES.has(type) && !(as?.occurredOn === event.occurredOn && same(as.fact, fact)),
  );

/**
 * The day of the path's last move before the entry: as the record has it, as long as no other move was put right, and what is
 * `known` of it.
 */
export function movedBefore(
  given: Case,
  { movedOn: recorded = given.context.movedOn }: Overwritten,
  known: readonly (VagueDay | undefined)[],
): Pick<MigrationContext, 'movedOn'> {
  const days = known.flatMap((on) => (on === undefined ? [] : [earliestDay(on)]));
  const all = isOtherMoved(given) && days.length > 0 ? days : [recorded, ...days];
  return { movedOn: all.reduce(laterDay) };
}

/** The day before which the path's next move may not lie: another where the entry was the last of its moves. */
export function movedBy(
  now: MigrationContext,
  before: Case,
  told: Case | null,
  later: readonly Later[],
): Pick<MigrationContext, 'movedOn'> {
  if (later.length > 0 || movedOn(before) !== now.movedOn) return { movedOn: now.movedOn };
  return { movedOn: told ? movedOn(told) : before.context.movedOn };
}

/** What stands on it alone would stand on nothing. */
export const restedOn = (
  { now, should }: Pick<PutRight<InPhase>, 'now' | 'should'>,
  { facts = [], gates = [] }: { facts?: string[]; gates?: PutRight<InPhase>['before']['here'][] },
): Refusal[] => {
  const labels = gates.flatMap(({ id, gate }) => (gate && now.context.passed[id] ? [gate.label] : []));
  return restsRefused({ gates: labels, facts: [...new Set(facts)] }, should === null);
};

/** Certainly after a move that came after it. */
const notAfter = ({ occurredOn }: Stamp, later: readonly Later[]): Refusal[] =>
  later
    .filter(({ on }) => earliestDay(occurredOn) > latestDay(on))
    .slice(0, 1)
    .map(({ type, on }) => refusal('correction.afterNext', { occurredOn, next: type, on }));

/** A day that lies between the moves around it, out of holds; where the gate was passed, that is named too. */
export function moveObjections(
  put: PutRight<InPhase>,
  should: Case<InPhase>,
  later: readonly Later[],
): Refusal[] {
  const { before } = put;
  if (should.event.occurredOn === before.event.occurredOn) return [];
  const found = [
    ...notBeforeMoves(before.context, should.event),
    ...notWhileHeld(before.context, should.event),
    ...notAfter(should.event, later),
  ];
  return found.length > 0 ? [...found, ...restedOn(put, { gates: [before.here] })] : [];
}

/** All but these fields says which decision it is. */
export function sameDecision<Fact extends { type: string }>(
  { before }: Pick<PutRight<Fact>, 'before'>,
  should: Case<Fact>,
  bare: (fact: Fact) => unknown,
): Refusal[] {
  const decided = ({ fact, event: { actor } }: Case<Fact>) =>
    canonical({ fact: bare(fact), post: actor.post });
  return decided(before) === decided(should)
    ? []
    : [refusal('correction.otherDecision', { type: should.fact.type })];
}
