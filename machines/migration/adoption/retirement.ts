// A system that goes by an amendment (対象外, 廃止): its migration ends as retired, with all that it remembers, and goes on from there
// where a later amendment takes it back.
import type { MigrationDefinition } from '../../definition/definition.ts';
import type { Stamp } from '../../record/submission.ts';
import type { VagueDay } from '../../values/date.ts';
import { type MigrationSnapshot, standing } from '../state.ts';

/** @param on the day from which the definition decides */
export function underRetirement(
  snapshot: MigrationSnapshot,
  { system }: Pick<MigrationDefinition, 'system'>,
  on: VagueDay,
): MigrationSnapshot {
  const { activity } = standing(snapshot);
  const { retired, ...rest } = snapshot.context;
  if (system.retired === undefined)
    return retired === undefined ? snapshot : under(snapshot, retired.from, rest);
  return activity === 'retired'
    ? snapshot
    : under(snapshot, 'retired', { ...rest, retired: { on, from: activity } });
}

/** Of one that begins as retired it is told what was before. */
export const tellsBefore = (
  { adopted }: Pick<MigrationSnapshot['context'], 'adopted'>,
  { actor }: Pick<Stamp, 'actor'>,
): boolean => actor.kind === 'import' && adopted === undefined;

const under = (
  snapshot: MigrationSnapshot,
  activity: MigrationSnapshot['value']['activity'],
  context: MigrationSnapshot['context'],
): MigrationSnapshot => ({ ...snapshot, value: { ...snapshot.value, activity }, context });
