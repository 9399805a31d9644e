// Every kind of act a programme knows: its closed table, of the migration's make.
import type { z } from 'zod';
import type { ProgrammeAct } from './act.ts';
import { amendmentActs } from './amendment/acts.ts';
import { clockActs } from './clock/acts.ts';
import { deputyActs } from './deputies/acts.ts';
import { keyActs } from './keys/acts.ts';
import { meetingActs } from './meetings/acts.ts';
import { occurrenceActs } from './occurrences/acts.ts';
import { peopleActs } from './people/acts.ts';
import { powersActs } from './powers/acts.ts';
import type { PowersChange, Said } from './powers/changes.ts';
import { reportActs } from './reports/acts.ts';
import { seeingActs } from './seeing/acts.ts';
import { transferActs } from './transfer/acts.ts';
import { vendorActs } from './vendors/acts.ts';

export const programmeActs = {
  ...occurrenceActs,
  ...meetingActs,
  ...clockActs,
  ...peopleActs,
  ...keyActs,
  ...amendmentActs,
  ...powersActs,
  ...deputyActs,
  ...transferActs,
  ...seeingActs,
  ...vendorActs,
  ...reportActs,
} as const;

export type ProgrammeFactType = keyof typeof programmeActs;
export const programmeFactTypes = Object.keys(programmeActs) as ProgrammeFactType[];
export type ProgrammeFact = {
  [T in ProgrammeFactType]: z.infer<(typeof programmeActs)[T]['schema']>;
}[ProgrammeFactType];

export const isProgrammeFactType = (type: string): type is ProgrammeFactType =>
  Object.hasOwn(programmeActs, type);

/** What a fact says of people and of what they hold; null where it is of no kind that says anything of them. */
export function powersSaidBy(fact: { type: string }, said: Said): PowersChange[] | null {
  if (!isProgrammeFactType(fact.type)) return null;
  // What stands in a chain has passed its schema.
  const given = fact as ProgrammeFact;
  return programmeActOf(given).says?.(given, said) ?? null;
}

/** The act of a fact. It takes exactly its own fact; the compiler cannot pair the two through an index. */
export const programmeActOf = ({ type }: Pick<ProgrammeFact, 'type'>): ProgrammeAct<ProgrammeFact> =>
  programmeActs[type] as unknown as ProgrammeAct<ProgrammeFact>;
