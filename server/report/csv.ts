// Reports and sheets as CSV that Excel opens rightly: UTF-8 with BOM, CRLF, no cell that it would run as a formula.
import { stringify } from 'csv-stringify/sync';
import type { NationalSheet } from '../contract/planning/national-sheet.ts';
import type { Report } from '../contract/reports/tables.ts';
import { cellText, sheetRows } from './national-sheet-rows.ts';
import { type Cell, type Language, type Unit, untyped } from './section.ts';
import { inUnit } from './tables/unit.ts';
import { allNotes, tablesOf } from './tables.ts';

/** What Excel would run: a sign of a formula at the start of a cell, or of any line within it, whatever its width. */
const FORMULA = /^(?=[ \t\u3000]*[=+\-@\uff1d\uff0b\uff0d\uff20\u2212\t\r])/u;
/** The product's own word for "nothing here". */
const NOTHING: ReadonlySet<string> = new Set(['－', '-']);

function guarded(cell: Cell): Cell {
  if (typeof cell !== 'string' || NOTHING.has(cell)) return cell;
  return cell
    .split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/u)
    .map((line) => (FORMULA.test(line) ? `'${line}` : line))
    .join('\n');
}

export const csvOf = (rows: readonly (readonly Cell[])[]): string => csvPart(rows, { isFirst: true });

/** One part of a file that is made as it is sent: its first bears the mark. */
export const csvPart = (rows: readonly (readonly Cell[])[], { isFirst }: { isFirst: boolean }): string =>
  stringify(
    rows.map((row) => row.map(guarded)),
    { bom: isFirst, record_delimiter: 'windows', quoted_match: /[\r\n]/u },
  );

/** The report's tables one under another, an empty line between; amounts as plain integers of the unit. */
function reportRows(report: Report, language: Language, unit: Unit): Cell[][] {
  const tables = tablesOf(report, language, unit);
  const { title, dates, sections, noteHeading } = tables;
  const notes = allNotes(tables);
  const written = (cell: Cell): Cell => (typeof cell === 'number' ? inUnit(cell, unit) : cell);
  return [
    [title],
    ...dates.map((line) => [line]),
    ...sections.flatMap((section) => [
      [''],
      [section.title],
      section.head,
      ...section.rows.map(({ cells }) => cells.map((cell) => written(untyped(cell)))),
      ...section.below.map((line) => [line]),
    ]),
    ...(notes.length > 0 ? [[''], [noteHeading], ...notes.map((note) => [note])] : []),
  ];
}

export const reportCsv = (report: Report, language: Language, unit: Unit = 'yen'): string =>
  csvOf(reportRows(report, language, unit));

/** One line per business: 都道府県名, 市区町村名, 業務名, the 40 steps, the rates, and what explains them. */
export function nationalSheetCsv(sheet: NationalSheet): string {
  return csvOf(sheetRows(sheet).map((row) => row.map(cellText)));
}
