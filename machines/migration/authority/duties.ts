// Separation of duties over the whole migration, as the programme's data says it: pairs of duties that one person may not both have had,
// in whichever phase, post or order. Beside it stands what always holds: who drafted approves nothing (gate/deciding.ts).
import type { Duty } from '../../definition/decisions.ts';
import { answersFor } from '../../record/deputy.ts';
import { type Refusal, refusal } from '../../record/refusal.ts';
import type { Case } from '../act.ts';
import type { MigrationContext } from '../state.ts';

type Separating = Pick<Case['definition'], 'decisions'>;
type Memory = Pick<MigrationContext, 'duties' | 'drafters' | 'approvals' | 'passed'>;

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
export function holdersOf(duty: Duty, { duties, drafters, approvals, passed }: Memory): string[] {
  const known = duties?.[duty] ?? [];
  if (duty === 'drafter') return [...new Set([...known, ...drafters])];
  if (duty !== 'approver') return known;
  const voices = [...Object.values(passed).flatMap((gate) => gate.approvals), ...approvals];
  return [...new Set([...known, ...voices.flatMap(answersFor)])];
}

/** What an act gives its sender: its own duty, and that of a drafter where it supplies what a gate rests on. */
export function dutiesGiven(
  { context, event }: Pick<Case, 'context' | 'event'>,
  own: Duty | undefined,
  after: MigrationContext,
): Duty[] {
  const { account } = event.actor;
  const drafts = after.drafters.includes(account) && !context.drafters.includes(account);
  return [...new Set([...(own ? [own] : []), ...(drafts ? (['drafter'] as const) : [])])];
}

/** Whoever has had the other duty of a pair, themself or in whose name they act now. */
export function apartObjections(
  { definition, context, event }: Pick<Case, 'definition' | 'context' | 'event'>,
  given: readonly Duty[],
): Refusal[] {
  const mine = answersFor(event.actor);
  return given.flatMap((duty) =>
    apartFrom(definition, duty).flatMap((other) => {
      const account = mine.find((one) => holdersOf(other, context).includes(one));
      return account === undefined ? [] : [refusal('duty.separated', { account, duty, other })];
    }),
  );
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
