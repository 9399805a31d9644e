// What an entry of a programme's chain says to its migrations of what happened: whoever tells a run, whoever proves that one was told,
// and whoever looks ahead asks here. Pure.

import type { Submission } from '../../migration/event.ts';
import { TOLD, type ToldFact } from '../../migration/occurrences/acts.ts';
import type { EntryBody } from '../../record/entry.ts';
import { eventIn } from '../../record/reader.ts';
import type { VagueDay } from '../../values/date.ts';
import type { ProgrammeFact } from '../acts.ts';
import { programmeActor } from '../amendment/edition.ts';
import type { Happened } from '../state.ts';

type Said = Extract<ProgrammeFact, { type: 'occurrence.recorded' | 'occurrence.corrected' }>;

/** The types of entries that may say something of an occurrence. */
const SAYING: readonly Said['type'][] = ['occurrence.recorded', 'occurrence.corrected'];

export type OccurrenceWord = Submission & { fact: ToldFact };

const isSaying = (fact: { type: string }): fact is Said => SAYING.some((type) => type === fact.type);

/** True where an entry's fact is for migrations to hear: what the programme does not name concerns none. */
export const saysOccurrence = (fact: { type: string }): boolean => isSaying(fact) && fact.id !== undefined;

/** Null where it says nothing to a migration. */
export function occurrenceWordOf(body: EntryBody): OccurrenceWord | null {
  const { fact } = eventIn<{ fact: ProgrammeFact }>(body);
  if (!isSaying(fact) || fact.id === undefined) return null;
  const on = fact.type === 'occurrence.recorded' ? body.occurredOn : fact.on;
  return occurrenceWord({
    programme: body.chain,
    occurrence: fact.id,
    entry: body.seq,
    on,
    saidOn: body.occurredOn,
  });
}

interface Telling {
  programme: string;
  occurrence: string;
  entry: number;
  on: VagueDay | null;
  /** The day on which it was said that it did not happen. */
  saidOn: VagueDay;
}

/** It is true of the day on which it happened; that it did not, of the day on which that was said. */
export const occurrenceWord = ({ programme, occurrence, entry, on, saidOn }: Telling): OccurrenceWord => ({
  fact: { type: TOLD, occurrence, entry, on },
  actor: programmeActor(programme),
  occurredOn: on ?? saidOn,
  requestId: `occurrence/${entry}`,
});

/** Of what never was told, it need not be told that it did not happen. */
export function isNews(word: OccurrenceWord, told: number): boolean {
  return word.fact.entry > told && (word.fact.on !== null || told > 0);
}

/** All that stands of what happened, as it is told. */
export const occurrenceWordsOf = (
  programme: string,
  happened: Readonly<Record<string, Happened>>,
  saidOn: VagueDay,
): OccurrenceWord[] =>
  Object.entries(happened).map(([occurrence, { on, entry }]) =>
    occurrenceWord({ programme, occurrence, entry, on, saidOn }),
  );
