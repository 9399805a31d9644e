// National steps are recorded, business by business, by those who do them. ⑱-1 is no one's to tick: it follows from 稼働.
import * as z from 'zod';
import { stepStatus } from '../../definition/definition.ts';
import { ITEMS, LENGTH } from '../../record/limits.ts';
import { businessName, nationalStep } from '../../values/schemas.ts';
import { written } from '../../values/text.ts';
import { act, asksReason, peopleAndImport, WORDS } from '../act.ts';
import { reportsSteps } from '../phases.ts';
import { hasEnded } from '../state.ts';
import { stepsCorrect, stepsOverwritten } from './correcting.ts';
import { recordSteps, stepObjections } from './recording.ts';

export const stepActs = {
  'steps.recorded': act({
    open: true,
    schema: z.strictObject({
      type: z.literal('steps.recorded'),
      /** Businesses it is about; all of the system's when left out. */
      businesses: z.array(businessName(LENGTH.line)).min(1).max(ITEMS.businesses).optional(),
      statuses: z.record(nationalStep, stepStatus),
      reason: written(LENGTH.stepReason).optional(),
    }),
    from: peopleAndImport,
    taken: 'anywhere',
    // What does not apply any more is said of a system that has ended too.
    afterEnd: true,
    asks: [
      { name: 'statuses', kind: 'steps' },
      { name: 'businesses', kind: 'businesses' },
      { ...asksReason, optional: true },
    ],
    sample({ definition, standing }) {
      if (!reportsSteps(definition.path)) return null;
      if (!hasEnded(standing.activity)) return { statuses: { '①-1': 'done' as const } };
      return { statuses: { '①-1': 'notApplicable' as const }, reason: WORDS };
    },
    who: ({ definition, here }) => [...new Set([...definition.path.control.steps, ...here.owners])],
    objections: stepObjections,
    overwrites: stepsOverwritten,
    corrects: stepsCorrect,
    change: recordSteps,
  }),
};

export type StepsRecorded = z.infer<(typeof stepActs)['steps.recorded']['schema']>;

export const stepsRecorded = (said: Omit<StepsRecorded, 'type'>): StepsRecorded => ({
  type: 'steps.recorded',
  ...said,
});
