// Assumptions as footnotes: which of a report's there are, by what number, and which figures bear them.
import type { Report } from '../../contract/reports/tables.ts';
import type { MarkedPart, Row } from '../section.ts';

type Note = Report['notes'][number];
type Table = NonNullable<Note['about']>['table'];

const isFootnote = ({ about }: Note): boolean => about !== undefined;

/** Those that stand at the end, and those that stand at the foot in the order of their numbers. */
export const footnotesOf = ({ notes }: Report): { notes: Note[]; footnotes: Note[] } => ({
  notes: notes.filter((note) => !isFootnote(note)),
  footnotes: notes.filter(isFootnote),
});

/** The numbers of what is assumed of a system in one of these tables. */
export function marksOf(report: Report, ...tables: Table[]): (system: string) => number[] {
  const { footnotes } = footnotesOf(report);
  return (system) =>
    footnotes.flatMap(({ about }, index) =>
      about && tables.includes(about.table) && about.systems.includes(system) ? [index + 1] : [],
    );
}

/** Nothing where no part of it bears any. */
export function marked(column: number, parts: readonly MarkedPart[]): Pick<Row, 'marked'> {
  return parts.some(({ notes }) => notes.length > 0) ? { marked: [{ column, parts: [...parts] }] } : {};
}
