// How far each ordinance or rule has come that a system's going live needs: by the path's list, or those that were recorded where it has none.

import type { MigrationDefinition, Text } from '../../definition/definition.ts';
import type { OrdinanceNeeded } from '../../definition/legal-ends.ts';
import { earliestDay, type VagueDay } from '../../values/date.ts';
import { NOTED, type Note, noteAt, notesOf } from '../noted/noted.ts';
import type { MigrationContext } from '../state.ts';
import { passages } from './shapes.ts';

export type Passage = (typeof passages)[number];
type Passed = Note<typeof NOTED.ordinance>;

interface Known {
  definition: Pick<MigrationDefinition, 'path' | 'system'>;
  context: Pick<MigrationContext, 'noted'>;
}

export interface OrdinanceState {
  ordinance: string;
  label: Text;
  kind: 'ordinance' | 'rule';
  passed: Partial<Record<Passage, Passed>>;
}

/** Those of the path that the system needs. */
export const neededBy = ({ path, system }: Known['definition']): OrdinanceNeeded[] =>
  (path.legal?.ordinances ?? []).filter(
    ({ systems }) => systems === undefined || systems.includes(system.id),
  );

export const passageKey = (ordinance: string, passage: Passage): string => `${ordinance}/${passage}`;

export function ordinancesOf({ definition, context }: Known): OrdinanceState[] {
  const needed = neededBy(definition);
  const named = [...new Set(notesOf(context, NOTED.ordinance).map(({ ordinance }) => ordinance))];
  const listed = needed.map(({ id, label, kind = 'ordinance' }) => ({ ordinance: id, label, kind }));
  const others = named
    .filter((name) => !needed.some(({ id }) => id === name))
    .map((name) => ({ ordinance: name, label: { ja: name, en: name }, kind: 'ordinance' as const }));
  return [...listed, ...others].map((one) => ({ ...one, passed: passedOf(context, one.ordinance) }));
}

function passedOf(context: Known['context'], ordinance: string): OrdinanceState['passed'] {
  const found = passages.flatMap((passage) => {
    const note = noteAt(context, NOTED.ordinance, passageKey(ordinance, passage));
    return note ? [[passage, note] as const] : [];
  });
  return Object.fromEntries(found);
}

/** The last of the days that all of them have; none while one lacks it, or there is none. */
function lastOf(known: Known, day: (one: OrdinanceState) => VagueDay | undefined): VagueDay | undefined {
  const days = ordinancesOf(known).map(day);
  const there = days.filter((one) => one !== undefined);
  if (days.length === 0 || there.length < days.length) return undefined;
  return there.reduce((last, one) => (earliestDay(one) > earliestDay(last) ? one : last));
}

export const promulgatedOn = (known: Known) => lastOf(known, ({ passed }) => passed.promulgated?.on);
export const inForceOn = (known: Known) => lastOf(known, ({ passed }) => passed.promulgated?.inForceOn);
