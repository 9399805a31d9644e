// When the path reached what a deadline is counted from or met by.

import type { MetBy } from '../definition/definition.ts';
import type { MigrationContext } from '../migration/state.ts';
import { latestDay, type VagueDay } from '../values/date.ts';

const REQUIREMENT_OF = { dataConforms: 'data', linkageConforms: 'linkage' } as const;

/** The day on which the path reached a point or the system went live, and the last day that this can mean. */
export function reached(context: MigrationContext, point: MetBy): { on: VagueDay; reach: string } | null {
  if (point === 'wentLive') return context.live && { on: context.live.on, reach: context.live.reach };
  if (point === 'dataConforms' || point === 'linkageConforms') {
    const shown = context.conforms?.[REQUIREMENT_OF[point]];
    return shown ? { on: shown.on, reach: shown.reach } : null;
  }
  const on = context.days[point.phase]?.[point.edge];
  return on ? { on, reach: context.reach[point.phase]?.[point.edge] ?? latestDay(on) } : null;
}
