// The report as .xlsx: its tables one under another, amounts as numbers of yen that show in the unit asked for, counts and scores with
// what they count, days as days, and sums as formulas that give what stands beside them. The same data gives the same bytes.

import { strFromU8, strToU8 } from 'fflate';
import writeXlsx, { type Cell as XlsxCell } from 'write-excel-file/node';
import type { Report } from '../../contract/reports/tables.ts';
import { type Files, timeless } from '../../sheet/timeless.ts';
import { addressOf } from '../../sheet/workbook.ts';
import type { Cell, Language, Row, Section, Typed, Unit } from '../section.ts';
import { allNotes, tablesOf } from '../tables.ts';

const SHEET = '取組み状況';
const WIDTHS = { first: 28, other: 18 } as const;
const MONEY: Record<Unit, string> = { yen: '#,##0;[Red]-#,##0', thousandYen: '#,##0,;[Red]-#,##0,' };
/** Excel's own numbering of days begins here. */
const FIRST_DAY = '1900-03-01';
const DAY = { ja: '[$-ja-JP-x-gannen]ggge"年"m"月"d"日";@', en: 'yyyy-mm-dd' } as const;

interface Written {
  language: Language;
  unit: Unit;
}

export async function reportBook(report: Report, language: Language, unit: Unit): Promise<Uint8Array> {
  const tables = tablesOf(report, language, unit);
  const { title, dates, sections, noteHeading } = tables;
  const notes = allNotes(tables);
  const sums: number[] = [];
  const rows: XlsxCell[][] = [[bold(title)], ...dates.map((line) => [plain(line)])];
  for (const section of sections) rows.push(...sectionRows(section, { language, unit }, rows.length, sums));
  if (notes.length > 0) rows.push([], [bold(noteHeading)], ...notes.map((note) => [plain(note)]));
  const columns = Math.max(...rows.map((row) => row.length));
  const made = await writeXlsx(rows, {
    sheet: SHEET,
    orientation: 'landscape',
    columns: Array.from({ length: columns }, (_, index) => ({
      width: index === 0 ? WIDTHS.first : WIDTHS.other,
    })),
  }).toBuffer();
  return timeless(made, (files) => withResults(files, sums));
}

/** @param above how many rows of the sheet stand before it; @param sums what its formulas give, in their order */
function sectionRows(section: Section, written: Written, above: number, sums: number[]): XlsxCell[][] {
  const { title, head, rows, below } = section;
  // An empty row, the title, the head.
  const first = above + 4;
  return [
    [],
    [bold(title)],
    head.map((cell) => ({ ...bold(cell), wrap: true, bottomBorderStyle: 'thin' as const })),
    ...rows.map((row, index) => rowCells(row, written, { first, last: first + index - 1 }, sums)),
    ...below.map((line) => [plain(line)]),
  ];
}

function rowCells(
  { cells, isSum }: Row,
  written: Written,
  { first, last }: { first: number; last: number },
  sums: number[],
): XlsxCell[] {
  return cells.map((cell, column) => {
    if (!isSum || typeof cell !== 'number' || last < first) return cellOf(cell, written);
    sums.push(cell);
    return {
      value: `SUM(${addressOf(first - 1, column)}:${addressOf(last - 1, column)})`,
      type: 'Formula',
      format: MONEY[written.unit],
      fontWeight: 'bold',
      topBorderStyle: 'thin',
    };
  });
}

/** A text is written as a text, whatever sign it begins with: nothing of it is ever a formula. */
function cellOf(cell: Cell | Typed, { language, unit }: Written): XlsxCell {
  if (typeof cell === 'number') return { value: cell, type: Number, format: MONEY[unit] };
  if (typeof cell === 'string') return cell === '' ? null : plain(cell);
  if ('on' in cell)
    return cell.on < FIRST_DAY
      ? plain(cell.text)
      : { value: new Date(`${cell.on}T00:00:00Z`), type: Date, format: DAY[language] };
  return { value: Number(cell.number), type: Number, format: countFormat(cell.suffix) };
}

/** `General` shows a score with as many places as it has; what it counts follows it. */
const countFormat = (suffix: string): string => (suffix === '' ? 'General' : `General"${suffix}"`);

const plain = (value: string) => ({ value, type: String });
const bold = (value: string) => ({ value, type: String, fontWeight: 'bold' as const });

/** What each formula gives, for whoever reads the file without computing it. */
function withResults(files: Files, sums: readonly number[]): Files {
  const path = 'xl/worksheets/sheet1.xml';
  const sheet = files[path];
  if (!sheet) throw new Error(`a workbook without ${path}`);
  let next = 0;
  const xml = strFromU8(sheet).replaceAll('</f>', () => `</f><v>${sums[next++]}</v>`);
  return { ...files, [path]: strToU8(xml) };
}
