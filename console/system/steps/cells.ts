// The 40 national steps as a grid: a row for each phase of the path that does some of them, with its plan and what happened; and how each
// stands, where the system's businesses agree and where they do not.
import type { PhaseView, SystemView } from '../../../server/contract/migrations/system.ts';

export type Status = SystemView['steps'][string][string];
type Shown = Pick<SystemView, 'phases' | 'steps' | 'nationalSteps'> & {
  row: Pick<SystemView['row'], 'businesses'>;
};

export interface Cell {
  id: string;
  name: string;
  /** One of all businesses; more where they differ, each with those of which it is true. */
  stands: { status: Status; businesses: string[]; reason: string | null }[];
}

export interface Row {
  /** Null: steps that no phase of the path does. */
  phase: PhaseView | null;
  cells: Cell[];
}

export function stepRows(view: Shown & Partial<Pick<SystemView, 'stepReasons'>>): Row[] {
  const cells = view.nationalSteps.map((step) => cellOf(view, step));
  const isIn = ({ steps }: PhaseView) => {
    const own = new Set(steps);
    return cells.filter(({ id }) => own.has(id));
  };
  const named = new Set(view.phases.flatMap(({ steps }) => steps));
  const rows: Row[] = view.phases.map((phase) => ({ phase, cells: isIn(phase) }));
  rows.push({ phase: null, cells: cells.filter(({ id }) => !named.has(id)) });
  return rows.filter((row) => row.cells.length > 0);
}

function cellOf(
  { row, steps, stepReasons }: Parameters<typeof stepRows>[0],
  { id, name }: SystemView['nationalSteps'][number],
): Cell {
  const stands: Cell['stands'] = [];
  for (const business of row.businesses) {
    const status = steps[business]?.[id] ?? 'notStarted';
    const reason = stepReasons?.[business]?.[id] ?? null;
    const same = stands.find((one) => one.status === status && one.reason === reason);
    if (same) same.businesses.push(business);
    else stands.push({ status, businesses: [business], reason });
  }
  return { id, name, stands };
}

/** Of which steps each status is true of every business; `mixed`: of some only. */
export function counted(rows: readonly Row[]): Record<Status | 'mixed', number> {
  const counts = { done: 0, inProgress: 0, notStarted: 0, notApplicable: 0, mixed: 0 };
  for (const { stands } of rows.flatMap(({ cells }) => cells)) {
    const [only, other] = stands;
    if (only)
      counts[other && stands.some(({ status }) => status !== only.status) ? 'mixed' : only.status] += 1;
  }
  return counts;
}
