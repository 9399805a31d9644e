// A national sheet that was handed in as what it says of a programme: opened, its one sheet of steps found, its cells read. Every way in which
// that fails is an answer with the field.
import { createHash } from 'node:crypto';
import type { z } from 'zod';
import type { Text } from '../../machines/definition/definition.ts';
import { csvBroken, fileTexts } from '../../texts/sheets/sheet-texts.ts';
import { undecodedText } from '../../texts/values.ts';
import { SHEET_FILE_BYTES, type SheetPreview, type sheetBody } from '../contract/sheets.ts';
import { ProblemError } from '../http/problem/problem.ts';
import { type Claims, claimsIn, type Known } from './claims.ts';
import { type Columns, columnsOf } from './columns.ts';
import { readWorkbook, type Table, type WorkbookFault } from './workbook.ts';

export type SheetBody = z.output<typeof sheetBody>;

export interface HandedIn {
  file: SheetPreview['file'];
  claims: Claims;
  columns: Columns;
}

/** @throws ProblemError invalid */
export async function handedIn({ file, sheet }: SheetBody, known: Omit<Known, 'serials'>): Promise<HandedIn> {
  const { workbook, sha256 } = await opened(file.base64, file.name);
  const { table, columns } = sheetOfSteps(workbook.tables, sheet);
  const claims = claimsIn(table.rows, columns, { ...known, serials: workbook.serials });
  if (claims.rows.length === 0 && claims.elsewhere > 0) throw wrong('file', 'sheet.nothingOfYours');
  const { kind, encoding } = workbook;
  return { file: { name: file.name, sha256, kind, encoding, sheet: table.name }, claims, columns };
}

/** @throws ProblemError invalid */
export async function opened(base64: string, name = 'CSV') {
  const bytes = bytesOf(base64);
  const workbook = await readWorkbook(bytes);
  if (workbook.status === 'refused')
    throw wrong('file', workbook.fault.code, faultText(workbook.fault, name));
  return { workbook, sha256: createHash('sha256').update(bytes).digest('hex') };
}

export function bytesOf(base64: string): Uint8Array {
  const bytes = Buffer.from(base64, 'base64');
  // What is no base64 is left out silently by the decoder: encoded again, it shows.
  if (bytes.toString('base64') !== base64) throw wrong('file.base64', 'file.base64');
  if (bytes.length > SHEET_FILE_BYTES) throw wrong('file', 'file.tooLarge');
  return bytes;
}

function sheetOfSteps(
  tables: readonly Table[],
  asked: string | undefined,
): { table: Table; columns: Columns } {
  const found = sheetNamed(tables, asked).flatMap((table) => {
    const columns = columnsOf(table);
    return columns === null ? [] : [{ table, columns }];
  });
  const [only, ...others] = found;
  if (!only) throw wrong('file', 'sheet.none');
  if (others.length > 0)
    throw wrong('sheet', 'sheet.several', undefined, namesOf(found.map(({ table }) => table)));
  if (only.columns.twice.length > 0) throw columnsTwice(only.columns.twice);
  return only;
}

/** All of them where none is named. @throws ProblemError invalid */
export function sheetNamed(tables: readonly Table[], asked: string | undefined): readonly Table[] {
  const named = tables.filter(({ name }) => asked === undefined || name === asked);
  if (named.length === 0) throw wrong('sheet', 'sheet.unknown', undefined, namesOf(tables));
  return named;
}

export function columnsTwice(columns: Columns['twice']): ProblemError {
  const at = columns.map((column) => `${column.at} ${column.written}`).join('、');
  return wrong('file', 'sheet.columnTwice', undefined, { ja: at, en: at });
}

function namesOf(tables: readonly Table[]): Text {
  const names = tables.map(({ name }) => name ?? '').join('、');
  return { ja: names, en: names };
}

type FileCode = keyof typeof fileTexts;

export function faultText(fault: WorkbookFault, name = 'CSV'): Text {
  if (fault.code === 'file.csv') return csvBroken(fault.line);
  if (fault.code !== 'file.encoding') return fileTexts[fault.code];
  const { ja, en } = undecodedText(name, fault.found);
  return { ja: `${ja}CP932（Shift_JIS）も読めます。`, en: `${en} CP932 (Shift_JIS) is read too.` };
}

export function wrong(field: string, code: FileCode, message?: Text, expected?: Text): ProblemError;
export function wrong(field: string, code: string, message: Text, expected?: Text): ProblemError;
export function wrong(field: string, code: string, message?: Text, expected?: Text): ProblemError {
  const said = message ?? fileTexts[code as FileCode]; // the first form: without words of its own
  return new ProblemError('invalid', {
    issues: [{ field, code, message: said, ...(expected === undefined ? {} : { expected }) }],
  });
}
