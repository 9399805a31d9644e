// An act of a programme: what every kind of it is given. Knows no kind.
import type * as z from 'zod';
import type { Act } from '../record/act.ts';
import type { Stamp } from '../record/submission.ts';
import type { ProgrammeDefinition } from './definition.ts';
import type { PowersChange, Said } from './powers/changes.ts';
import type { ProgrammeRefusal } from './refusal.ts';
import type { ProgrammeContext } from './state.ts';

export interface ProgrammeCase<Fact = { type: string }> {
  definition: ProgrammeDefinition;
  context: ProgrammeContext;
  event: Stamp;
  fact: Fact;
}

/** A programme has no effects on others yet but its clock's, which its workflow carries out. */
export type ProgrammeAct<Fact> = Act<
  Fact,
  ProgrammeCase<Fact>,
  never,
  ProgrammeContext,
  ProgrammeRefusal,
  never
> & {
  /** True where it is taken of a closed programme too: who may read it, and by which key that is vouched for. */
  afterClosing?: true;
  /** What it says of people and of what they hold, from the fact and its entry's place alone. */
  says?(fact: Fact, said: Said): PowersChange[];
};

/** Ties an act's parts to the fact that its schema reads. */
export const act = <Schema extends z.ZodType>(
  given: ProgrammeAct<z.infer<Schema>> & { schema: Schema },
): ProgrammeAct<z.infer<Schema>> & { schema: Schema } => given;
