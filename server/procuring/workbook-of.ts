// A table of texts as .xlsx: every cell a text, whatever sign it begins with, its first row in bold. The same rows give the same bytes.
import writeXlsx, { type Cell } from 'write-excel-file/node';
import { timeless } from '../sheet/timeless.ts';

const WIDTH = 18;

export async function workbookOf(sheet: string, rows: readonly (readonly string[])[]): Promise<Uint8Array> {
  const columns = Math.max(1, ...rows.map((cells) => cells.length));
  const data = rows.map((cells, index) =>
    Array.from({ length: columns }, (_, at): Cell => {
      const value = cells[at] ?? '';
      return value === ''
        ? null
        : { value, type: String, ...(index === 0 ? { fontWeight: 'bold' as const } : {}) };
    }),
  );
  const made = await writeXlsx(data, {
    sheet,
    stickyRowsCount: 1,
    columns: Array.from({ length: columns }, () => ({ width: WIDTH })),
  }).toBuffer();
  return timeless(made);
}
