// Recorded national steps put right: what stood before them stands again, but where something later was recorded.
import type { StepStatus } from '../../definition/definition.ts';
import { earliestDay } from '../../values/date.ts';
import type { Case, Corrects } from '../act.ts';
import type { Overwritten } from '../correction/shapes.ts';
import { restingPhases } from '../gate/basis.ts';
import type { MigrationContext } from '../state.ts';

interface Recorded {
  businesses?: string[] | undefined;
  statuses: Record<string, StepStatus>;
}
type Cells<T> = Record<string, Record<string, T>>;

const namedIn = ({ context, fact }: Case<Recorded>): string[] =>
  fact.businesses ?? Object.keys(context.steps);

/** Of these keys, what is there. */
function picked<T>(of: Record<string, T> | undefined, keys: readonly string[]): Record<string, T> {
  const there = keys.flatMap((key) => (of?.[key] === undefined ? [] : [[key, of[key]] as const]));
  return Object.fromEntries(there);
}

/** These keys as they were; what was not there is there no more. */
function restored<T>(
  of: Record<string, T> | undefined,
  keys: readonly string[],
  was: Record<string, T> | undefined,
): Record<string, T> {
  const rest = Object.entries(of ?? {}).filter(([key]) => !keys.includes(key));
  return { ...Object.fromEntries(rest), ...picked(was, keys) };
}

/** The same of several businesses. */
export const pickedOfEach = <T>(of: Cells<T>, businesses: readonly string[], steps: readonly string[]) =>
  Object.fromEntries(businesses.map((business) => [business, picked(of[business], steps)]));

export const restoredOfEach = <T>(
  of: Cells<T>,
  businesses: readonly string[],
  steps: readonly string[],
  was: Cells<T> | undefined,
): Cells<T> => {
  const cells = businesses.map((business) => [business, restored(of[business], steps, was?.[business])]);
  return { ...of, ...Object.fromEntries(cells) };
};

const phasesResting = ({ definition, fact }: Case<Recorded>): string[] =>
  restingPhases(definition.path, Object.keys(fact.statuses)).map(({ id }) => id);

/** A day that something later has set stands. */
function closedBefore(
  given: Case<Recorded>,
  was: Record<string, string> | undefined,
): Pick<MigrationContext, 'closedOn'> {
  const { closedOn } = given.context;
  if (!closedOn) return {};
  const own = phasesResting(given).filter(
    (phase) => earliestDay(closedOn[phase] ?? '0000-01') <= earliestDay(given.event.occurredOn),
  );
  // What the machine's memory has once had it keeps: none is an empty one.
  return { closedOn: restored(closedOn, own, was) };
}

const withEmptyLeftOut = <T>(of: Cells<T>): Cells<T> =>
  Object.fromEntries(Object.entries(of).filter(([, cells]) => Object.keys(cells).length > 0));

/** The cells that are named, with their reasons, and the days that rest on them. */
export function stepsOverwritten(given: Case<Recorded>): Overwritten {
  const steps = Object.keys(given.fact.statuses);
  const businesses = namedIn(given);
  const { context } = given;
  return {
    steps: pickedOfEach(context.steps, businesses, steps),
    stepReasons: pickedOfEach(context.stepReasons, businesses, steps),
    closedOn: picked(context.closedOn, phasesResting(given)),
  };
}

export const stepsCorrect: Corrects<Recorded> = {
  before(given, { steps: were, stepReasons, closedOn }) {
    const { context } = given;
    const steps = Object.keys(given.fact.statuses);
    const businesses = namedIn(given);
    if (businesses.some((business) => context.steps[business] === undefined)) return null;
    const excluded = steps.filter((step) => given.fact.statuses[step] === 'notApplicable');
    return {
      ...given,
      context: {
        ...context,
        ...closedBefore(given, closedOn),
        steps: restoredOfEach(context.steps, businesses, steps, were),
        stepReasons:
          excluded.length > 0
            ? withEmptyLeftOut(restoredOfEach(context.stepReasons, businesses, excluded, stepReasons))
            : context.stepReasons,
      },
    };
  },
};
