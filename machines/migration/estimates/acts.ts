// Estimates in versions: each with its paper by digest; one that differs much from the one before says why.
import * as z from 'zod';
import { fiscalYearOf } from '../../values/date.ts';
import { act, asksNote, WORDS } from '../act.ts';
import { nextNo } from '../noted/noted.ts';
import { noting, samplePaper } from '../noted/noting.ts';
import { varianceObjections } from './rules.ts';
import { estimateRecorded } from './shapes.ts';

export const estimateActs = {
  'estimate.recorded': act({
    schema: estimateRecorded.extend({ type: z.literal('estimate.recorded') }),
    duty: 'estimator',
    ...noting('estimate.recorded', {
      key: ({ no }) => no,
      supplies: ['estimateRecorded'],
      shown: true,
      objections: varianceObjections,
    }),
    asks: [
      { name: 'estimateKind', kind: 'choice' },
      { name: 'vendor', kind: 'line' },
      { name: 'costs', kind: 'costs' },
      { name: 'evidence', kind: 'paper' },
      { name: 'against', kind: 'number', optional: true },
      { name: 'reason', kind: 'paragraph', optional: true },
      asksNote,
    ],
    sample: ({ context, today }) => ({
      no: nextNo(context, 'estimate.recorded'),
      estimateKind: 'rough' as const,
      vendor: WORDS,
      costs: [{ fiscalYear: fiscalYearOf(today), migrationYen: 0, operationYen: 0 }],
      evidence: samplePaper,
    }),
  }),
};
