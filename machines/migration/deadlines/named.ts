// The deadline that an act names, and what is remembered of it.
import type { DeadlineState } from '../../deadline/deadline-state.ts';
import { isOpen } from '../../deadline/status.ts';
import type { Deadline, MigrationDefinition } from '../../definition/definition.ts';
import { type Refusal, refusal } from '../../record/refusal.ts';
import type { Case } from '../act.ts';
import type { MigrationContext } from '../state.ts';

interface Naming {
  deadline: string;
}

export const deadlineOf = ({ deadlines }: MigrationDefinition, wanted: string): Deadline | undefined =>
  deadlines.find((candidate) => candidate.id === wanted);

export interface Named {
  deadline: Deadline;
  state: DeadlineState;
}

export function namedIn({
  definition,
  context,
  fact,
}: Pick<Case<Naming>, 'definition' | 'context' | 'fact'>): Named | null {
  const deadline = deadlineOf(definition, fact.deadline);
  const state = context.deadlines[fact.deadline];
  return deadline && state ? { deadline, state } : null;
}

/** What speaks against an act on a deadline that must be open; `further` once it is. */
export function whileOpen(given: Case<Naming>, further: (named: Named) => Refusal[]): Refusal[] {
  const named = namedIn(given);
  const { deadline } = given.fact;
  if (!named) return [refusal('deadline.unknown', { deadline })];
  const { status } = named.state;
  return isOpen(named.state) ? further(named) : [refusal('deadline.notPending', { deadline, status })];
}

export const withState = (
  context: MigrationContext,
  deadline: string,
  state: DeadlineState,
): MigrationContext => ({ ...context, deadlines: { ...context.deadlines, [deadline]: state } });

/** Open deadlines that a person may be asked about, those of their own post first. */
export function openFor(
  { definition, context }: Pick<Case, 'definition' | 'context'>,
  post: string,
  postsOf: (deadline: Deadline, state: DeadlineState) => readonly string[],
): Deadline | undefined {
  const open = definition.deadlines.flatMap((deadline) => {
    const state = context.deadlines[deadline.id];
    const posts = state && isOpen(state) ? postsOf(deadline, state) : [];
    return posts.length > 0 ? [{ deadline, posts }] : [];
  });
  return (open.find(({ posts }) => posts.includes(post)) ?? open[0])?.deadline;
}
