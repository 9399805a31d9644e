// The deadlines of all systems as one list: filtered, and in the order in which they press. Pure.

import { isLookedFor } from '../../machines/values/names/search.ts';
import type { Schedule, ScheduledDeadline, ScheduleRow } from '../../server/contract/planning/schedule.ts';
import { byPress } from './weeks.ts';

export interface Due extends ScheduledDeadline {
  row: ScheduleRow;
}

export interface DueFilter {
  /** A system as people write it: by its name, its businesses, their aliases and abbreviations. */
  q?: string;
  system?: string;
  kind?: string;
  who?: string;
}

export const duesOf = ({ rows }: Schedule, { q, system, kind, who }: DueFilter): Due[] =>
  rows
    .filter((row) => q === undefined || isLookedFor(row, q))
    .flatMap((row) => row.deadlines.map((deadline) => ({ ...deadline, row })))
    .filter((due) => system === undefined || due.row.system === system)
    .filter((due) => kind === undefined || due.kind === kind)
    .filter((due) => who === undefined || due.to.some(({ post }) => post === who))
    .sort(byPress);
