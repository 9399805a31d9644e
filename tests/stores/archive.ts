// Archives altered by hand: what is in one taken apart, changed, and packed again with a manifest that fits where that is asked.
import { hash } from 'node:crypto';
import { unzipSync, zipSync } from 'fflate';
import { ArchiveRefusal } from '../../ledger/archive/fault.ts';
import { proveArchive } from '../../ledger/archive/prove.ts';
import { readArchive } from '../../ledger/archive/read.ts';
import type { Manifest } from '../../ledger/archive/shape.ts';
import { canonical, type Entry, type EntryBody } from '../../machines/record/entry.ts';

export type Files = [path: string, text: string][];

export const filesIn = (packed: Uint8Array): Files =>
  Object.entries(unzipSync(packed)).map(([path, bytes]) => [path, new TextDecoder().decode(bytes)]);

export const packedFrom = (files: Files): Uint8Array =>
  zipSync(Object.fromEntries(files.map(([path, text]) => [path, new TextEncoder().encode(text)])), {
    level: 1,
  });

export const changed = (files: Files, of: string, change: (text: string) => string): Files =>
  files.map(([path, text]) => [path, path === of ? change(text) : text]);

/** With sizes, digests and heads as the files now have them. */
export function fitting(files: Files): Files {
  return changed(files, 'manifest.json', (text) => {
    const manifest = JSON.parse(text) as Manifest;
    const heads = manifest.heads.map(({ chain }) => {
      const lines = linesOf(files.find(([path]) => path === `chains/${chain}.jsonl`)?.[1] ?? '');
      const last = lines.at(-1);
      const head = last ? (JSON.parse(last) as Entry).hash : '0'.repeat(64);
      return { chain, seq: lines.length, hash: head };
    });
    const kept = files
      .filter(([path]) => path !== 'manifest.json')
      .map(([path, given]) => ({
        path,
        bytes: Buffer.byteLength(given),
        sha256: hash('sha256', given, 'hex'),
      }));
    return `${canonical({ ...manifest, heads, files: kept })}\n`;
  });
}

export const linesOf = (text: string): string[] => text.split('\n').slice(0, -1);
export const textOf = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('');

/** A chain's lines with one body altered, and every hash from there on done again. */
export function rehashed(text: string, seq: number, alter: (body: EntryBody) => EntryBody): string {
  let prev: string | null = null;
  const lines = linesOf(text).map((line) => {
    const entry = JSON.parse(line) as Entry;
    const body = JSON.parse(entry.body) as EntryBody;
    if (body.seq < seq) return line;
    const next = canonical({ ...(body.seq === seq ? alter(body) : body), ...(prev ? { prev } : {}) });
    prev = hash('sha256', next, 'hex');
    return canonical({ ...entry, body: next, hash: prev });
  });
  return textOf(lines);
}

/** Why a file is refused: the code of its fault, or the faults of its chains; null where all holds. */
export async function faultOf(packed: Uint8Array): Promise<string | null> {
  try {
    const { wrong } = await proveArchive(readArchive(packed));
    return wrong.length === 0 ? null : wrong.map(({ chain, what }) => `${chain} ${what}`).join(', ');
  } catch (error) {
    if (error instanceof ArchiveRefusal) return error.fault.code;
    throw error;
  }
}

/** Says of its first file that it holds so many bytes. */
export function lyingOfSize(packed: Uint8Array, bytes: number): Uint8Array {
  const lying = Buffer.from(packed);
  const central = lying.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
  lying.writeUInt32LE(bytes, central + 24);
  return lying;
}
