// A plan beside that of another day: which phases moved, and by how many days their end did. Pure.
import { daysBetween, latestDay } from '../../machines/values/date.ts';
import type { ScheduleRow } from '../../server/contract/planning/schedule.ts';

type Planned = Pick<ScheduleRow, 'system' | 'name'> & {
  phases: readonly Pick<ScheduleRow['phases'][number], 'id' | 'label' | 'plan'>[];
};

export interface Moved {
  system: string;
  name: ScheduleRow['name'];
  phase: string;
  label: ScheduleRow['name'];
  was: { startOn: string; endOn: string } | null;
  now: { startOn: string; endOn: string } | null;
  /** By how many days the end is later; negative where earlier; null where one of the two has no plan. */
  days: number | null;
}

/** Systems and phases of today's plan only: what the earlier day had besides is no row to draw on. */
export function movedSince(now: readonly Planned[], then: readonly Planned[]): Moved[] {
  const before = new Map(
    then.flatMap(({ system, phases }) => phases.map(({ id, plan }) => [`${system}/${id}`, plan] as const)),
  );
  const there = new Set(then.map(({ system }) => system));
  return now
    .filter(({ system }) => there.has(system))
    .flatMap(({ system, name, phases }) =>
      phases.flatMap(({ id: phase, label, plan }) => {
        const was = before.get(`${system}/${phase}`) ?? null;
        if (was?.startOn === plan?.startOn && was?.endOn === plan?.endOn) return [];
        const days = was && plan ? daysBetween(latestDay(was.endOn), latestDay(plan.endOn)) : null;
        return [{ system, name, phase, label, was, now: plan, days }];
      }),
    );
}
