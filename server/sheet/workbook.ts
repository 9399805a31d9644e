// The bytes of a file as tables of texts: .xlsx, or CSV in UTF-8 or CP932. What kind it is its bytes say, not its name. Knows nothing of
// what stands in them.
import { CsvError, parse } from 'csv-parse/sync';
import readXlsx, { type CellValue } from 'read-excel-file/universal';
import { addDays } from '../../machines/values/date.ts';
import { type DecodedText, readUtf8OrCp932 } from '../../machines/values/utf8.ts';
import { SHEET } from './limits.ts';
import { unpacked } from './unpacked.ts';

export interface Table {
  /** Null: a CSV has no sheets. */
  name: string | null;
  /** As many cells in each row as were written; a cell of nothing is an empty text, a day `YYYY-MM-DD`. */
  rows: string[][];
  /** Of a CSV: the line of the text on which each row begins, from 1; a break inside quotes is a line of its own. */
  lines: number[] | null;
}

export type WorkbookFault =
  | {
      code:
        | 'file.empty'
        | 'file.broken'
        | 'file.inflated'
        | 'file.otherKind'
        | 'file.unreadable'
        | 'file.tooWide';
    }
  | { code: 'file.csv'; line: number }
  | { code: 'file.encoding'; found: Exclude<DecodedText, { status: 'read' }> };

export type Workbook =
  | {
      status: 'read';
      kind: 'xlsx' | 'csv';
      encoding: 'UTF-8' | 'CP932' | null;
      /** A day may come as its number: one shown by an era is no day to the library. */
      serials: boolean;
      tables: Table[];
    }
  | { status: 'refused'; fault: WorkbookFault };

const refused = (fault: WorkbookFault): Workbook => ({ status: 'refused', fault });
const begins = (bytes: Uint8Array, ...with_: number[]): boolean =>
  with_.every((byte, at) => bytes[at] === byte);

export async function readWorkbook(bytes: Uint8Array): Promise<Workbook> {
  if (bytes.length === 0) return refused({ code: 'file.empty' });
  if (begins(bytes, 0x50, 0x4b)) return readPacked(bytes);
  // An .xls of before 2007, or an .xlsx under a password.
  if (begins(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return refused({ code: 'file.otherKind' });
  return readText(bytes);
}

async function readPacked(bytes: Uint8Array): Promise<Workbook> {
  const found = unpacked(bytes);
  if (found.status === 'refused') return refused({ code: found.code });
  if (![...found.parts].every(([name, xml]) => isWithin(name, xml))) return refused({ code: 'file.tooWide' });
  try {
    const sheets = await readXlsx(found.plain.buffer);
    return {
      status: 'read',
      kind: 'xlsx',
      encoding: null,
      serials: !FROM_1904.test(new TextDecoder().decode(found.parts.get('xl/workbook.xml'))),
      tables: sheets.map(({ sheet, data }) => ({
        name: sheet,
        rows: data.map((row) => row.map(cellText)),
        lines: null,
      })),
    };
  } catch {
    return refused({ code: 'file.unreadable' }); // its words are the library's, for programmers
  }
}

/** Of an old Macintosh: its days are counted from elsewhere. */
const FROM_1904 = /date1904\s*=\s*["'](?:1|true)/i;

const WORKSHEET = /^\/?xl\/worksheets\//i;
/** Addresses of rows and cells, wherever in a sheet: one far out would be a table of billions. */
const ADDRESS = /(?<!xmlns:)\br\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

function isWithin(name: string, xml: Uint8Array): boolean {
  if (!WORKSHEET.test(name) || name.endsWith('.rels')) return true;
  for (const [, double, single] of new TextDecoder().decode(xml).matchAll(ADDRESS)) {
    const [, letters, row] = /^([A-Z]{0,3})(\d{1,7})$/.exec(double ?? single ?? '') ?? [];
    if (letters === undefined || Number(row) > SHEET.rows || columnOf(letters) > SHEET.columns) return false;
  }
  return true;
}

const columnOf = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + (letter.charCodeAt(0) - 64), 0);

/** A day in a workbook has no zone: it is read as if in Greenwich. */
function cellText(cell: CellValue | null): string {
  if (cell === null) return '';
  return bounded(cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell));
}

const bounded = (text: string): string => text.slice(0, SHEET.cell);

function readText(bytes: Uint8Array): Workbook {
  const found = readUtf8OrCp932(bytes);
  if (found.status === 'refused') return refused({ code: 'file.encoding', found });
  try {
    const { rows, lines } = recordsIn(found.text);
    if (rows.length > SHEET.rows || rows.some((row) => row.length > SHEET.columns))
      return refused({ code: 'file.tooWide' });
    const tables = [{ name: null, rows: rows.map((row) => row.map(bounded)), lines }];
    return { status: 'read', kind: 'csv', encoding: found.encoding, serials: false, tables };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return refused({ code: 'file.csv', line: Number(error.lines ?? 0) });
  }
}

/** Lines end as each was typed: some files are put together on several machines. @throws CsvError */
function recordsIn(text: string): { rows: string[][]; lines: number[] } {
  const ends = [0];
  const rows = parse(text.replaceAll(/\r\n?/g, '\n'), {
    bom: true,
    relax_column_count: true,
    to: SHEET.rows + 1,
    record_delimiter: '\n',
    on_record: (record: string[], context) => {
      ends.push(context.lines);
      return record;
    },
  });
  return { rows, lines: rows.map((_, index) => (ends[index] ?? 0) + 1) };
}

/** `45246` is 2023-11-16: days from the end of 1899. Null for a text that is no number of a day since 1954. */
export function dayOfSerial(text: string): string | null {
  const days = /^([2-8]\d{4})(?:\.\d+)?$/.exec(text)?.[1];
  return days === undefined ? null : addDays('1899-12-30', Number(days));
}

/** `C12`: where a cell stands, as the sheet itself calls it. Both count from 0. */
export function addressOf(row: number, column: number): string {
  let letters = '';
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26))
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  return `${letters}${row + 1}`;
}
