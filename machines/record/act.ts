// What an act is: its shape, who may send it, what its sender is asked, why it may not happen, what it changes, whom it
// tells. One object a kind; everything that must know all kinds follows from a machine's closed table of them.
import type * as z from 'zod';
import type { Duty } from '../definition/decisions.ts';
import type { ActorKind } from './submission.ts';

/** What a sender is asked, in order: `name` is where the answer goes in the fact (`outOf.price` for a part of it). */
export interface Question {
  name: QuestionName;
  kind: QuestionKind;
  optional?: true;
}

/** How a question is answered: what a form draws and a command reads. */
export const questionKinds = [
  'paragraph',
  'line',
  'score',
  'count',
  /** A whole number, left out where it is not given. */
  'number',
  /** The number of what is on record: an incident, a criterion. */
  'ordinal',
  'yen',
  'fiscalYear',
  'fiscalYears',
  'day',
  /** A day, left out where it is not given. */
  'exactDay',
  'vagueDay',
  'instant',
  'phase',
  'earlierPhase',
  'deadline',
  'undecidedDeadline',
  'cause',
  'steps',
  'businesses',
  'reasonTypes',
  'paper',
  'papers',
  'amounts',
  /** 移行経費 and 運用経費 by fiscal year. */
  'costs',
  /** One of the words that texts/choices.ts has for the question. */
  'choice',
  'body',
] as const;
export type QuestionKind = (typeof questionKinds)[number];

/** Every question there is: each has its words in texts/questions.ts. */
export type QuestionName =
  | 'reason'
  | 'note'
  | 'evidence'
  | 'to'
  | 'statuses'
  | 'businesses'
  | 'phase'
  | 'startOn'
  | 'endOn'
  | 'deadline'
  | 'dueOn'
  | 'doneBy'
  | 'cause'
  | 'requirement'
  | 'function'
  | 'until'
  | 'fiscalYear'
  | 'candidate'
  | 'technical'
  | 'outOf.technical'
  | 'price'
  | 'outOf.price'
  | 'printedTotal'
  | 'method'
  | 'applicants'
  | 'vendor'
  | 'amounts'
  | 'totalYen'
  | 'continuesInto'
  | 'reasonTypes'
  | 'scope'
  | 'completionOn'
  | 'basis'
  | 'instant'
  | 'body'
  | 'count'
  | 'amendment'
  | 'otherVendorReason'
  | 'from'
  | 'question'
  | 'answer'
  | 'bidder'
  | 'priceYen'
  | 'name'
  | MoneyQuestion
  | LegalQuestion;

type MoneyQuestion =
  | 'supplement'
  | 'migrationYen'
  | 'operationYen'
  | 'matter'
  | 'limits'
  | 'estimateKind'
  | 'costs'
  | 'against'
  | 'contractType'
  | 'decidedOn'
  | 'subject'
  | 'purpose'
  | 'plannedYen'
  | 'procedure'
  | 'costBasis'
  | 'budgetItem'
  | 'payments'
  | 'bill'
  | 'vote'
  | 'direction'
  | 'paidYen';

type LegalQuestion =
  | 'no'
  | 'evaluation'
  | 'subjects'
  | 'openedOn'
  | 'closedOn'
  | 'opinions'
  | 'reached'
  | 'ordinance'
  | 'passage'
  | 'number'
  | 'inForceOn'
  | 'title'
  | 'criterionKind'
  | 'criterion'
  | 'finding'
  | 'judgement'
  | 'records'
  | 'errors'
  | 'result'
  | 'severity'
  | 'remedy';

export interface Act<Fact, Case, Told, Context, Refusal, Effect> {
  schema: z.ZodType<Fact>;
  from: readonly ActorKind[];
  asks: readonly Question[];
  /** True where a route of its own sends it, because it also carries it out; the general door does not take it. */
  ownDoor?: true;
  /** What its sender has done by it, where a programme separates duties. */
  duty?: Duty;
  /** Posts that may send it as things stand. */
  who(given: Case): readonly string[];
  /** A better reason than that the post is another; null where there is none. */
  insteadOfPost?(given: Case): Refusal | null;
  objections?(given: Case): Refusal[];
  change(given: Case): Context;
  tells?(told: Told): Effect[];
}
