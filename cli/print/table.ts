// Tables for a terminal without frames: full-width characters count two columns, as cli-table3 does, and frames would
// not, since terminals differ on the width of box lines.
import Table from 'cli-table3';
import { visible } from './visible.ts';

const chars = Object.fromEntries(
  [
    ...['top', 'top-mid', 'top-left', 'top-right', 'bottom', 'bottom-mid', 'bottom-left', 'bottom-right'],
    ...['left', 'left-mid', 'mid', 'mid-mid', 'right', 'right-mid'],
  ].map((name) => [name, '']),
);

export interface Column {
  head: string;
  right?: boolean;
}

/** Lines of a table; an empty one gives the line said instead. */
export function tableLines(columns: readonly Column[], rows: readonly string[][], nothing: string): string[] {
  if (rows.length === 0) return [nothing];
  const table = new Table({
    head: columns.map(({ head }) => head),
    chars: { ...chars, middle: '  ' },
    colAligns: columns.map(({ right }) => (right ? 'right' : 'left')),
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0, compact: true },
  });
  table.push(...rows.map((row) => row.map(visible)));
  return table
    .toString()
    .split('\n')
    .map((line) => line.trimEnd());
}

/** Two columns without a heading: what, and its value. Pairs without a value are left out. */
export function pairLines(pairs: readonly (readonly [string, string | null])[]): string[] {
  const rows = pairs.flatMap(([what, value]) => (value === null || value === '' ? [] : [[what, value]]));
  const table = new Table({
    chars: { ...chars, middle: '  ' },
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0, compact: true },
  });
  table.push(...rows.map((row) => row.map(visible)));
  return rows.length === 0
    ? []
    : table
        .toString()
        .split('\n')
        .map((line) => line.trimEnd());
}
