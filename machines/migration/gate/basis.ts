// What a gate's conditions rest on: who supplies it drafts, and under review it is not taken away.
import type { Condition, MigrationDefinition, Path, Phase, StepStatus } from '../../definition/definition.ts';
import { answersFor } from '../../record/deputy.ts';
import { type Refusal, refusal } from '../../record/refusal.ts';
import type { Case } from '../act.ts';
import { matterOf } from '../authority/power.ts';
import { hasEnded } from '../state.ts';
import { drafted } from '../walk.ts';

export type AskedFact = Extract<Condition, { kind: 'fact' }>['fact'];

const conditionsOf = (phase: Phase): readonly Condition[] => phase.gate?.conditions ?? [];

export const closes = (status: StepStatus | undefined): boolean =>
  status === 'done' || status === 'notApplicable';

/** True where a condition of the phase's gate asks for this national step. */
export const isRestedOn = (phase: Phase, step: string): boolean =>
  conditionsOf(phase).some((condition) => condition.kind === 'steps' && condition.steps.includes(step));

/** The phases whose gates ask for one of these steps. */
export const restingPhases = ({ phases }: Path, steps: readonly string[]): Phase[] =>
  phases.filter((phase) => steps.some((step) => isRestedOn(phase, step)));

export const asksFact = (phase: Phase, fact: AskedFact): boolean =>
  conditionsOf(phase).some((condition) => condition.kind === 'fact' && condition.fact === fact);

/** The first phase whose gate asks for a fact. */
export const askingPhase = ({ phases }: Path, fact: AskedFact): Phase | undefined =>
  phases.find((phase) => asksFact(phase, fact));

/** True where a hard condition of the phase's gate waits for this milestone of another system. */
export const isAwaitedBy = (phase: Phase, system: string, milestone: string): boolean =>
  conditionsOf(phase).some(
    (condition) =>
      condition.kind === 'milestone' && condition.system === system && condition.milestone === milestone,
  );

/** Who records what a gate asks for drafts. */
export const suppliedBy = (
  { definition, context, event }: Pick<Case, 'definition' | 'context' | 'event'>,
  fact: AskedFact,
): string[] => (isRelied(definition, fact) ? drafted(context, event) : context.drafters);

/** Asked for by a gate, or the amount by which it is found who decides one alone. */
const isRelied = (definition: MigrationDefinition, fact: AskedFact): boolean =>
  askingPhase(definition.path, fact) !== undefined ||
  (fact === 'contractRecorded' && definition.path.phases.some(({ gate }) => matterOf(definition, gate)));

/** True while the gate is decided on; a proposal to go back stands in between, and the approvals wait for its end. */
export const isReviewed = ({ context, standing }: Pick<Case, 'context' | 'standing'>): boolean =>
  !hasEnded(standing.activity) &&
  (standing.stage === 'underReview' || (standing.stage === 'goingBack' && context.submission !== null));

/** Who has approved under review supplies nothing that a gate rests on before it is over: nobody approves their own. */
function ownApproval({ context, event, ...given }: Pick<Case, 'context' | 'event' | 'standing'>): Refusal[] {
  if (!isReviewed({ context, ...given })) return [];
  return answersFor(event.actor).flatMap((account) => {
    const own = context.approvals.find((approval) => answersFor(approval).includes(account));
    return own ? [refusal('gate.ownApproval', { account, body: own.body })] : [];
  });
}

/** The same for a fact, where some gate of the path asks for it. */
export const supplyObjections = (
  given: Pick<Case, 'definition' | 'context' | 'event' | 'standing'>,
  fact: AskedFact,
): Refusal[] => (askingPhase(given.definition.path, fact) ? ownApproval(given) : []);

/** And for steps. */
export const stepSupplyObjections = (
  given: Pick<Case, 'definition' | 'context' | 'event' | 'standing'>,
  steps: readonly string[],
): Refusal[] => (restingPhases(given.definition.path, steps).length > 0 ? ownApproval(given) : []);

/** Under review, nothing of this that the gate rests on is changed. */
export function standsFast(given: Pick<Case, 'context' | 'standing' | 'here'>, what: string[]): Refusal[] {
  const { gate } = given.here;
  return gate && what.length > 0 && isReviewed(given)
    ? [refusal('gate.restsOn', { gate: gate.label, what })]
    : [];
}

/** The same for a fact that one of its conditions asks for. */
export const factStandsFast = (
  given: Pick<Case, 'context' | 'standing' | 'here'>,
  fact: AskedFact,
): Refusal[] => standsFast(given, asksFact(given.here, fact) ? [fact] : []);
