// What an occurrence would do to the deadlines that are counted from it: the very word that the migrations would hear, played on each as it
// stands, recorded nowhere.
import type { PastState } from '../../../ledger/past/past.ts';
import type { Text } from '../../../machines/definition/definition.ts';
import { datesMoved } from '../../../machines/migration/adoption/acts.ts';
import { awaitedOccurrences } from '../../../machines/migration/occurrences/acts.ts';
import { migrationPlayable } from '../../../machines/migration/playable.ts';
import { decideOne } from '../../../machines/play/decide.ts';
import { type OccurrenceWord, occurrenceWord } from '../../../machines/programme/occurrences/word.ts';
import type { VagueDay } from '../../../machines/values/date.ts';
import type { OccurrencePreview } from '../../contract/settings/occurrences.ts';

interface Asked {
  programme: string;
  occurrence: string;
  on: VagueDay | null;
  /** The entry that it would be. */
  entry: number;
  now: string;
  today: string;
}

export function occurrenceMoves(
  states: readonly PastState[],
  systems: ReadonlyMap<string, Text>,
  { now, today, ...asked }: Asked,
): Pick<OccurrencePreview, 'waiting' | 'moved'> {
  const word = occurrenceWord({ ...asked, saidOn: today });
  const awaiting = states.filter(({ definition }) =>
    awaitedOccurrences(definition).includes(asked.occurrence),
  );
  return {
    waiting: awaiting.length,
    moved: awaiting.flatMap((state) => movedIn(state, word, now, systems)),
  };
}

function movedIn(
  { definition, snapshot }: PastState,
  word: OccurrenceWord,
  now: string,
  systems: ReadonlyMap<string, Text>,
): OccurrencePreview['moved'] {
  const told = decideOne(migrationPlayable(definition), snapshot, word, Date.parse(now));
  if (told.status !== 'decided') return [];
  const [before, after] = [snapshot.context.deadlines, told.decision.snapshot.context.deadlines];
  const { id: system, name } = definition.system;
  return datesMoved({ definition, leaving: definition }, before, after).map(
    ({ id, deadline, was, dueOn }) => ({
      system,
      systemName: systems.get(system) ?? name,
      deadline: id,
      label: deadline,
      was,
      dueOn,
    }),
  );
}
