// The national sheet as .xlsx: texts as texts, rates and counts as numbers, days as days, its head in sight. The same data gives
// the same bytes.
import writeXlsx, { type Cell as XlsxCell } from 'write-excel-file/node';
import { timeless } from '../sheet/timeless.ts';
import { NATIONAL_SHEET, type SheetCell } from './national-sheet-rows.ts';

const SCHEDULE_SHEET = '工程表';
const WIDTHS = { place: 12, business: 24, step: 12, rate: 9, remarks: 40, day: 14 } as const;

/** The 40 steps of every business. */
export const nationalXlsx = (rows: Rows): Promise<Uint8Array> =>
  tableXlsx(rows, { sheet: NATIONAL_SHEET, frozen: 3, widthOf });

/** The plan of a programme: a day is a date, the first row and the system stay in sight. */
export const scheduleXlsx = (rows: Rows): Promise<Uint8Array> =>
  tableXlsx(rows, {
    sheet: SCHEDULE_SHEET,
    frozen: 2,
    widthOf: (_head, index) => (index < 3 ? WIDTHS.business : WIDTHS.day),
  });

type Rows = readonly (readonly SheetCell[])[];

interface Table {
  sheet: string;
  /** Columns that keep their place beside the first row. */
  frozen: number;
  widthOf: (head: SheetCell, index: number, count: number) => number;
}

async function tableXlsx(
  [head = [], ...others]: Rows,
  { sheet, frozen, widthOf: width }: Table,
): Promise<Uint8Array> {
  const made = await writeXlsx([head.map(headCell), ...others.map((row) => row.map(cellOf))], {
    sheet,
    stickyRowsCount: 1,
    stickyColumnsCount: frozen,
    columns: head.map((cell, index) => ({ width: width(cell, index, head.length) })),
  }).toBuffer();
  return timeless(made);
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
