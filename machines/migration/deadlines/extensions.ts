// An extension was granted from a day that the rule counted to. When the rule counts to another, it falls: not untold.
import type { Effect } from '../../record/effect.ts';
import { type Told, tell } from '../act.ts';

export function fallenExtensions({ definition, context, after }: Told): Effect[] {
  return definition.deadlines.flatMap(({ id, label, to }) => {
    const was = context.deadlines[id];
    const now = after.deadlines[id];
    if (!was?.extension || now?.extension) return [];
    const { dueOn: extendedTo } = was.extension;
    return tell(to, {
      code: 'deadline.extensionFell',
      deadline: label,
      was: extendedTo,
      dueOn: now?.dueOn ?? null,
    });
  });
}
