// A report's pages as the blocks of which they are set: its head, each section's title, rows and lines below, its notes. Pure.
import type { ReportPages } from '../../server/contract/reports/reports.ts';

export type Section = ReportPages['sections'][number];
export type Row = Section['rows'][number];

export type Piece =
  | { kind: 'head' }
  | { kind: 'title'; section: number }
  /** `row` null: there is none. */
  | { kind: 'row'; section: number; row: Row | null }
  | { kind: 'line'; text: string }
  | { kind: 'noteTitle' }
  | { kind: 'note'; number: number; text: string };

export const idOf = (piece: Piece, index: number): string => `${piece.kind}-${index}`;

export function piecesOf({ sections, notes }: ReportPages): Piece[] {
  return [
    { kind: 'head' },
    ...sections.flatMap((section, index): Piece[] => [
      { kind: 'title', section: index },
      ...(section.rows.length === 0 ? [null] : section.rows).map(
        (row): Piece => ({ kind: 'row', section: index, row }),
      ),
      ...section.below.map((text): Piece => ({ kind: 'line', text })),
    ]),
    ...(notes.length > 0 ? [{ kind: 'noteTitle' } as const] : []),
    ...notes.map((text, index): Piece => ({ kind: 'note', number: index + 1, text })),
  ];
}

/** What does not stand last on a page: a heading, the first row of a table alone, its last but one, and what has a line below it. */
export function leadsOn(pieces: readonly Piece[], index: number): boolean {
  const piece = pieces[index];
  if (piece?.kind !== 'row') return piece?.kind === 'title' || piece?.kind === 'noteTitle';
  const isRow = (at: number) => pieces[at]?.kind === 'row';
  if (!isRow(index + 1)) return pieces[index + 1]?.kind === 'line';
  return !isRow(index - 1) || !isRow(index + 2);
}

export type Run = { kind: 'table'; section: number; rows: (Row | null)[] } | { kind: 'piece'; piece: Piece };

/** The footnotes that a piece bears, by their numbers. */
export const feetOf = (piece: Piece): number[] =>
  piece.kind === 'row'
    ? (piece.row?.marked ?? []).flatMap(({ parts }) => parts.flatMap(({ notes }) => notes))
    : [];

/** Those of a page, each once, in their order. */
export const feetOn = (pieces: readonly Piece[]): number[] =>
  [...new Set(pieces.flatMap(feetOf))].sort((one, other) => one - other);

/** Rows of one table that follow each other stand in one. */
export function runsOf(pieces: readonly Piece[]): Run[] {
  const runs: Run[] = [];
  for (const piece of pieces) {
    const last = runs.at(-1);
    if (piece.kind !== 'row') runs.push({ kind: 'piece', piece });
    else if (last?.kind === 'table' && last.section === piece.section) last.rows.push(piece.row);
    else runs.push({ kind: 'table', section: piece.section, rows: [piece.row] });
  }
  return runs;
}
