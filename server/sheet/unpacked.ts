// An .xlsx is a ZIP of XML. What it holds is inflated by and by, and given up as soon as it is more than it may be: no size that the
// file itself claims is believed. What came out is packed anew, uncompressed, for whoever reads it next.
import { Unzip, UnzipInflate, zipSync } from 'fflate';
import { SHEET } from './limits.ts';

export type Unpacked =
  | { status: 'unpacked'; plain: Uint8Array<ArrayBuffer>; parts: ReadonlyMap<string, Uint8Array> }
  | { status: 'refused'; code: 'file.broken' | 'file.inflated' };

/** Of the compressed bytes at a time: they hold at most a thousand times as many. */
const SLICE = 4 * 1024;

class TooMuch extends Error {}

export function unpacked(bytes: Uint8Array): Unpacked {
  try {
    const parts = partsOf(bytes);
    if (parts.size === 0) return { status: 'refused', code: 'file.broken' };
    const plain = zipSync(Object.fromEntries(parts), { level: 0 });
    return { status: 'unpacked', plain: new Uint8Array(plain), parts };
  } catch (error) {
    return { status: 'refused', code: error instanceof TooMuch ? 'file.inflated' : 'file.broken' };
  }
}

/** @throws TooMuch, or whatever fflate says of bytes that are no ZIP */
function partsOf(bytes: Uint8Array): Map<string, Uint8Array> {
  const found = new Map<string, Uint8Array[]>();
  let inflated = 0;
  const unzip = new Unzip((part) => {
    // What no reader of cells needs is left where it is: pictures, settings of printers.
    if (!/\.(?:xml|rels)$/i.test(part.name)) return;
    if (found.size === SHEET.parts || found.has(part.name)) throw new TooMuch();
    const chunks: Uint8Array[] = [];
    found.set(part.name, chunks);
    part.ondata = (error, chunk) => {
      if (error) throw error;
      inflated += chunk.length;
      if (inflated > SHEET.inflated) throw new TooMuch();
      chunks.push(chunk);
    };
    part.start();
  });
  unzip.register(UnzipInflate);
  for (let at = 0; at < bytes.length; at += SLICE) {
    unzip.push(bytes.subarray(at, at + SLICE), at + SLICE >= bytes.length);
  }
  return new Map([...found].map(([name, chunks]) => [name, new Uint8Array(Buffer.concat(chunks))]));
}
