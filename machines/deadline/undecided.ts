// Whether a deadline has no day because nobody has set one (未定), and who must.
import type { Deadline, MigrationDefinition } from '../definition/definition.ts';
import type { MigrationContext } from '../migration/state.ts';

/** The posts that are asked for its day; null where it has one, is counted from what has not come, or is told by reminders. */
export function settersOf(
  { path }: Pick<MigrationDefinition, 'path'>,
  { id, ladder, rule, followsRegime }: Deadline,
  { special, deadlines }: Pick<MigrationContext, 'special' | 'deadlines'>,
): string[] | null {
  if (!ladder) return null;
  if (followsRegime && special?.basis) return special.completionOn === null ? path.control.regime : null;
  return rule.kind === 'undecided' && !deadlines[id]?.set ? rule.setBy : null;
}
