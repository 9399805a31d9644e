// A list of people as a personnel section keeps it, in .xlsx or CSV (UTF-8, or CP932 as Excel writes it): which column says what is found
// by the words of its head, wherever it stands. Gives what is written, a row a person; what it means is its reader's to say.
import { searchKey } from '../../machines/values/names/name.ts';
import { readWorkbook, type WorkbookFault } from '../sheet/workbook.ts';

const HEADS = {
  account: ['アカウント', 'アカウントid', '利用者id', 'ログインid', 'account'],
  name: ['氏名', '名前', '職員氏名', 'name'],
  change: ['区分', '異動区分', '異動', 'change'],
  post: ['職', '新職', '異動先', '新所属', 'post'],
  system: ['システム', '業務システム', '担当システム', 'system'],
  fromPost: ['旧職', '異動元', '旧所属', 'from'],
  on: ['発令日', '異動日', '開始日', 'on'],
  until: ['終了日', '任期', 'until'],
} as const;
export type TransferColumn = keyof typeof HEADS;

const columns = new Map(
  Object.entries(HEADS).flatMap(
    ([column, words]) => words.map((word) => [searchKey(word), column as TransferColumn] as const), // keys of HEADS
  ),
);

/** As it is written, without what surrounds it; a column that is not there is not in it. `row` as the sheet counts. */
export interface TransferRow {
  row: number;
  cells: Partial<Record<TransferColumn, string>>;
}

export type TransferList =
  | { status: 'read'; rows: TransferRow[]; unread: string[] }
  | { status: 'refused'; fault: WorkbookFault }
  /** No row of heads among the first; or two columns that mean the same. */
  | { status: 'headless' }
  | { status: 'columnTwice'; written: string };

const LOOKED_THROUGH = 20;

/** @param bytes of the file */
export async function readTransferList(bytes: Uint8Array): Promise<TransferList> {
  const workbook = await readWorkbook(bytes);
  if (workbook.status === 'refused') return workbook;
  for (const { rows } of workbook.tables) {
    const head = rows.slice(0, LOOKED_THROUGH).findIndex(isHead);
    const heads = rows[head];
    if (heads !== undefined) return under(heads, rows, head);
  }
  return { status: 'headless' };
}

const columnOf = (written: string): TransferColumn | undefined => columns.get(searchKey(written));
const isHead = (cells: readonly string[]): boolean =>
  cells.some((cell) => columnOf(cell) === 'account') && cells.filter((cell) => columnOf(cell)).length > 1;

function under(heads: readonly string[], rows: readonly string[][], head: number): TransferList {
  const found = heads.map(columnOf);
  const twice = found.findIndex((column, at) => column !== undefined && found.indexOf(column) !== at);
  if (twice >= 0) return { status: 'columnTwice', written: heads[twice] ?? '' };
  const read = rows.slice(head + 1).map((cells, at) => ({
    row: head + at + 2,
    cells: Object.fromEntries(
      found.flatMap((column, place) => (column ? [[column, (cells[place] ?? '').trim()]] : [])),
    ),
  }));
  const unread = heads.filter((written) => written.trim() !== '' && columnOf(written) === undefined);
  return { status: 'read', rows: read.filter(({ cells }) => Object.values(cells).some(Boolean)), unread };
}
