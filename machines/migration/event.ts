// The events a migration may be sent: a fact of one of its acts, in its envelope. Shapes only, derived from the table.
import * as z from 'zod';
import { type ActorKind, envelope } from '../record/submission.ts';
import { acts, type Fact, type FactType, factTypes } from './acts.ts';

/** What a person or an import can send; the rest is the timer's word, other migrations' and the programme's. */
export type Act = Exclude<
  Fact,
  {
    type:
      | 'deadline.reached'
      | 'proviso.lapsed'
      | 'definition.adopted'
      | 'migration.continued'
      | 'occurrence.told'
      | `milestone.${'reached' | 'withdrawn' | 'forsaken'}`;
  }
>;

type Schema = (typeof acts)[FactType]['schema'];
// A discriminated union wants a tuple with a first member; the table is never empty.
const schemas = factTypes.map((type): Schema => acts[type].schema) as [Schema, ...Schema[]];
export const fact: z.ZodType<Fact> = z.discriminatedUnion('type', schemas);

/** The facts that any of these kinds of sender may send. */
export function factFrom(...kinds: readonly ActorKind[]): z.ZodType<Fact> {
  const theirs = factTypes.filter((type) => acts[type].from.some((kind: ActorKind) => kinds.includes(kind)));
  return z.discriminatedUnion(
    'type',
    theirs.map((type): Schema => acts[type].schema) as [Schema, ...Schema[]],
  );
}

/** The kinds that a history may bring: decisions of people are never invented by an import. */
export const importable = factTypes.filter((type) => acts[type].from.some((kind) => kind === 'import'));
/** One event at the door: what is claimed, by whom, on which sight of the migration. */
export const submission = z.strictObject({ fact, ...envelope });
export type Submission = z.infer<typeof submission>;

/** A submission with the instant at which the migration takes it up, on the programme's clock. */
export type StampedEvent = Submission & { at: string };
