// Files as people hand them in: what kind they are is read from their bytes, and none keeps the server busy or fills its memory.
import * as xlsx from '@e965/xlsx';
import { strToU8, unzipSync, Zip, ZipDeflate, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { unpacked } from '../../server/sheet/unpacked.ts';
import { addressOf, dayOfSerial, readWorkbook } from '../../server/sheet/workbook.ts';
import { cp932 } from './cp932.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const ROWS = '業務名,①-1\n介護保険,完了済み\n';

/** As another program writes it. */
function bookOf(cells: unknown[][], name = 'Sheet1'): Uint8Array {
  const book = xlsx.utils.book_new();
  xlsx.utils.book_append_sheet(book, xlsx.utils.aoa_to_sheet(cells), name);
  return new Uint8Array(xlsx.write(book, { type: 'buffer', bookType: 'xlsx' }));
}
const faultOf = async (bytes: Uint8Array) => {
  const found = await readWorkbook(bytes);
  return found.status === 'refused' ? found.fault.code : found.status;
};

/** A workbook of one sheet whose cells are the XML given. */
function packed(sheetData: string, more: Record<string, Uint8Array> = {}): Uint8Array {
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const relations = (target: string, type: string) =>
    strToU8(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${office}/${type}" Target="${target}"/></Relationships>`,
    );
  return zipSync({
    '_rels/.rels': relations('xl/workbook.xml', 'officeDocument'),
    'xl/_rels/workbook.xml.rels': relations('worksheets/sheet1.xml', 'worksheet'),
    'xl/workbook.xml': strToU8(
      `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>`,
    ),
    'xl/worksheets/sheet1.xml': strToU8(
      `<worksheet xmlns="${main}"><sheetData>${sheetData}</sheetData></worksheet>`,
    ),
    ...more,
  });
}
const cell = (at: string) => `<row r="${at.replace(/\D/g, '')}"><c r="${at}"><v>1</v></c></row>`;

describe('a workbook', () => {
  it('keeps every cell at its own address, numbers as text', async () => {
    const found = await readWorkbook(
      bookOf([
        [],
        [null, '業務名', '1-1'],
        [null, '介護', 0.5],
        [],
        [null, true, { t: 'n', v: 45246, z: 'yyyy/m/d' }],
      ]),
    );
    if (found.status !== 'read') throw new Error(found.fault.code);
    expect(found).toMatchObject({ kind: 'xlsx', encoding: null, serials: true });
    expect(found.tables).toEqual([
      {
        name: 'Sheet1',
        rows: [
          ['', '', ''],
          ['', '業務名', '1-1'],
          ['', '介護', '0.5'],
          ['', '', ''],
          ['', 'true', '45246'],
        ],
        lines: null,
      },
    ]);
  });

  it('gives the value of a formula as it was saved', async () => {
    const found = await readWorkbook(
      packed('<row r="1"><c r="A1" t="str"><f>"完了"&amp;"済み"</f><v>完了済み</v></c></row>'),
    );
    expect(found).toMatchObject({ status: 'read', tables: [{ rows: [['完了済み']] }] });
  });

  it('is read from packing that names no sizes beforehand', async () => {
    const chunks: Uint8Array[] = [];
    const zip = new Zip((error, chunk) => {
      if (error) throw error;
      chunks.push(chunk);
    });
    for (const [name, bytes] of Object.entries(unzipSync(bookOf([['a']])))) {
      const part = new ZipDeflate(name);
      zip.add(part);
      part.push(bytes, true);
    }
    zip.end();
    const streamed = new Uint8Array(Buffer.concat(chunks));
    expect(new DataView(streamed.buffer).getUint16(6, true) & 8).toBe(8);
    expect(await faultOf(streamed)).toBe('read');
  });

  it.each([
    ['A5000', 'read'],
    ['GR1', 'read'],
    ['A5001', 'file.tooWide'],
    ['GS1', 'file.tooWide'],
    ['XFD1048576', 'file.tooWide'],
    ['A99999999999', 'file.tooWide'],
  ])('with a cell at %s is %s', async (at, outcome) => {
    expect(await faultOf(packed(cell(at)))).toBe(outcome);
  });

  it('is not opened by an address that is written in another way', async () => {
    expect(await faultOf(packed(`<row r='1048576'><c r='A1048576'><v>1</v></c></row>`))).toBe('file.tooWide');
    expect(await faultOf(packed('<row r="&#49;048576"><c><v>1</v></c></row>'))).toBe('file.tooWide');
  });

  it('that would be more than 16 MiB is given up on the way there', async () => {
    const name = 'xl/worksheets/sheet2.xml';
    const bomb = packed('', { [name]: new Uint8Array(17 * 1024 * 1024) });
    expect(bomb.length).toBeLessThan(700 * 1024);
    expect(await faultOf(bomb)).toBe('file.inflated');
    // A part that lies about its size is measured by what comes out of it.
    const header = Buffer.from(bomb).indexOf(name) - 30;
    expect(new DataView(bomb.buffer).getUint32(header + 22, true)).toBe(17 * 1024 * 1024);
    new DataView(bomb.buffer).setUint32(header + 22, 10, true);
    expect(unpacked(bomb)).toMatchObject({ status: 'refused', code: 'file.inflated' });
  });

  it('with too many parts, or the same part twice, is none', async () => {
    const parts = Object.fromEntries(
      Array.from({ length: 300 }, (_, at) => [`xl/${at}.xml`, strToU8('<a/>')]),
    );
    expect(await faultOf(packed('', parts))).toBe('file.inflated');
  });

  it.each([
    ['nothing', new Uint8Array(), 'file.empty'],
    [
      'an old .xls, or one under a password',
      Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1),
      'file.otherKind',
    ],
    ['a ZIP of something else', zipSync({ 'a.xml': strToU8('<a/>') }), 'file.unreadable'],
    ['half a workbook', packed(cell('A1')).slice(0, 200), 'file.unreadable'],
    ['a ZIP in name alone', Uint8Array.of(0x50, 0x4b, 1, 2, 3), 'file.broken'],
  ])('that is %s is refused with what it is', async (_, bytes, code) => {
    expect(await faultOf(bytes)).toBe(code);
  });
});

describe('a CSV', () => {
  it.each([
    ['UTF-8', utf8(ROWS), 'UTF-8'],
    ['UTF-8 with its mark', utf8(`\ufeff${ROWS}`), 'UTF-8'],
    ['CP932, as Excel saves it', cp932(ROWS), 'CP932'],
  ])('in %s is read, and its encoding is told', async (_, bytes, encoding) => {
    expect(await readWorkbook(bytes)).toEqual({
      status: 'read',
      kind: 'csv',
      encoding,
      serials: false,
      tables: [
        {
          name: null,
          lines: [1, 2],
          rows: [
            ['業務名', '①-1'],
            ['介護保険', '完了済み'],
          ],
        },
      ],
    });
  });

  it.each([
    ['in UTF-16', Uint8Array.of(0xff, 0xfe, 0x2c, 0), 'file.encoding'],
    ['in EUC-JP', Uint8Array.of(0xb2, 0xf0, 0xb8, 0xee, 0xca, 0xdd, 0xb8, 0xb1, 0xa4, 0xa2), 'file.encoding'],
    ['with a quote that is not closed', utf8('業務名,"①-1\n介護'), 'file.csv'],
    ['of too many rows', utf8('a\n'.repeat(5_001)), 'file.tooWide'],
    ['of too many columns', utf8(','.repeat(200)), 'file.tooWide'],
  ])('%s is refused', async (_, bytes, code) => {
    expect(await faultOf(bytes)).toBe(code);
  });
});

it.each([
  ['45246', '2023-11-16'],
  ['45246.5', '2023-11-16'],
  ['20000', '1954-10-03'],
  ['2023', null],
  ['20231116', null],
  ['R5.11.16', null],
])('the number %s is the day %s', (written, day) => {
  expect(dayOfSerial(written)).toBe(day);
});

it.each([
  [0, 0, 'A1'],
  [4, 25, 'Z5'],
  [0, 26, 'AA1'],
  [9, 701, 'ZZ10'],
  [9, 702, 'AAA10'],
])('the cell of row %i and column %i is %s', (row, column, at) => {
  expect(addressOf(row, column)).toBe(at);
});
