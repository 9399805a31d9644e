// What speaks against recording national steps, and what recording them changes.
import type { StepStatus } from '../../definition/definition.ts';
import { type Refusal, refusal } from '../../record/refusal.ts';
import { nationalSteps } from '../../values/national-step.ts';
import type { Case } from '../act.ts';
import { closes, isRestedOn } from '../gate/basis.ts';
import type { MigrationContext } from '../state.ts';
import { drafted } from '../walk.ts';
import { WENT_LIVE } from './national-steps.ts';

interface Recorded {
  businesses?: string[] | undefined;
  statuses: Record<string, StepStatus>;
  reason?: string | undefined;
}

const excludedIn = ({ statuses }: Recorded): string[] =>
  Object.entries(statuses).flatMap(([step, status]) => (status === 'notApplicable' ? [step] : []));

export function stepObjections(given: Case<Recorded>): Refusal[] {
  const { context, event, fact } = given;
  const known = Object.keys(context.steps);
  const steps = Object.keys(fact.statuses);
  const unknown = (fact.businesses ?? []).filter((business) => !known.includes(business));
  const excluded = excludedIn(fact);
  const strange = steps.filter((step) => !nationalSteps.includes(step));
  const reasoned = fact.reason ?? event.assumed;
  return [
    ...(steps.length === 0 ? [refusal('steps.empty', {})] : []),
    ...(strange.length > 0 ? [refusal('steps.unknown', { steps: strange, known: [...nationalSteps] })] : []),
    ...unknown.map((business) => refusal('steps.unknownBusiness', { business, known })),
    ...(excluded.length > 0 && !reasoned
      ? [refusal('steps.reasonMissing', { steps: excluded, status: 'notApplicable' })]
      : []),
    ...claimsGoLive(given),
    ...reopens(given),
  ];
}

/** ⑱-1 is done by the system's going live and by nothing else. */
function claimsGoLive({ context, fact }: Case<Recorded>): Refusal[] {
  const status = fact.statuses[WENT_LIVE];
  if (status === undefined || status === 'notApplicable') return [];
  const claimed = status === 'done';
  return claimed === (context.live !== null) ? [] : [refusal('steps.goLive', { step: WENT_LIVE })];
}

/** Under review, what a condition of the gate rests on is not taken from under it. */
function reopens({ context, fact, here, standing }: Case<Recorded>): Refusal[] {
  if (standing.stage !== 'underReview') return [];
  const businesses = fact.businesses ?? Object.keys(context.steps);
  const reopened = Object.entries(fact.statuses).flatMap(([step, status]) => {
    const closed = businesses.some((business) => closes(context.steps[business]?.[step]));
    return closed && !closes(status) && isRestedOn(here, step) ? [step] : [];
  });
  return reopened.length > 0 && here.gate
    ? [refusal('gate.restsOn', { gate: here.gate.label, what: reopened.join('、') })]
    : [];
}

/** Each business's steps with what was recorded, and the reasons of those that do not apply. */
export function recordSteps({ definition, context, event, fact }: Case<Recorded>): MigrationContext {
  const businesses = fact.businesses ?? Object.keys(context.steps);
  const excluded = excludedIn(fact);
  const reasons = Object.fromEntries(excluded.map((step) => [step, fact.reason ?? event.assumed ?? '']));
  const updated = businesses.map((business) => [business, { ...context.steps[business], ...fact.statuses }]);
  const explained = businesses.map((business) => [
    business,
    { ...context.stepReasons[business], ...reasons },
  ]);
  const supplied = definition.path.phases.some((phase) =>
    Object.keys(fact.statuses).some((step) => isRestedOn(phase, step)),
  );
  return {
    ...context,
    steps: { ...context.steps, ...Object.fromEntries(updated) },
    stepReasons: excluded.length
      ? { ...context.stepReasons, ...Object.fromEntries(explained) }
      : context.stepReasons,
    drafters: supplied ? drafted(context, event) : context.drafters,
  };
}
