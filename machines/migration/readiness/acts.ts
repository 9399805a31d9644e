// 移行判定: its criteria with those of 切戻し, what was found of each on which document, go or no-go; and rehearsals of the data's migration.
import * as z from 'zod';
import type { Caution } from '../../record/caution.ts';
import { type Refusal, refusal } from '../../record/refusal.ts';
import { act, asksNote, type Case, WORDS } from '../act.ts';
import { lastNote, nextNo, noteAt, notesOf } from '../noted/noted.ts';
import { noting, recordersAndOwners, samplePaper } from '../noted/noting.ts';
import { notBefore } from '../order.ts';
import { criteriaOf, unmetCriteria } from './ready.ts';
import {
  type CriterionFound,
  criterionFound,
  criterionSet,
  type ReadinessJudged,
  type RehearsalRecorded,
  readinessJudged,
  rehearsalRecorded,
} from './shapes.ts';

const supplies = ['readinessJudged'] as const;
const who = recordersAndOwners;

function foundObjections({ context, event, fact }: Case<CriterionFound>): Refusal[] {
  const set = noteAt(context, 'criterion.set', fact.criterion);
  if (set) return notBefore(event, 'criterion.set', set.on);
  const known = notesOf(context, 'criterion.set').map(({ no }) => no);
  return [refusal('criterion.unknown', { criterion: fact.criterion, known })];
}

/** Go is said on criteria of both kinds, each of those of going met. */
function judgedObjections({ context, event, fact }: Case<ReadinessJudged>): Refusal[] {
  const found = lastNote(context, 'criterion.found');
  const order = notBefore(event, 'criterion.found', found?.on);
  if (fact.judgement === 'noGo') return order;
  const criteria = criteriaOf(context);
  const missing = (['go', 'rollback'] as const).filter(
    (kind) => !criteria.some(({ set }) => set.criterionKind === kind),
  );
  const open = unmetCriteria(context).map(({ set }) => ({ no: set.no, title: set.title }));
  return [
    ...order,
    ...missing.map((criterionKind) => refusal('readiness.noCriterion', { criterionKind })),
    ...(open.length > 0 ? [refusal('readiness.unmet', { criteria: open })] : []),
  ];
}

/** Errors that were left are explained. */
const rehearsalObjections = ({ fact }: Case<RehearsalRecorded>): Refusal[] =>
  fact.result === 'passed' && fact.errors > 0 && fact.note === undefined
    ? [refusal('rehearsal.errorsUnexplained', { errors: fact.errors })]
    : [];

/** No more errors than records were migrated: younger than some that are on record. */
const countedBeyond = ({ records, errors }: Pick<RehearsalRecorded, 'records' | 'errors'>): Refusal[] =>
  errors > records ? [refusal('rehearsal.errorsBeyond', { records, errors })] : [];

/** Of 切戻し it is the other way round: what is met calls for going back. */
function rollbackCautions({ context, fact }: Case<ReadinessJudged>): Caution[] {
  const met = criteriaOf(context).filter(
    ({ set, found }) => set.criterionKind === 'rollback' && found?.finding === 'met',
  );
  return fact.judgement === 'go' && met.length > 0
    ? [{ code: 'readiness.rollbackMet', criteria: met.map(({ set }) => ({ no: set.no, title: set.title })) }]
    : [];
}

export const readinessActs = {
  'criterion.set': act({
    open: true,
    schema: criterionSet.extend({ type: z.literal('criterion.set') }),
    ...noting('criterion.set', {
      key: ({ no }) => no,
      supplies,
      who,
      carries: ({ context, fact }) =>
        notesOf(context, 'criterion.found').some(({ criterion }) => criterion === fact.no)
          ? ['criterion.found']
          : [],
    }),
    asks: [{ name: 'title', kind: 'line' }, { name: 'criterionKind', kind: 'choice' }, asksNote],
    sample: ({ context }) => ({
      no: nextNo(context, 'criterion.set'),
      title: WORDS,
      criterionKind: 'go' as const,
    }),
  }),
  'criterion.found': act({
    open: true,
    schema: criterionFound.extend({ type: z.literal('criterion.found') }),
    ...noting('criterion.found', {
      key: ({ no }) => no,
      supplies,
      who,
      shown: true,
      objections: foundObjections,
    }),
    asks: [
      { name: 'criterion', kind: 'ordinal' },
      { name: 'finding', kind: 'choice' },
      { name: 'evidence', kind: 'paper' },
      asksNote,
    ],
    sample({ context }) {
      const open = unmetCriteria(context)[0] ?? criteriaOf(context)[0];
      return open
        ? {
            no: nextNo(context, 'criterion.found'),
            criterion: open.set.no,
            finding: 'met' as const,
            evidence: samplePaper,
          }
        : null;
    },
  }),
  'readiness.judged': act({
    open: true,
    schema: readinessJudged.extend({ type: z.literal('readiness.judged') }),
    ...noting('readiness.judged', { key: ({ no }) => no, supplies, who, objections: judgedObjections }),
    cautions: rollbackCautions,
    asks: [{ name: 'judgement', kind: 'choice' }, asksNote],
    sample: ({ context }) =>
      criteriaOf(context).length > 0
        ? { no: nextNo(context, 'readiness.judged'), judgement: 'go' as const }
        : null,
  }),
  'rehearsal.recorded': act({
    open: true,
    schema: rehearsalRecorded.extend({ type: z.literal('rehearsal.recorded') }),
    ...noting('rehearsal.recorded', {
      key: ({ no }) => no,
      supplies: ['rehearsalPassed'],
      who,
      shown: true,
      objections: rehearsalObjections,
    }),
    newly: countedBeyond,
    asks: [
      { name: 'records', kind: 'number' },
      { name: 'errors', kind: 'number' },
      { name: 'result', kind: 'choice' },
      { name: 'evidence', kind: 'paper' },
      asksNote,
    ],
    sample: ({ context }) => ({
      no: nextNo(context, 'rehearsal.recorded'),
      records: 0,
      errors: 0,
      result: 'passed' as const,
      evidence: samplePaper,
    }),
  }),
};
