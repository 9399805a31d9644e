// Due days that an act has moved, set or taken away, told in one notice to those whom the deadlines concern.
import type { Deadline } from '../../definition/definition.ts';
import type { Effect, MovedDate, Notice } from '../../record/effect.ts';
import { type Told, tell } from '../act.ts';

const movedIn = ({ definition, context, after }: Told): (MovedDate & Pick<Deadline, 'to'>)[] =>
  definition.deadlines.flatMap(({ id, label, to }) => {
    const was = context.deadlines[id]?.dueOn ?? null;
    const dueOn = after.deadlines[id]?.dueOn ?? null;
    return was === dueOn ? [] : [{ deadline: label, was, dueOn, to }];
  });

/** Told by the programme's own word. */
export function toldWithMoved(
  told: Told,
  to: readonly string[],
  notice: (moved: MovedDate[]) => Notice,
): Effect[] {
  const moved = movedIn(told);
  const dates = moved.map(({ to: _to, ...date }) => date);
  return tell([...to, ...moved.flatMap((date) => date.to)], notice(dates));
}

/** An import tells nobody: what it brings is past. */
export function toldWithDates(
  told: Told,
  to: readonly string[],
  notice: (moved: MovedDate[]) => Notice,
): Effect[] {
  return told.event.actor.kind === 'person' ? toldWithMoved(told, to, notice) : [];
}
