// Reads an archive: that its files are those that it says, each line of its shape, and that what it says of itself beside the chains
// is what the chains say. Whether the chains themselves hold is prove.ts.
import type { z } from 'zod';
import type { Part } from '../../machines/definition/parts.ts';
import { canonical, type Entry } from '../../machines/record/entry.ts';
import type { DefinitionRow } from '../definitions/definitions.ts';
import { readBody } from '../proof/entries/entry-bytes.ts';
import { readOrNull } from '../proof/readable.ts';
import { Derived } from './derived.ts';
import { type ArchiveFault, ArchiveRefusal } from './fault.ts';
import { sha256Of, unpacked } from './packed.ts';
import {
  DEFINITIONS,
  DERIVED,
  definitionLine,
  entryLine,
  inOrder,
  isOf,
  MANIFEST,
  type Manifest,
  manifest as manifestShape,
  NOTHING,
  PARTS,
  partLine,
  pathOf,
  pathsOf,
} from './shape.ts';

export interface Archive {
  manifest: Manifest;
  definitions: DefinitionRow[];
  parts: Part[];
  /** The programme's own first. */
  chains: Map<string, Entry[]>;
}

const refused = (fault: ArchiveFault) => new ArchiveRefusal(fault);

/** @throws ArchiveRefusal */
export function readArchive(packed: Uint8Array): Archive {
  const files = unpacked(packed);
  const manifest = manifestIn(files);
  requireFiles(files, manifest);
  const { programme } = manifest;
  const definitions = linesOf(files, DEFINITIONS, definitionLine);
  definitions.forEach(({ chain }, index) => {
    if (!isOf(programme, chain))
      throw refused({ code: 'line.strange', path: DEFINITIONS, line: index + 1, chain });
  });
  const parts = linesOf(files, PARTS, partLine);
  const chains = new Map(
    manifest.heads.map(({ chain }) => [chain, linesOf(files, pathOf(chain), entryLine)]),
  );
  requireHeads(manifest, chains);
  requireDerived(files, chains);
  return { manifest, definitions, parts, chains };
}

function manifestIn(files: ReadonlyMap<string, Uint8Array>): Manifest {
  const bytes = files.get(MANIFEST);
  if (!bytes) throw refused({ code: 'file.missing', path: MANIFEST });
  const [given, ...more] = linesIn(bytes, MANIFEST);
  const read = manifestShape.safeParse(jsonOf(given ?? ''));
  const isWhole = read.success && more.length === 0 && canonical(read.data) === given;
  if (!isWhole) throw refused({ code: 'line.unreadable', path: MANIFEST, line: 1 });
  const { programme, heads } = read.data;
  const chains = heads.map(({ chain }) => chain);
  const strange = chains.find((chain, index) => !isOf(programme, chain) || inOrder(chains)[index] !== chain);
  if (strange !== undefined) throw refused({ code: 'line.strange', path: MANIFEST, line: 1, chain: strange });
  return read.data;
}

/** The very files that there must be, in their order, each in the bytes that the manifest names. */
function requireFiles(files: ReadonlyMap<string, Uint8Array>, manifest: Manifest): void {
  const expected = pathsOf(manifest.heads.map(({ chain }) => chain));
  const there = [...files.keys()];
  const missing = expected.find((path) => !files.has(path));
  if (missing !== undefined) throw refused({ code: 'file.missing', path: missing });
  const strange = there.find((path, index) => expected[index] !== path);
  if (strange !== undefined) throw refused({ code: 'file.strange', path: strange });
  expected.slice(0, -1).forEach((path, index) => {
    const named = manifest.files[index];
    const bytes = files.get(path) ?? new Uint8Array();
    const isSame = named?.path === path && named.bytes === bytes.length && named.sha256 === sha256Of(bytes);
    if (!isSame) throw refused({ code: 'file.differs', path });
  });
  const more = manifest.files[expected.length - 1];
  if (more) throw refused({ code: 'file.missing', path: more.path });
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Each ends with its line break. */
function linesIn(bytes: Uint8Array, path: string): string[] {
  try {
    const lines = utf8.decode(bytes).split('\n');
    if (lines.pop() === '') return lines;
  } catch {
    // no UTF-8: no lines of ours
  }
  throw refused({ code: 'line.unreadable', path, line: 0 });
}

function linesOf<Line>(files: ReadonlyMap<string, Uint8Array>, path: string, shape: z.ZodType<Line>): Line[] {
  return linesIn(files.get(path) ?? new Uint8Array(), path).map((line, index) => {
    const read = shape.safeParse(jsonOf(line));
    if (read.success && canonical(read.data) === line) return read.data;
    throw refused({ code: 'line.unreadable', path, line: index + 1 });
  });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined; // refused by the shape
  }
}

function requireHeads({ heads }: Manifest, chains: ReadonlyMap<string, readonly Entry[]>): void {
  for (const { chain, seq, hash } of heads) {
    const entries = chains.get(chain) ?? [];
    const last = entries.at(-1)?.hash ?? NOTHING.hash;
    if (entries.length !== seq || last !== hash) throw refused({ code: 'head.differs', chain });
  }
}

function requireDerived(
  files: ReadonlyMap<string, Uint8Array>,
  chains: ReadonlyMap<string, readonly Entry[]>,
): void {
  const derived = new Derived();
  for (const [chain, entries] of chains)
    entries.forEach((entry, index) => {
      const body = readBody(entry.body);
      const isTaken = body !== null && readOrNull(() => [derived.take(body)]) !== null;
      if (!isTaken) throw refused({ code: 'line.unreadable', path: pathOf(chain), line: index + 1 });
    });
  const said = derived.files();
  for (const path of DERIVED) {
    const given = linesIn(files.get(path) ?? new Uint8Array(), path);
    const lines = said.get(path) ?? [];
    if (given.length !== lines.length || given.some((line, index) => line !== lines[index]))
      throw refused({ code: 'derived.differs', path });
  }
}
