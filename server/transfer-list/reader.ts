// A list of people as a personnel section keeps it, in .xlsx or CSV (UTF-8, or CP932 as Excel writes it): which column says what is found
// by the words of its head, wherever it stands. Gives what is written, a row a person; what it means is its reader's to say.
import { byWords, type Heads, headsIn } from '../sheet/heads.ts';
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
  /** Where one list is of several programmes: whose the row is, by its code. */
  programme: ['計画', '計画コード', '団体コード', 'programme'],
} as const;
export type TransferColumn = keyof typeof HEADS;

const columnOf = byWords<TransferColumn>(HEADS);

/** As it is written, without what surrounds it; a column that is not there is not in it. `row` as the sheet counts. */
export interface TransferRow {
  row: number;
  cells: Partial<Record<TransferColumn, string>>;
}

export type TransferList =
  | { status: 'read'; rows: TransferRow[]; unread: string[] }
  | { status: 'refused'; fault: WorkbookFault }
  /** No row of heads among the first; nobody below them; or two columns that mean the same. */
  | { status: 'headless' }
  | { status: 'rowless' }
  | { status: 'columnTwice'; written: string };

/** @param bytes of the file */
export async function readTransferList(bytes: Uint8Array): Promise<TransferList> {
  const workbook = await readWorkbook(bytes);
  if (workbook.status === 'refused') return workbook;
  for (const { rows } of workbook.tables) {
    const heads = headsIn(rows, columnOf, (by) => by.account !== undefined && Object.keys(by).length > 1);
    if (heads) return under(heads, rows);
  }
  return { status: 'headless' };
}

function under(heads: Heads<TransferColumn>, rows: readonly string[][]): TransferList {
  const [twice] = heads.twice;
  if (twice) return { status: 'columnTwice', written: twice.written };
  const read = rows.slice(heads.head + 1).map((cells, at) => ({
    row: heads.head + at + 2,
    cells: cellsUnder(heads, cells),
  }));
  const named = read.filter(({ cells }) => Object.values(cells).some(Boolean));
  if (named.length === 0) return { status: 'rowless' };
  return { status: 'read', rows: named, unread: heads.unread.map(({ written }) => written) };
}

const cellsUnder = ({ by }: Heads<TransferColumn>, cells: readonly string[]): TransferRow['cells'] =>
  Object.fromEntries(Object.entries(by).map(([column, place]) => [column, (cells[place] ?? '').trim()]));
