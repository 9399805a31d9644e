// The national sheet as .xlsx: texts as texts, rates and counts as numbers, days as days, its head in sight. The same data gives
// the same bytes.
import { unzipSync, zipSync } from 'fflate';
import writeXlsx, { type Cell as XlsxCell } from 'write-excel-file/node';
import { NATIONAL_SHEET, type SheetCell } from './national-sheet-rows.ts';

/** The first instant that a ZIP can name, in the local time that it is written in: whoever makes the file leaves no trace of when. */
const NO_TIME = new Date(1980, 0, 1);

const SCHEDULE_SHEET = '工程表';
const WIDTHS = { place: 12, business: 24, step: 12, rate: 9, remarks: 40, day: 14 } as const;
/** Columns that keep their place: 都道府県名, 市区町村名, 業務名. */
const FROZEN = { rows: 1, columns: 3 } as const;

export async function xlsxOf(rows: readonly (readonly SheetCell[])[]): Promise<Uint8Array> {
  const [head = [], ...others] = rows;
  const data = [head.map(headCell), ...others.map((row) => row.map(cellOf))];
  const made = await writeXlsx(data, {
    sheet: NATIONAL_SHEET,
    stickyRowsCount: FROZEN.rows,
    stickyColumnsCount: FROZEN.columns,
    columns: head.map((cell, index) => ({ width: widthOf(cell, index, head.length) })),
  }).toBuffer();
  return timeless(made);
}

/** Without a trace of when it was made. */
export const timeless = (made: Uint8Array): Uint8Array =>
  new Uint8Array(zipSync(unzipSync(made), { mtime: NO_TIME }));

/** The plan of a programme: a day is a date, the first row and the system stay in sight. */
export async function scheduleXlsx(rows: readonly (readonly SheetCell[])[]): Promise<Uint8Array> {
  const [head = [], ...others] = rows;
  const made = await writeXlsx([head.map(headCell), ...others.map((row) => row.map(cellOf))], {
    sheet: SCHEDULE_SHEET,
    stickyRowsCount: FROZEN.rows,
    stickyColumnsCount: 2,
    columns: head.map((_cell, index) => ({ width: index < 3 ? WIDTHS.business : WIDTHS.day })),
  }).toBuffer();
  return timeless(new Uint8Array(made));
}

const headCell = (cell: SheetCell): XlsxCell => ({
  value: String(cell),
  type: String,
  fontWeight: 'bold',
  wrap: true,
  alignVertical: 'top',
});

/** A text is written as a text, whatever sign it begins with: nothing of it is ever a formula. */
function cellOf(cell: SheetCell): XlsxCell {
  if (typeof cell === 'string') return cell === '' ? null : { value: cell, type: String };
  if (typeof cell === 'number') return { value: cell, type: Number };
  if ('on' in cell) return { value: new Date(`${cell.on}T00:00:00Z`), type: Date, format: 'yyyy-mm-dd' };
  return { value: cell.permille / 1000, type: Number, format: '0.0%' };
}

function widthOf(head: SheetCell, index: number, count: number): number {
  if (index < 2) return WIDTHS.place;
  if (index === 2) return WIDTHS.business;
  if (index === count - 1) return WIDTHS.day;
  if (index === count - 2) return WIDTHS.remarks;
  return /^[①-⑱]/u.test(String(head)) ? WIDTHS.step : WIDTHS.rate;
}
