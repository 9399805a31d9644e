// The national sheet as .xlsx, read back by a parser that is not ours.
import * as xlsx from '@e965/xlsx';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it, vi } from 'vitest';
import { nationalSteps } from '../../machines/values/national-step.ts';
import { NATIONAL_SHEET, sheetRows } from '../../server/report/national-sheet-rows.ts';
import { nationalXlsx } from '../../server/report/xlsx.ts';
import { sheet, stepsDone } from './sheet.ts';

const found = sheet([stepsDone(nationalSteps.slice(0, 39))]);
const made = await nationalXlsx(sheetRows(found));
const read = (bytes: Uint8Array) => {
  const book = xlsx.read(bytes, { cellDates: true, cellNF: true });
  const page = book.Sheets[NATIONAL_SHEET];
  if (!page) throw new Error(book.SheetNames.join());
  return page;
};

describe('its .xlsx', () => {
  it('holds numbers as numbers, days as days and words as words', () => {
    const page = read(made);
    expect(page['!ref']).toBe('A1:AX5');
    expect(page.C2).toMatchObject({ t: 's', v: '住民記録' });
    expect(page.D2).toMatchObject({ t: 's', v: '完了済み' });
    expect(page.AR2).toMatchObject({ t: 'n', v: 0.975, w: '97.5%' });
    expect(page.AU2).toMatchObject({ t: 'n', v: 40 });
    expect(page.AX2).toMatchObject({ t: 'd', w: '2023-10-31' });
    expect(page.AV2).toBeUndefined();
  });

  it('has the head of the CSV', () => {
    const [head = []] = xlsx.utils.sheet_to_json<string[]>(read(made), { header: 1 });
    expect(head).toEqual(sheetRows(found)[0]);
  });

  it('never makes a formula of a text, whatever sign it begins with', async () => {
    const signs = ['=1+1', '+1', '-1', '@SUM(1)', '=HYPERLINK("http://a","b")', '\t=1', '＝1'];
    const page = read(await nationalXlsx([['見出し'], ...signs.map((sign) => [sign])]));
    for (const [index, sign] of signs.entries()) {
      const cell: unknown = page[`A${index + 2}`];
      expect(cell).toMatchObject({ t: 's', v: sign });
      expect(cell).not.toHaveProperty('f');
    }
  });

  it('keeps its head and its names in sight, and is as wide as what stands in it', () => {
    const xml = strFromU8(unzipSync(made)['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    expect(xml).toMatch(/<pane [^>]*xSplit="3"[^>]*/);
    expect(xml).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/);
    expect(xml.match(/<col /g)).toHaveLength(50);
  });

  it('is the same bytes for the same data, whenever it is made', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2031-04-01T00:00:00Z') });
    const later = await nationalXlsx(sheetRows(found)).finally(() => vi.useRealTimers());
    expect(Buffer.from(later).equals(Buffer.from(made))).toBe(true);
  });
});
