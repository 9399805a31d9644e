// A deadline with the days that are left of it.

import { isOpen } from '../../machines/deadline/status.ts';
import type { DeadlineRow } from '../../machines/migration/summary.ts';
import { daysBetween } from '../../machines/values/date.ts';
import type { DeadlineView } from '../contract/migrations.ts';

export function deadlineView(row: DeadlineRow, today: string): DeadlineView {
  const { deadline, label, basis, hard, status, nominalOn, dueOn, dueAt, caution, assumed, extended } = row;
  const { recordedLate } = row;
  const daysLeft = dueOn === null ? null : daysBetween(today, dueOn);
  return {
    deadline,
    label,
    basis,
    hard,
    status,
    open: isOpen(row),
    nominalOn,
    dueOn,
    dueAt,
    daysLeft,
    caution,
    assumed,
    extended,
    recordedLate,
    kind: row.kind ?? null,
    undecided: row.undecided ?? null,
    asked: row.asked ? { ...row.asked, cause: row.asked.cause ?? null } : null,
    acknowledged: (row.acknowledged ?? []).map(({ doneBy = null, note = null, ...known }) => {
      return { ...known, doneBy, note };
    }),
  };
}
