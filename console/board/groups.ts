// The board's rows in groups, as its reader wants them: in the order in which they come, the worst first. Pure.
import { businessText } from '../../machines/values/names/business.ts';
import type { BoardRow } from '../../server/contract/migrations/board.ts';
import type { Sentence } from '../words/sentence.ts';

export const groupings = ['phase', 'wave', 'business', 'none'] as const;
export type Grouping = (typeof groupings)[number];

export const groupOf = (word: string | undefined): Grouping =>
  groupings.find((grouping) => grouping === word) ?? 'phase';

export interface Group {
  key: string;
  /** Null where all are one. */
  label: Sentence | null;
  rows: BoardRow[];
}

/** A system of several businesses stands with its first. */
function keyOf(row: BoardRow, by: Grouping): { key: string; label: Sentence | null } {
  switch (by) {
    case 'phase':
      return { key: row.phaseLabel.ja, label: row.phaseLabel };
    case 'wave':
      return { key: row.wave, label: row.waveLabel };
    case 'business': {
      const [business = ''] = row.businesses;
      return { key: business, label: businessText(business) };
    }
    case 'none':
      return { key: '', label: null };
  }
}

/** The group that has the worst row comes first. */
export function grouped(rows: readonly BoardRow[], by: Grouping): Group[] {
  const groups = new Map<string, Group>();
  for (const row of rows) {
    const { key, label } = keyOf(row, by);
    const known = groups.get(key) ?? { key, label, rows: [] };
    known.rows.push(row);
    groups.set(key, known);
  }
  return [...groups.values()];
}

export const columns = [
  'board.system',
  'board.phase',
  'board.wave',
  'board.nextDeadline',
  'board.blockers',
  'board.waitingFor',
] as const;
export type Column = (typeof columns)[number];
export interface Sorting {
  by: Column;
  descending: boolean;
}

function weight(row: BoardRow, by: Column): string | number {
  switch (by) {
    case 'board.system':
      return row.name.ja;
    case 'board.phase':
      return row.phaseIndex / Math.max(1, row.phaseCount - 1);
    case 'board.wave':
      return row.wave;
    case 'board.nextDeadline':
      return row.nextDeadline?.dueAt ?? '9999';
    case 'board.blockers':
      return row.blockers.length;
    case 'board.waitingFor':
      return row.waitingFor[0]?.label.ja ?? '';
  }
}

/** Sorted over all of them, whatever their group. */
export function sorted(rows: readonly BoardRow[], { by, descending }: Sorting): BoardRow[] {
  const compare = (a: BoardRow, b: BoardRow): number => {
    const [one, other] = [weight(a, by), weight(b, by)];
    if (typeof one === 'number' && typeof other === 'number') return one - other;
    return String(one).localeCompare(String(other), 'ja');
  };
  return [...rows].sort((a, b) => (descending ? compare(b, a) : compare(a, b)));
}
