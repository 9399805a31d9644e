// What can be wrong with a seed: where, which code, which facts. Sentences are made in problem-texts.ts.

import type { Roll } from '../definition/deadline-rule.ts';
import type { Duty } from '../definition/decisions.ts';
import type { DeadlineKind } from '../definition/ladder.ts';
import type { AfterTerm } from '../migration/gate/after-term.ts';
import type { ProgrammeRefusal } from '../programme/refusal.ts';
import type { Refusal } from '../record/refusal.ts';
import type { Remark, Unread } from '../values/reading.ts';

/** A value inside one file: its keys and indexes from the top. */
export interface Place {
  file: string;
  path: (string | number)[];
}

export type IdKind =
  | 'body'
  | 'wave'
  | 'path'
  | 'phase'
  | 'gate'
  | 'system'
  | 'deadline'
  | 'matter'
  | 'milestone'
  | 'round'
  | 'criterion'
  | 'ordinance'
  | 'occurrence'
  | 'account'
  | 'business'
  | 'holiday'
  | 'plan';

/** Shapes of text that the schemas ask for. */
export type Format =
  | 'day'
  | 'vagueDay'
  | 'plannedDay'
  | 'id'
  | 'municipalityCode'
  | 'rehearsalMark'
  | 'unstorable'
  | 'looksEmpty'
  | 'oneLine'
  | 'other';

/** What a law says of closed days. */
export type LawRoll = Extract<Roll, 'civil-142' | 'autonomy-4-2-4'>;

export interface ProblemFacts {
  'file.unknown': { known: string[]; nearest: string | null };
  'file.missing': { name: string };
  'file.empty': Record<string, never>;
  'file.tooLarge': { limit: number };
  /** Values and signs, in all files together. */
  'file.tooMany': { limit: number };
  /** By the kind of fault, with what its reader says of it in English. */
  'yaml.syntax': { fault: string; reason: string; line: number; column: number };
  'yaml.duplicateKey': Record<string, never>;
  /** What a reader of written values says of a text; the same as it would in a form. */
  'value.unread': { written: string; reason: Unread };
  'value.interpreted': { written: string; remark: Remark };
  'key.duplicate': { key: string };
  'shape.missing': { field: string };
  'shape.type': { expected: string; got: string };
  'shape.value': { values: string[]; got: string };
  'shape.format': { format: Format; got: string };
  'shape.unknownKey': { key: string; nearest: string | null };
  'shape.range': { minimum: number | null; maximum: number | null; of: 'value' | 'length' };
  'shape.form': { got: string };
  'id.duplicate': { kind: IdKind; id: string };
  'id.unknown': { kind: IdKind; id: string; known: string[]; nearest: string | null };
  'id.reserved': { id: string };
  'code.checkDigit': { code: string; right: string };
  'business.unlisted': { names: string[] };
  'business.reasonMissing': { name: string };
  'business.notApplicable': { name: string; system: string };
  'business.uncovered': { name: string };
  'business.coveredTwice': { name: string; systems: string[] };
  'business.partTwice': { system: string };
  'phase.noWayOn': { phase: string; cutOff: string[] };
  'phase.lastHasGate': { phase: string };
  'phase.skippedEnd': { phase: string };
  /** Rounds of scoring: one alone, a last one that leads on. */
  'rounds.flawed': { few: boolean; leadsOn: boolean };
  'gate.quorumOverMembers': { body: string; quorum: number; members: number };
  'gate.bodyTwice': { body: string };
  'gate.afterInOrder': { body: string };
  'gate.orderCircle': { bodies: string[] };
  /** No body, and no matter of the table. */
  'gate.nobodyDecides': { phase: string };
  /** Amounts do not rise. */
  'matter.order': { matter: string };
  /** Nobody decides what is more. */
  'matter.noEnd': { matter: string; upToYen: number };
  'duties.same': { duty: Duty };
  'duties.leavesNobody': { duties: Duty[]; posts: string[]; system: string };
  'term.empty': Record<string, never>;
  'term.reversed': { from: string; until: string };
  /** Nobody could amend the programme once these terms are over. */
  'amend.termed': { may: 'propose' | 'approve'; bodies: string[] };
  'term.leavesGates': AfterTerm;
  'accounts.real': Record<string, never>;
  'accounts.reserved': { account: string };
  'gate.leavesNobody': { phase: string; bodies: string[]; system: string | null };
  'control.leavesNobody': { act: 'goBack' | 'cancel'; body: string; quorum: number; members: number };
  'condition.cannotSupply': { who: string; able: string[] };
  /** `goLive` is null where the path has no such phase. */
  'condition.beforeLive': { phase: string; goLive: string | null };
  'phase.skippedHere': { phase: string };
  'awaits.noGate': { phase: string };
  'system.pathTwice': { system: string; path: string };
  'step.mappedTwice': { step: string; phases: string[] };
  'step.unmapped': { steps: string[] };
  'step.notReported': { phase: string };
  'milestone.neverAnnounced': { system: string; milestone: string; announced: string[] };
  'milestone.deadlock': { circle: { system: string; phase: string }[] };
  'deadline.form': Record<string, never>;
  'deadline.appliesToNothing': { deadline: string };
  'deadline.phaseNotOnPath': { phase: string; path: string; system: string; known: string[] };
  'deadline.reminderTwice': { reminder: number };
  'deadline.reminderTooLate': { at: string; reminderAt: string };
  'deadline.madeTwice': { id: string; other: string; system: string };
  'deadline.ownMilestone': { system: string };
  'deadline.neverLive': { system: string; path: string };
  'deadline.neverReached': { phase: string; edge: 'submitted' | 'left'; system: string };
  'deadline.rollsForward': { kind: 'fixed' | 'backward' };
  /** A roll that a law gives to periods counted forward alone; `kind` is null for a deadline of each phase. */
  'deadline.rollOfLaw': { roll: LawRoll; kind: 'fixed' | 'plan' | 'backward' | 'undecided' | null };
  'deadline.rollWithoutLaw': Record<string, never>;
  /** 地方自治法4条の2第4項 for one that is not 法定. */
  'deadline.rollOfKind': { kind: Exclude<DeadlineKind, 'statutory'> };
  'deadline.customUnsaid': Record<string, never>;
  'deadline.shutForEver': { deadline: string };
  /** Of a hard one that has a kind: who may extend it, or that nobody may. */
  'deadline.extendableUnsaid': { deadline: string };
  'deadline.toldTwice': Record<string, never>;
  'deadline.undecidedReminders': Record<string, never>;
  'deadline.rungTwice': { days: number };
  'plan.reversed': { startOn: string; endOn: string };
  'calendar.yearMissing': { years: number[] };
  'calendar.holidayMissing': { days: string[] };
  'calendar.closesNothing': Record<string, never>;
  'calendar.halfDayTwice': { on: string };
  'calendar.hardlyOpen': { years: number[]; least: number };
  'calendar.tooShort': { day: string; firstYear: number; lastYear: number };
  'code.noPrefecture': { code: string };
  'contract.sum': { totalYen: number; sumYen: number };
  'score.sum': { printed: string; exact: string };
  'score.overMaximum': { part: 'technical' | 'price'; score: string; maximum: string };
  'score.rounded': { printed: string; exact: string };
  'history.unsourced': Record<string, never>;
  'history.refused': { system: string; refusal: Refusal };
  'history.programmeRefused': { refusal: ProgrammeRefusal };
}

export type ProblemCode = keyof ProblemFacts;
export type SeedProblem = {
  [C in ProblemCode]: { code: C; facts: ProblemFacts[C]; at: Place };
}[ProblemCode];

export function problem<C extends ProblemCode>(code: C, at: Place, facts: ProblemFacts[C]): SeedProblem {
  // TypeScript cannot follow a mapped union back from its generic key.
  return { code, facts, at } as SeedProblem;
}

/** What does not stop a seed from being loaded, and is told all the same. */
const WARNINGS: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'value.interpreted',
  'score.rounded',
  'calendar.holidayMissing',
  'calendar.tooShort',
  'code.noPrefecture',
  'term.leavesGates',
]);

export const isWarning = ({ code }: SeedProblem): boolean => WARNINGS.has(code);

export const inside = ({ file, path }: Place, ...more: (string | number)[]): Place => ({
  file,
  path: [...path, ...more],
});
