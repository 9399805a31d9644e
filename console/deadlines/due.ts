// The deadlines of all systems as one list: filtered, and in the order in which they press. Pure.
import type { Schedule, ScheduledDeadline, ScheduleRow } from '../../server/contract/planning/schedule.ts';
import { byPress } from './weeks.ts';

export interface Due extends ScheduledDeadline {
  row: ScheduleRow;
}

export interface DueFilter {
  system?: string;
  kind?: string;
  who?: string;
}

export const duesOf = ({ rows }: Schedule, { system, kind, who }: DueFilter): Due[] =>
  rows
    .flatMap((row) => row.deadlines.map((deadline) => ({ ...deadline, row })))
    .filter((due) => system === undefined || due.row.system === system)
    .filter((due) => kind === undefined || due.kind === kind)
    .filter((due) => who === undefined || due.to.some(({ post }) => post === who))
    .sort(byPress);
