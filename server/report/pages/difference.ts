// What has changed between two reports, table by table and row by row, as they are written. A column is known by its head, since a year
// more adds one. Pure.
import type { Language, Row, Section, Unit } from '../section.ts';
import { untyped } from '../section.ts';
import { cellWritten } from '../tables/unit.ts';

export interface Written {
  language: Language;
  unit: Unit;
}

export type Since = 'same' | 'new' | 'changed';

/** A row as it is printed. */
export const cellsWritten = ({ cells }: Row, { unit }: Written): string[] =>
  cells.map((cell) => cellWritten(untyped(cell), unit));

const byHead = ({ head }: Section, cells: readonly string[]): Map<string, string> =>
  new Map(head.map((name, column) => [name, cells[column] ?? '']));

const NOTHING = '－';

/** Whether two rows say the same; a column that one has not says nothing in it. */
function saysSame(now: Section, then: Section, row: Row, was: Row, written: Written): boolean {
  const [mine, theirs] = [byHead(now, cellsWritten(row, written)), byHead(then, cellsWritten(was, written))];
  const heads = new Set([...mine.keys(), ...theirs.keys()]);
  return [...heads].every((head) => (mine.get(head) ?? NOTHING) === (theirs.get(head) ?? NOTHING));
}

export const rowIn = (section: Section | undefined, key: string): Row | undefined =>
  section?.rows.find((row) => row.key === key);

export const sectionIn = (sections: readonly Section[], id: string): Section | undefined =>
  sections.find((section) => section.id === id);

export function sinceOf(now: Section, then: Section | undefined, row: Row, written: Written): Since {
  const was = rowIn(then, row.key);
  if (!then || !was) return 'new';
  return saysSame(now, then, row, was, written) ? 'same' : 'changed';
}

/** Rows that are no more. */
export const goneFrom = (now: Section | undefined, then: Section): Row[] =>
  then.rows.filter(({ key }) => !rowIn(now, key));

export interface Difference {
  section: string;
  row: string;
  head: string;
}

/** Every row in which two reports differ, either way. */
export function differences(
  now: readonly Section[],
  then: readonly Section[],
  written: Written,
): Difference[] {
  const changed = now.flatMap((section) => {
    const was = sectionIn(then, section.id);
    return section.rows
      .filter((row) => sinceOf(section, was, row, written) !== 'same')
      .map((row) => named(section, row, written));
  });
  const gone = then.flatMap((section) =>
    goneFrom(sectionIn(now, section.id), section).map((row) => named(section, row, written)),
  );
  return [...changed, ...gone];
}

const named = (section: Section, row: Row, written: Written): Difference => ({
  section: section.title,
  row: cellsWritten(row, written)[0] ?? row.key,
  head: section.id,
});
