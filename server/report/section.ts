// What a report's sections are made of, in one language, for any renderer. Knows no figure and no file format.
export type Language = 'ja' | 'en';
/** A number is an amount in yen. */
export type Cell = string | number;

export interface Section {
  title: string;
  /** Column headings; numeric columns are named in `right`. */
  head: string[];
  right: number[];
  rows: Cell[][];
  /** Lines under the table. */
  below: string[];
}
