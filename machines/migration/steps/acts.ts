// National steps are recorded, business by business.
import * as z from 'zod';
import { stepId, stepStatus } from '../../definition/definition.ts';
import { ITEMS, LENGTH } from '../../record/limits.ts';
import { refusal } from '../../record/refusal.ts';
import { written } from '../../values/text.ts';
import { act, asksReason, type Case, line, peopleAndImport } from '../act.ts';
import type { MigrationContext } from '../state.ts';

const recorded = z.strictObject({
  type: z.literal('steps.recorded'),
  /** Businesses it is about; all of the system's when left out. */
  businesses: z.array(line).min(1).max(ITEMS.businesses).optional(),
  statuses: z.record(stepId, stepStatus),
  reason: written(LENGTH.stepReason).optional(),
});
type Recorded = z.infer<typeof recorded>;

const excludedIn = ({ statuses }: Recorded): string[] =>
  Object.entries(statuses).flatMap(([step, status]) => (status === 'notApplicable' ? [step] : []));

function objections({ context, event, fact }: Case<Recorded>) {
  const known = Object.keys(context.steps);
  const unknown = (fact.businesses ?? []).filter((business) => !known.includes(business));
  const excluded = excludedIn(fact);
  const reasoned = fact.reason ?? event.assumed;
  return [
    ...(Object.keys(fact.statuses).length === 0 ? [refusal('steps.empty', {})] : []),
    ...unknown.map((business) => refusal('steps.unknownBusiness', { business, known })),
    ...(excluded.length > 0 && !reasoned
      ? [refusal('steps.reasonMissing', { steps: excluded, status: 'notApplicable' })]
      : []),
  ];
}

function change({ context, event, fact }: Case<Recorded>): MigrationContext {
  const businesses = fact.businesses ?? Object.keys(context.steps);
  const excluded = excludedIn(fact);
  const reasons = Object.fromEntries(excluded.map((step) => [step, fact.reason ?? event.assumed ?? '']));
  const updated = businesses.map((business) => [business, { ...context.steps[business], ...fact.statuses }]);
  const explained = businesses.map((business) => [
    business,
    { ...context.stepReasons[business], ...reasons },
  ]);
  return {
    ...context,
    steps: { ...context.steps, ...Object.fromEntries(updated) },
    stepReasons: excluded.length
      ? { ...context.stepReasons, ...Object.fromEntries(explained) }
      : context.stepReasons,
  };
}

export const stepActs = {
  'steps.recorded': act({
    schema: recorded,
    from: peopleAndImport,
    taken: 'anywhere',
    asks: [
      { name: 'statuses', kind: 'steps' },
      { name: 'businesses', kind: 'businesses' },
      { ...asksReason, optional: true },
    ],
    sample: () => ({ statuses: { '①-1': 'done' as const } }),
    who: ({ definition, here }) => [...new Set([...definition.path.control.steps, ...here.owners])],
    objections,
    change,
  }),
};
