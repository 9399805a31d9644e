// Separation of duties over the whole migration, as the programme's data says it: pairs of duties that one person may not both have had,
// in whichever phase, post or order. Beside it stands what always holds: who drafted scores nothing, and approves nothing
// (gate/deciding.ts).
import { scoringApart } from '../../decision/apart.ts';
import type { Duty } from '../../definition/decisions.ts';
import { answersFor } from '../../record/deputy.ts';
import { type Refusal, refusal } from '../../record/refusal.ts';
import type { Case } from '../act.ts';
import type { MigrationContext } from '../state.ts';

type Separating = Pick<Case['definition'], 'decisions'>;
type Memory = Pick<MigrationContext, 'duties' | 'drafters' | 'approvals' | 'passed' | 'rfp'>;

const pairsOf = ({ decisions }: Separating): readonly (readonly Duty[])[] => decisions?.separate ?? [];

/** The duties that stand against one. */
export const apartFrom = (definition: Separating, duty: Duty): Duty[] => [
  ...new Set(
    pairsOf(definition).flatMap(([one, other]) => {
      if (one === undefined || other === undefined) return [];
      return one === duty ? [other] : other === duty ? [one] : [];
    }),
  ),
];

/** Who has had a duty in this migration so far. */
export function holdersOf(duty: Duty, { duties, drafters, approvals, passed, rfp }: Memory): string[] {
  const known = duties?.[duty] ?? [];
  if (duty === 'drafter') return [...new Set([...known, ...drafters])];
  if (duty === 'scorer' && rfp?.open) {
    const { scorers, sheets, over = [] } = rfp.open;
    const before = over.flatMap((one) => one.scorers);
    return [...new Set([...known, ...before, ...scorers, ...Object.keys(sheets)])];
  }
  if (duty !== 'approver') return known;
  const voices = [...Object.values(passed).flatMap((gate) => gate.approvals), ...approvals];
  return [...new Set([...known, ...voices.flatMap(answersFor)])];
}

/** Who decides on no gate here: whoever drafted, and whoever has had a duty that is apart from approving. */
export const barredAtGate = ({ definition, context }: Pick<Case, 'definition' | 'context'>): string[] => [
  ...new Set([
    ...context.drafters,
    ...apartFrom(definition, 'approver').flatMap((duty) => holdersOf(duty, context)),
  ]),
];

/**
 * What an act gives its sender, and whoever they act in the name of: its own duty, and that of a drafter where it supplies what a gate
 * rests on.
 */
export function dutiesGiven(
  { context, event }: Pick<Case, 'context' | 'event'>,
  own: Duty | undefined,
  after: MigrationContext,
): Duty[] {
  const drafts = answersFor(event.actor).some(
    (one) => after.drafters.includes(one) && !context.drafters.includes(one),
  );
  return [...new Set([...(own ? [own] : []), ...(drafts ? (['drafter'] as const) : [])])];
}

/** The same, with what holds in every programme; of drafting after scoring nothing does. */
const againstNow = (definition: Separating, duty: Duty): Duty[] => {
  const always = duty === 'drafter' ? [] : scoringApart.filter((pair) => pair.includes(duty));
  return [...new Set([...always.flat().filter((one) => one !== duty), ...apartFrom(definition, duty)])];
};

/** Which of these people may not have a duty, for the first other one that they have had. */
export const barredFrom = (
  { definition, context }: Pick<Case, 'definition' | 'context'>,
  duty: Duty,
  people: readonly string[],
): Refusal[] =>
  againstNow(definition, duty).flatMap((other) => {
    const account = people.find((one) => holdersOf(other, context).includes(one));
    return account === undefined ? [] : [refusal('duty.separated', { account, duty, other })];
  });

/** Whoever has had the other duty of a pair, themself or in whose name they act now; and an act that would be both at once. */
export function apartObjections(
  given: Pick<Case, 'definition' | 'context' | 'event'>,
  duties: readonly Duty[],
): Refusal[] {
  const { account } = given.event.actor;
  const mine = answersFor(given.event.actor);
  const [own, ...others] = duties;
  const both = own && others.find((other) => apartFrom(given.definition, own).includes(other));
  return [
    ...duties.flatMap((duty) => barredFrom(given, duty, mine)),
    ...(own && both ? [refusal('duty.separated', { account, duty: own, other: both })] : []),
  ];
}

/** Kept where the programme separates duties: they last, whatever becomes of what was done. */
export function withDuties(
  { definition, event }: Pick<Case, 'definition' | 'event'>,
  given: readonly Duty[],
  context: MigrationContext,
): MigrationContext {
  const counted = given.filter((duty) => apartFrom(definition, duty).length > 0);
  if (counted.length === 0 || event.actor.kind !== 'person') return context;
  const mine = answersFor(event.actor);
  const held = counted.map((duty) => [duty, [...new Set([...(context.duties?.[duty] ?? []), ...mine])]]);
  return { ...context, duties: { ...context.duties, ...Object.fromEntries(held) } };
}
