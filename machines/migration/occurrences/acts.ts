// The programme tells what happened around it, where a deadline is counted from that; and tells it again where it was put right.
import * as z from 'zod';
import { id, type MigrationDefinition, type Text, vagueDay } from '../../definition/definition.ts';
import { occurrenceOf } from '../../definition/dependents.ts';
import { refusal } from '../../record/refusal.ts';
import { act } from '../act.ts';
import { toldWithMoved } from '../deadlines/moved.ts';
import { isOver } from '../state.ts';

/** The type of its entry, for those who look for it in a chain. */
export const TOLD = 'occurrence.told' as const;

const toldFact = z.strictObject({
  type: z.literal(TOLD),
  occurrence: id,
  /** The entry of the programme's chain that says so. */
  entry: z.number().int().min(1),
  /** Null where it did not happen after all. */
  on: vagueDay.nullable(),
});
export type ToldFact = z.infer<typeof toldFact>;

/** What happens around the programme and this migration waits for. */
export const awaitedOccurrences = ({ deadlines }: Pick<MigrationDefinition, 'deadlines'>): string[] => [
  ...new Set(deadlines.flatMap((deadline) => occurrenceOf(deadline) ?? [])),
];

const labelOf = ({ occurrences = [] }: MigrationDefinition, occurrence: string): Text =>
  occurrences.find((one) => one.id === occurrence)?.label ?? { ja: occurrence, en: occurrence };

export const occurrenceActs = {
  [TOLD]: act({
    open: true,
    schema: toldFact,
    from: ['programme'],
    taken: 'anywhere',
    // What is held, or is taken back later, knows it too.
    afterEnd: true,
    asks: [],
    who: () => [],
    objections({ definition, context, fact: { occurrence, entry } }) {
      const known = context.occurrences?.[occurrence]?.entry ?? 0;
      if (entry <= known) return [refusal('occurrence.alreadyTold', { occurrence, entry: known })];
      return awaitedOccurrences(definition).includes(occurrence)
        ? []
        : [refusal('occurrence.notAwaited', { occurrence })];
    },
    change: ({ context, fact: { occurrence, entry, on } }) => ({
      ...context,
      occurrences: { ...context.occurrences, [occurrence]: { on, entry } },
    }),
    tells(told) {
      const { definition, here, standing, fact } = told;
      if (isOver(definition, standing.activity)) return [];
      const occurrence = labelOf(definition, fact.occurrence);
      return toldWithMoved(told, here.owners, (moved) => ({ code: TOLD, occurrence, on: fact.on, moved }));
    },
  }),
};
