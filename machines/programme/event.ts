// The events a programme may be sent: a fact of one of its acts, in its envelope. Derived from the table.
import * as z from 'zod';
import { envelope } from '../record/submission.ts';
import { type ProgrammeFact, type ProgrammeFactType, programmeActs, programmeFactTypes } from './acts.ts';

type Schema = (typeof programmeActs)[ProgrammeFactType]['schema'];
// A discriminated union wants a tuple with a first member; the table is never empty.
const schemas = programmeFactTypes.map((type): Schema => programmeActs[type].schema) as [Schema, ...Schema[]];
export const programmeFact: z.ZodType<ProgrammeFact> = z.discriminatedUnion('type', schemas);

export const programmeSubmission = z.strictObject({ fact: programmeFact, ...envelope });
export type ProgrammeSubmission = z.infer<typeof programmeSubmission>;
export type StampedProgrammeEvent = ProgrammeSubmission & { at: string };
