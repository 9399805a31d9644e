// A deadline that was met and is not any more: the path went back over what met it, the system was rolled back, or an entry was put
// right. Told of those with a ladder, on which whoever is told relies.
import { isMet } from '../../deadline/status.ts';
import type { Effect } from '../../record/effect.ts';
import { type Told, tell } from '../act.ts';

export const reopenedDeadlines = ({ definition, context, after }: Told): Effect[] =>
  definition.deadlines.flatMap(({ id, label, to, ladder }) => {
    const [was, now] = [context.deadlines[id], after.deadlines[id]];
    if (!ladder || !was || !now || !isMet(was) || isMet(now)) return [];
    return tell(to, { code: 'deadline.reopened', deadline: label, dueOn: now.dueOn });
  });
