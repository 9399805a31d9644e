// What each act asks of its sender, and what of it is known beforehand: the questions of its dialog, as data. The only
// list of acts in the console; everything else is drawn by a question's kind.
import type { ExplanationView } from '../../server/contract/migrations.ts';
import type { Sentence } from '../words/sentence.ts';
import { actWords as words } from './words.ts';

export type ActView = ExplanationView['acts'][number];

/** One question; `name` is where its answer stands in the fact (`outOf.price` for a part of it). */
export interface Question {
  name: string;
  kind:
    | 'paragraph'
    | 'line'
    | 'score'
    | 'count'
    | 'yen'
    | 'fiscalYear'
    | 'fiscalYears'
    | 'day'
    | 'vagueDay'
    | 'phase'
    | 'earlierPhase'
    | 'deadline'
    | 'steps'
    | 'businesses'
    | 'reasonTypes'
    | 'paper'
    | 'papers'
    | 'amounts';
  label: Sentence;
  optional?: true;
}

const ask = (kind: Question['kind'], name: string, label: Sentence): Question => ({ kind, name, label });
const maybe = (kind: Question['kind'], name: string, label: Sentence): Question => ({
  ...ask(kind, name, label),
  optional: true,
});

const reason = ask('paragraph', 'reason', words['act.reason']);
const note = maybe('paragraph', 'note', words['act.note']);

const asked: Record<string, readonly Question[]> = {
  'evidence.attached': [ask('paper', 'evidence', words['act.evidence'])],
  'phase.submitted': [maybe('papers', 'evidence', words['act.evidence']), note],
  'submission.withdrawn': [reason],
  'gate.approved': [note],
  'gate.returned': [reason],
  'goingBack.proposed': [ask('earlierPhase', 'to', words['act.to']), reason],
  'goingBack.approved': [note],
  'goingBack.dismissed': [reason],
  'steps.recorded': [
    ask('steps', 'statuses', words['act.steps']),
    ask('businesses', 'businesses', words['act.businesses']),
    maybe('paragraph', 'reason', words['act.stepsReason']),
  ],
  'plan.changed': [
    ask('phase', 'phase', words['act.phase']),
    ask('vagueDay', 'startOn', words['act.startOn']),
    ask('vagueDay', 'endOn', words['act.endOn']),
    reason,
  ],
  'deadline.extended': [
    ask('deadline', 'deadline', words['act.deadline']),
    ask('day', 'dueOn', words['act.dueOn']),
    reason,
  ],
  'migration.held': [reason],
  'migration.resumed': [reason],
  'migration.cancelled': [reason],
  'budget.voted': [ask('fiscalYear', 'fiscalYear', words['act.fiscalYear']), note],
  'selection.recorded': [
    ask('line', 'candidate', words['act.candidate']),
    ask('score', 'technical', words['act.technical']),
    ask('score', 'outOf.technical', words['act.maxTechnical']),
    ask('score', 'price', words['act.price']),
    ask('score', 'outOf.price', words['act.maxPrice']),
    ask('score', 'printedTotal', words['act.printedTotal']),
    ask('line', 'method', words['act.method']),
    maybe('count', 'applicants', words['act.applicants']),
  ],
  'contract.recorded': [
    ask('line', 'vendor', words['act.vendor']),
    ask('amounts', 'amounts', words['act.amounts']),
    ask('yen', 'totalYen', words['act.totalYen']),
    maybe('fiscalYears', 'continuesInto', words['act.continuesInto']),
    note,
  ],
  'regime.flagged': [
    maybe('reasonTypes', 'reasonTypes', words['act.reasonTypes']),
    maybe('line', 'scope', words['act.scope']),
    note,
  ],
  'regime.applied': [ask('reasonTypes', 'reasonTypes', words['act.reasonTypes']), note],
  'regime.designated': [
    maybe('day', 'completionOn', words['act.completionOn']),
    ask('line', 'basis', words['act.basis']),
  ],
  'regime.withdrawn': [reason],
};

/** The questions of an act; none is known for an act this console has never heard of. */
export const questionsOf = (type: string): readonly Question[] | null => asked[type] ?? null;

/** Where in the fact the phase stands that an act concerns: the current one, or the one gone back to. */
const about: Record<string, string> = {
  'phase.submitted': 'phase',
  'submission.withdrawn': 'phase',
  'gate.approved': 'phase',
  'gate.returned': 'phase',
  'goingBack.approved': 'to',
  'goingBack.dismissed': 'to',
};

/** The parts of the fact that nobody is asked for. */
export function givenOf({ type, phase }: ActView): Record<string, string> {
  const name = about[type];
  return name === undefined ? {} : { [name]: phase };
}

/** An act that is allowed, or lacks nothing but documents that its own dialog asks for. */
export function canBegin({ type, allowed, refusals }: ActView): boolean {
  if (allowed) return true;
  const asksPapers = questionsOf(type)?.some(({ kind }) => kind === 'papers') ?? false;
  return asksPapers && refusals.every(({ code }) => code === 'condition.evidenceMissing');
}

/** Acts on the path itself: always in sight, allowed or not, in this order. */
export const pathActs = [
  'gate.approved',
  'gate.returned',
  'phase.submitted',
  'submission.withdrawn',
  'goingBack.approved',
  'goingBack.dismissed',
];
