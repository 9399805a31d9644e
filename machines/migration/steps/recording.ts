// What speaks against recording national steps, and what recording them changes.
import type { StepStatus } from '../../definition/definition.ts';
import { type Refusal, refusal } from '../../record/refusal.ts';
import { nationalSteps } from '../../values/national-step.ts';
import type { Case } from '../act.ts';
import { tellsBefore } from '../adoption/retirement.ts';
import { closes, isRestedOn, restingPhases, standsFast, stepSupplyObjections } from '../gate/basis.ts';
import { reportsSteps } from '../phases.ts';
import { hasEnded, type MigrationContext } from '../state.ts';
import { drafted, later } from '../walk.ts';
import { WENT_LIVE } from './national-steps.ts';

interface Recorded {
  businesses?: string[] | undefined;
  statuses: Record<string, StepStatus>;
  reason?: string | undefined;
}

const excludedIn = ({ statuses }: Recorded): string[] =>
  Object.entries(statuses).flatMap(([step, status]) => (status === 'notApplicable' ? [step] : []));

export function stepObjections(given: Case<Recorded>): Refusal[] {
  const { definition, context, event, fact } = given;
  if (!reportsSteps(definition.path)) return [refusal('steps.none', {})];
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
    ...afterEnd(given),
    ...standsFast(given, basisChanged(given)),
    ...stepSupplyObjections(given, steps),
  ];
}

/** ⑱-1 is done by the system's going live and by nothing else, and as long as it is live. */
function claimsGoLive({ context, fact }: Case<Recorded>): Refusal[] {
  const status = fact.statuses[WENT_LIVE];
  if (status === undefined) return [];
  const claimed = status === 'done';
  return claimed === (context.live !== null) ? [] : [refusal('steps.goLive', { step: WENT_LIVE })];
}

/** Of a system that has ended it is only said what does not apply any more. */
function afterEnd({ definition, context, standing, fact, event }: Case<Recorded>): Refusal[] {
  const isPast = standing.activity === 'retired' && tellsBefore(context, event);
  if (!hasEnded(standing.activity) || isPast) return [];
  const { retired } = definition.system;
  // Whoever goes on with it has its steps: of those nothing is said here any more.
  if (standing.activity === 'retired' && retired?.heirs)
    return [
      refusal('migration.retired', { on: context.retired?.on ?? '', as: retired.as, reason: retired.reason }),
    ];
  const steps = Object.entries(fact.statuses).flatMap(([step, is]) => (is === 'notApplicable' ? [] : [step]));
  return steps.length > 0 ? [refusal('steps.cancelled', { steps })] : [];
}

const reasonIn = ({ event, fact }: Case<Recorded>): string => fact.reason ?? event.assumed ?? '';

/** Steps that a condition of the gate rests on, done or 対象外 now, which would be so no more or for another reason. */
function basisChanged(given: Case<Recorded>): string[] {
  const { context, fact, here } = given;
  const businesses = fact.businesses ?? Object.keys(context.steps);
  return Object.entries(fact.statuses).flatMap(([step, status]) => {
    const changed = businesses.some((business) => {
      const before = context.steps[business]?.[step];
      const sameReason =
        status !== 'notApplicable' || context.stepReasons[business]?.[step] === reasonIn(given);
      return closes(before) && (before !== status || !sameReason);
    });
    return changed && isRestedOn(here, step) ? [step] : [];
  });
}

/** The days of the gates that a step closed now is asked for by: no earlier than any before. */
function closedOn(
  { definition, context, event, fact }: Case<Recorded>,
  businesses: readonly string[],
): Pick<MigrationContext, 'closedOn'> {
  const closed = Object.entries(fact.statuses).flatMap(([step, status]) => {
    const isNew = businesses.some((business) => !closes(context.steps[business]?.[step]));
    return isNew && closes(status) ? [step] : [];
  });
  const days = restingPhases(definition.path, closed).map(({ id }) => {
    const before = context.closedOn?.[id];
    return [id, before === undefined ? event.occurredOn : later(before, event.occurredOn)];
  });
  return days.length > 0 ? { closedOn: { ...context.closedOn, ...Object.fromEntries(days) } } : {};
}

/** Each business's steps with what was recorded, and the reasons of those that do not apply. */
export function recordSteps(given: Case<Recorded>): MigrationContext {
  const { definition, context, event, fact } = given;
  const businesses = fact.businesses ?? Object.keys(context.steps);
  const excluded = excludedIn(fact);
  const reasons = Object.fromEntries(excluded.map((step) => [step, reasonIn(given)]));
  const updated = businesses.map((business) => [business, { ...context.steps[business], ...fact.statuses }]);
  const explained = businesses.map((business) => [
    business,
    { ...context.stepReasons[business], ...reasons },
  ]);
  const supplied = restingPhases(definition.path, Object.keys(fact.statuses)).length > 0;
  return {
    ...context,
    ...closedOn(given, businesses),
    steps: { ...context.steps, ...Object.fromEntries(updated) },
    stepReasons: excluded.length
      ? { ...context.stepReasons, ...Object.fromEntries(explained) }
      : context.stepReasons,
    drafters: supplied ? drafted(context, event) : context.drafters,
  };
}
