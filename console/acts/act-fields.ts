// What each act asks of its sender besides who and when: the questions of its dialog, as data.
import type { ExplanationView } from '../../server/contract/migrations.ts';
import type { Word } from '../words/words.ts';

export type ActView = ExplanationView['acts'][number];

interface Asked {
  name: string;
  word: Word;
  optional?: true;
}

export type Field =
  | (Asked & { kind: 'paragraph' | 'line' | 'score' | 'whole' | 'day' | 'vagueDay' | 'years' })
  | (Asked & { kind: 'one'; from: 'earlierPhases' | 'phases' | 'deadlines' | 'stepStatuses' })
  | (Asked & { kind: 'some'; from: 'steps' | 'businesses' | 'reasonTypes' })
  | (Asked & { kind: 'evidence' | 'amounts' });

const reason: Field = { kind: 'paragraph', name: 'reason', word: 'act.reason' };
const note: Field = { kind: 'paragraph', name: 'note', word: 'act.note', optional: true };
const evidence: Field = { kind: 'evidence', name: 'evidence', word: 'act.evidence' };
const reasonTypes: Field = {
  kind: 'some',
  from: 'reasonTypes',
  name: 'reasonTypes',
  word: 'act.reasonTypes',
};

const fields: Record<string, readonly Field[]> = {
  'evidence.attached': [evidence],
  'phase.submitted': [{ ...evidence, optional: true }, note],
  'submission.withdrawn': [reason],
  'gate.approved': [note],
  'gate.returned': [reason],
  'goingBack.proposed': [{ kind: 'one', from: 'earlierPhases', name: 'to', word: 'act.to' }, reason],
  'goingBack.approved': [note],
  'goingBack.dismissed': [reason],
  'steps.recorded': [
    { kind: 'one', from: 'stepStatuses', name: 'status', word: 'act.stepStatus' },
    { kind: 'some', from: 'businesses', name: 'businesses', word: 'act.businesses' },
    { kind: 'some', from: 'steps', name: 'steps', word: 'act.steps' },
    { ...reason, word: 'act.stepsReason', optional: true },
  ],
  'plan.changed': [
    { kind: 'one', from: 'phases', name: 'phase', word: 'act.phase' },
    { kind: 'vagueDay', name: 'startOn', word: 'act.startOn' },
    { kind: 'vagueDay', name: 'endOn', word: 'act.endOn' },
    reason,
  ],
  'deadline.extended': [
    { kind: 'one', from: 'deadlines', name: 'deadline', word: 'act.deadline' },
    { kind: 'day', name: 'dueOn', word: 'act.dueOn' },
    reason,
  ],
  'migration.held': [reason],
  'migration.resumed': [reason],
  'migration.cancelled': [reason],
  'budget.voted': [{ kind: 'whole', name: 'fiscalYear', word: 'act.fiscalYear' }, note],
  'selection.recorded': [
    { kind: 'line', name: 'candidate', word: 'act.candidate' },
    { kind: 'score', name: 'technical', word: 'act.technical' },
    { kind: 'score', name: 'maxTechnical', word: 'act.maxTechnical' },
    { kind: 'score', name: 'price', word: 'act.price' },
    { kind: 'score', name: 'maxPrice', word: 'act.maxPrice' },
    { kind: 'score', name: 'printedTotal', word: 'act.printedTotal' },
    { kind: 'line', name: 'method', word: 'act.method' },
    { kind: 'whole', name: 'applicants', word: 'act.applicants', optional: true },
  ],
  'contract.recorded': [
    { kind: 'line', name: 'vendor', word: 'act.vendor' },
    { kind: 'amounts', name: 'amounts', word: 'act.amounts' },
    { kind: 'whole', name: 'totalYen', word: 'act.totalYen' },
    { kind: 'years', name: 'continuesInto', word: 'act.continuesInto', optional: true },
    note,
  ],
  'regime.flagged': [
    { ...reasonTypes, optional: true },
    { kind: 'line', name: 'scope', word: 'act.scope', optional: true },
    note,
  ],
  'regime.applied': [reasonTypes, note],
  'regime.designated': [
    { kind: 'day', name: 'completionOn', word: 'act.completionOn', optional: true },
    { kind: 'line', name: 'basis', word: 'act.basis' },
  ],
  'regime.withdrawn': [reason],
};

/** The questions of an act; none is known for an act this console has never heard of. */
export const fieldsOf = (type: string): readonly Field[] | null => fields[type] ?? null;

/** Acts on the path itself: always in sight, allowed or not, in this order. */
export const pathActs = [
  'gate.approved',
  'gate.returned',
  'phase.submitted',
  'submission.withdrawn',
  'goingBack.approved',
  'goingBack.dismissed',
];
