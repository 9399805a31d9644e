// The people of the small migration and what they send.
import type { Fact } from '../../machines/migration/acts.ts';
import type { Submission } from '../../machines/migration/event.ts';
import { person, readinessReport, submission } from '../builders/migration.ts';

export const owner = person('owner', 'business-division');
export const office = person('office', 'dx-office');
export const group = person('group', 'working-group');
export const chair = person('chair', 'promotion-committee');
export const member = person('member', 'promotion-committee');
export const contracts = person('contracts', 'contracts-division');
export const importer = { kind: 'import', account: 'import', name: '取込', post: 'import' } as const;

type Over = Partial<Submission>;

export const submitPhase = (phase: string, over: Over = {}): Submission =>
  submission({ type: 'phase.submitted', phase, evidence: [] }, phase === 'go-live' ? office : owner, over);

export const approve = (phase: string, by = group, over: Over = {}): Submission =>
  submission({ type: 'gate.approved', phase }, by, over);

export const returned = (phase: string, over: Over = {}): Submission =>
  submission({ type: 'gate.returned', phase, reason: '資料が足りない' }, group, over);

export const withEvidence = (over: Over = {}): Submission =>
  submission({ type: 'phase.submitted', phase: 'development', evidence: [readinessReport] }, owner, over);

export const stepsDone = (over: Over = {}): Submission =>
  submission({ type: 'steps.recorded', statuses: { '③-1': 'done' } }, office, over);

export const imported = (fact: Fact, over: Over = {}): Submission =>
  submission(fact, importer, { source: 'p. 7', ...over });
