// A deadline with the days that are left of it, and where its definition and state are at hand with how its date comes about.

import { derivationOf } from '../../machines/deadline/derivation.ts';
import { isOpen } from '../../machines/deadline/status.ts';
import { undecidedOf } from '../../machines/deadline/undecided.ts';
import type { Text } from '../../machines/definition/definition.ts';
import type { DeadlineRow } from '../../machines/migration/summary.ts';
import { daysBetween } from '../../machines/values/date.ts';
import { derivationLines } from '../../texts/deadline/derivation-texts.ts';
import type { DeadlineView, ExplainedDeadline } from '../contract/migrations/deadline.ts';
import type { State } from '../door/state.ts';

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

/** What only its definition and state can say of it. */
export type Explained = Pick<ExplainedDeadline, 'derivation' | 'undecided'>;

/** A sentence for each part of its date's derivation, and who must set a day that is 未定; nothing of what the definition does not have. */
export function explained(
  { definition, snapshot: { context } }: State,
  id: string,
  systems: ReadonlyMap<string, Text>,
): Explained {
  const deadline = definition.deadlines.find((one) => one.id === id);
  if (!deadline) return { derivation: [], undecided: null };
  const open = undecidedOf(definition, deadline, context);
  return {
    derivation: derivationLines(
      derivationOf(definition, deadline, context),
      (system) => systems.get(system) ?? { ja: system, en: system },
    ),
    undecided: open && { since: open.since, setBy: open.setBy },
  };
}

/** Of what is over nothing is asked any more. */
export const explainedView = (row: DeadlineRow, today: string, said: Explained): ExplainedDeadline => ({
  ...deadlineView(row, today),
  ...said,
  ...(row.status === 'dropped' ? { undecided: null } : {}),
});
