// An extension was granted from a day that the rule counted to. When the rule counts to another, it falls: not untold.
import { isMet } from '../../deadline/status.ts';
import type { Effect } from '../../record/effect.ts';
import { type Told, tell } from '../act.ts';

/** Acts that decide on what was asked for, and tell it themselves. */
const DECIDING: ReadonlySet<string> = new Set([
  'deadline.extended',
  'deadline.extensionRefused',
  'deadline.extensionWithdrawn',
  'extension.resolved',
]);

/** An extension was asked from a day. When that moves otherwise, what was asked falls; of what is met nothing is said. */
export function fallenAskings({ definition, context, after, fact }: Told): Effect[] {
  if (DECIDING.has(fact.type)) return [];
  return definition.deadlines.flatMap(({ id, label, extendableBy }) => {
    const was = context.deadlines[id]?.asked;
    const now = after.deadlines[id];
    if (!was || now?.asked || (now && isMet(now))) return [];
    const notice = {
      code: 'extension.fell',
      deadline: label,
      wished: was.dueOn,
      dueOn: now?.dueOn ?? null,
    } as const;
    return tell([was.by.post, ...extendableBy], notice);
  });
}

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
