// What a report's sections are made of, in one language, for any renderer. Knows no figure and no file format.
export type Language = 'ja' | 'en';
/** Amounts are kept in yen, and written in one of these. */
export const units = ['yen', 'thousandYen'] as const;
export type Unit = (typeof units)[number];
/** A number is an amount in yen. */
export type Cell = string | number;
/** What a file has kinds of cells for: a whole number or a score with what follows it, or a day. Elsewhere its text stands. */
export type Typed = { text: string } & ({ number: string; suffix: string } | { on: string });

/** A part of a cell's text, and the footnotes that it bears by their numbers. */
export interface MarkedPart {
  text: string;
  notes: number[];
}

export interface Row {
  /** By which it is found again in another report: its system, its phase, its year. */
  key: string;
  /** The systems whose entries it rests on; none: the programme's own. */
  systems: string[];
  cells: (Cell | Typed)[];
  /** Of all rows before it: its amounts are theirs together. */
  isSum?: true;
  /** Cells as they stand on a page with footnotes; their text without is among `cells`. */
  marked?: { column: number; parts: MarkedPart[] }[];
}

export interface Section {
  id: string;
  title: string;
  /** Column headings; numeric columns are named in `right`. */
  head: string[];
  right: number[];
  rows: Row[];
  /** Lines under the table. */
  below: string[];
}

export const untyped = (cell: Cell | Typed): Cell => (typeof cell === 'object' ? cell.text : cell);
