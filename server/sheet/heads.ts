// Which column of a table says what, found by the words of its head, wherever it stands and in whatever order: one finder for every list
// that is handed in. Knows no list.
import { searchKey } from '../../machines/values/names/name.ts';
import { addressOf } from './workbook.ts';

export interface Head {
  at: string;
  written: string;
}

export interface Heads<Column extends string> {
  /** The row of the head, from 0. */
  head: number;
  /** The first column of each meaning, from 0. */
  by: Partial<Record<Column, number>>;
  /** A head that says nothing we know. */
  unread: Head[];
  /** A second column of the same meaning. */
  twice: Head[];
}

/** What a head means; `passed` where it is known and not read. */
export type HeadReader<Column extends string> = (written: string) => Column | 'passed' | undefined;

/** In how many rows from the top a head is looked for: titles and notes stand above it. */
const LOOKED_THROUGH = 20;

/** Reads a head by its words, in whatever widths, kana and letter case. */
export function byWords<Column extends string>(
  words: Readonly<Record<Column, readonly string[]>>,
): (written: string) => Column | undefined {
  const columns = new Map(
    keysOf(words).flatMap((column) => words[column].map((word) => [searchKey(word), column] as const)),
  );
  return (written) => columns.get(searchKey(written));
}

/** The first row of heads that makes one; null where none does. */
export function headsIn<Column extends string>(
  rows: readonly (readonly string[])[],
  columnOf: HeadReader<Column>,
  isHead: (by: Heads<Column>['by']) => boolean,
): Heads<Column> | null {
  for (const [head, cells] of rows.slice(0, LOOKED_THROUGH).entries()) {
    const heads = meanings(head, cells, columnOf);
    if (isHead(heads.by)) return heads;
  }
  return null;
}

function meanings<Column extends string>(
  head: number,
  cells: readonly string[],
  columnOf: HeadReader<Column>,
): Heads<Column> {
  const places = new Map<Column, number>();
  const unread: Head[] = [];
  const twice: Head[] = [];
  for (const [index, written] of cells.entries()) {
    const column = columnOf(written);
    if (column === 'passed' || searchKey(written) === '') continue;
    const here = { at: addressOf(head, index), written };
    if (column === undefined) unread.push(here);
    else if (places.has(column)) twice.push(here);
    else places.set(column, index);
  }
  return { head, by: placed(places), unread, twice };
}

/** What `Object.keys` gives of an object whose keys are all known. */
const keysOf = <Column extends string>(words: Readonly<Record<Column, unknown>>): Column[] =>
  Object.keys(words) as Column[];

/** `Object.fromEntries` forgets which keys there are. */
const placed = <Column extends string>(places: ReadonlyMap<Column, number>): Heads<Column>['by'] =>
  Object.fromEntries(places) as Heads<Column>['by'];
