// The shapes of a person and of a post that is held, wherever an entry says them. Optional members were added after 0.2.0.
import * as z from 'zod';
import { day, id } from '../../definition/definition.ts';
import { LENGTH } from '../../record/limits.ts';
import { writtenLine } from '../../values/text.ts';

export const account = writtenLine(LENGTH.line);

export const personFacts = {
  account,
  name: writtenLine(LENGTH.name),
  /** Brought by this rehearsal, and no account of any other programme. */
  rehearsal: z.literal(true).optional(),
};

/** A post for every system of the programme (`system` null) or one; over the whole installation where it says so. */
export const heldFacts = {
  post: id,
  system: id.nullable(),
  overAll: z.literal(true).optional(),
  fromOn: day,
  untilOn: day,
};
export type HeldFacts = z.infer<z.ZodObject<typeof heldFacts>>;
