// The events a programme may be sent: a fact of one of its acts, in its envelope. Derived from the table.
import * as z from 'zod';
import { envelope } from '../record/submission.ts';
import { type ProgrammeFact, type ProgrammeFactType, programmeActs, programmeFactTypes } from './acts.ts';

type Schema = (typeof programmeActs)[ProgrammeFactType]['schema'];
// A discriminated union wants a tuple with a first member; the table is never empty.
const schemas = programmeFactTypes.map((type): Schema => programmeActs[type].schema) as [Schema, ...Schema[]];
export const programmeFact: z.ZodType<ProgrammeFact> = z.discriminatedUnion('type', schemas);

/** What a history may tell of a programme: what may be imported and has no door of its own. */
export const toldByHistory: z.ZodType<ProgrammeFact> = z.discriminatedUnion(
  'type',
  programmeFactTypes
    .filter((type) => {
      const { from, ownDoor }: { from: readonly string[]; ownDoor?: true } = programmeActs[type];
      return from.includes('import') && !ownDoor;
    })
    .map((type): Schema => programmeActs[type].schema) as [Schema, ...Schema[]],
);

export const programmeSubmission = z.strictObject({ fact: programmeFact, ...envelope });
export type ProgrammeSubmission = z.infer<typeof programmeSubmission>;
export type StampedProgrammeEvent = ProgrammeSubmission & { at: string };
