// Deadlines that are past, or come within so many open days, as far as they concern somebody. Pure.
import { postsConcerned } from '../../deadline/concern.ts';
import { isOpen } from '../../deadline/status.ts';
import type { Calendar } from '../../definition/definition.ts';
import { explainOne } from '../../migration/explain.ts';
import { isOver, standing } from '../../migration/state.ts';
import type { Actor } from '../../record/submission.ts';
import { countPeriod } from '../../values/calendar/period.ts';
import type { Day } from '../../values/date.ts';
import type { Found } from './line.ts';
import { actorsIn, type Looked, type Migration } from './whose.ts';

const OPEN_DAYS = 14;

/** The last day that is near. */
export const nearUntil = (calendar: Calendar, today: Day): Day =>
  countPeriod(calendar, today, { length: OPEN_DAYS, unit: 'openDays' }, 1).on;

export function dueOf(looked: Looked, migration: Migration): Found[] {
  const { definition, snapshot } = migration;
  const { id: system } = definition.system;
  const actors = actorsIn(looked, system);
  if (actors.length === 0 || isOver(definition, standing(snapshot).activity)) return [];
  const isOwn = looked.mine.some((one) => one.system === system);
  const until = nearUntil(definition.calendar, looked.today);
  return definition.deadlines.flatMap((deadline): Found[] => {
    const { id, label, hard } = deadline;
    const state = snapshot.context.deadlines[id];
    if (!state?.dueOn || !isOpen(state) || state.dueOn > until) return [];
    const concerned = postsConcerned(definition.path, deadline);
    if (!isOwn && !actors.some(({ post }) => concerned.has(post))) return [];
    const past = state.status === 'missed' || state.dueOn < looked.today;
    const subject = { code: 'due', deadline: label, id, on: state.dueOn, past, hard } as const;
    const knows = past ? null : whoSaysSo(looked, migration, { id, actors, told: deadline.to });
    return [
      { section: 'due', subject, system, post: knows, acts: knows === null ? [] : ['deadline.acknowledged'] },
    ];
  });
}

interface Told {
  id: string;
  actors: readonly Actor[];
  told: readonly string[];
}

/** The post of mine that is told of it and has not said that it knows. */
function whoSaysSo({ at }: Looked, { definition, snapshot }: Migration, { id, actors, told }: Told) {
  const known = snapshot.context.deadlines[id]?.acknowledged ?? {};
  const mine = actors.find((actor) => {
    if (!told.includes(actor.post) || known[actor.post]) return false;
    const as = { deadline: id };
    return explainOne(definition, snapshot, { actor, at }, 'deadline.acknowledged', as)?.allowed === true;
  });
  return mine?.post ?? null;
}
