// Whether a deadline has no day because nobody has set one (未定), since when, and who must.
import type { Deadline, MigrationDefinition } from '../definition/definition.ts';
import type { MigrationContext } from '../migration/state.ts';
import type { VagueDay } from '../values/date.ts';
import { isMet } from './status.ts';

type Paths = Pick<MigrationDefinition, 'path'>;
type Memory = Pick<MigrationContext, 'special' | 'deadlines'>;

/** The posts that must set its day; null where it has one, or is counted from what has not come. */
function settersOf(
  { path }: Paths,
  { id, rule, followsRegime }: Deadline,
  { special, deadlines }: Memory,
): string[] | null {
  if (followsRegime && special?.basis) return special.completionOn === null ? path.control.regime : null;
  return rule.kind === 'undecided' && !deadlines[id]?.set ? rule.setBy : null;
}

/** Those of them whom its ladder asks for it; null where none does. What has reminders tells nobody of a day that is not there. */
export const askedFor = (definition: Paths, deadline: Deadline, context: Memory): string[] | null =>
  deadline.ladder ? settersOf(definition, deadline, context) : null;

export interface Undecided {
  since: VagueDay;
  setBy: string[];
  /** Its rule has none to be set, or the system's regime sets it. */
  by: 'rule' | 'regime';
}

/** Of an open deadline, with a ladder or without: told where it is looked at, so that no run has to tell it. */
export function undecidedOf(definition: Paths, deadline: Deadline, context: Memory): Undecided | null {
  const setBy = settersOf(definition, deadline, context);
  const state = context.deadlines[deadline.id];
  if (!setBy || !state || isMet(state)) return null;
  const { special } = context;
  const by = deadline.followsRegime && special?.basis ? 'regime' : 'rule';
  const since = state.undecided?.since ?? special?.on;
  return since === undefined ? null : { since, setBy, by };
}
