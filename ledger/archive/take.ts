// Takes a programme out whole, as it stands at one moment: what decided, every entry, and for readers what these say of keys, people
// and documents. Nothing that lets anybody in.
import type postgres from 'postgres';
import type { Part } from '../../machines/definition/parts.ts';
import type { ProgrammeDefinition } from '../../machines/programme/definition.ts';
import { isMigration } from '../../machines/record/chain.ts';
import { canonical, type Entry } from '../../machines/record/entry.ts';
import { bodyOf } from '../../machines/record/reader.ts';
import type { ChainHead } from '../chain/entries.ts';
import type { Database } from '../database.ts';
import { type DefinitionRow, versionInForce } from '../definitions/definitions.ts';
import { partsIn, type ReadParts } from '../definitions/parts.ts';
import { Derived } from './derived.ts';
import { Packing } from './packed.ts';
import { DEFINITIONS, DERIVED, inOrder, MANIFEST, type Manifest, NOTHING, PARTS, pathOf } from './shape.ts';

const PAGE = 200;

/**
 * The same record gives the same bytes.
 * @throws ArchiveRefusal file.tooLarge
 */
export function takeArchive({ apart }: Database, programme: string): Promise<Uint8Array<ArrayBuffer>> {
  const taken = apart.begin('isolation level repeatable read read only', async (tx) => {
    await tx`select set_config('statement_timeout', '0', true), set_config('idle_in_transaction_session_timeout', '0', true)`;
    return packed(tx, programme);
  });
  // What postgres.js gives back is what the work gave.
  return taken as Promise<Uint8Array<ArrayBuffer>>;
}

async function packed(tx: postgres.TransactionSql, programme: string): Promise<Uint8Array<ArrayBuffer>> {
  const definitions = await tx<DefinitionRow[]>`
    select chain, version, kind, json, begin, position from definition where programme = ${programme}
    order by chain collate "C", version`;
  const chains = inOrder(definitions.map(({ chain }) => chain));
  const parts = await partsNamed(tx, programme, definitions);
  const packing = new Packing();
  await packing.add(DEFINITIONS, definitions.map(canonical));
  await packing.add(PARTS, parts.map(canonical));
  const derived = new Derived();
  const heads: ChainHead[] = [];
  for (const chain of chains) {
    const head = { chain, ...NOTHING };
    await packing.add(pathOf(chain), lines(tx, chain, derived, head));
    heads.push(head);
  }
  const files = derived.files();
  for (const path of DERIVED) await packing.add(path, files.get(path) ?? []);
  const named = await inForce(tx, programme);
  const manifest: Manifest = {
    kind: 'sekimori-archive',
    format: 1,
    programme,
    name: named.name,
    rehearsal: named.rehearsal,
    heads,
    files: [...packing.files],
  };
  await packing.add(MANIFEST, [canonical(manifest)]);
  return packing.end();
}

async function* lines(tx: postgres.TransactionSql, chain: string, derived: Derived, head: ChainHead) {
  for (;;) {
    const page = await tx<Entry[]>`
      select hash, body, snapshot, effects from entry where chain = ${chain} and seq > ${head.seq}
      order by seq limit ${PAGE}`;
    for (const entry of page) {
      const body = bodyOf(entry);
      derived.take(body);
      head.seq = body.seq;
      head.hash = entry.hash;
      yield canonical({ ...entry });
    }
    if (page.length < PAGE) return;
  }
}

async function inForce(tx: postgres.TransactionSql, programme: string) {
  const [row] = await tx<{ json: string }[]>`
    select json from definition d where d.chain = ${programme} and d.version = ${versionInForce(tx, tx`d.chain`)}`;
  if (!row) throw new Error(`no definition of the programme ${programme}`);
  // Only what passed the schema is ever stored.
  return JSON.parse(row.json) as ProgrammeDefinition;
}

const DIGEST = /"([0-9a-f]{64})"/g;
const digestsIn = (text: string): string[] => [...text.matchAll(DIGEST)].map(([, digest = '']) => digest);

/** What definitions, amendments and reports name by digest, and what is named there: by and by, until nothing more is. */
async function partsNamed(
  tx: postgres.TransactionSql,
  programme: string,
  definitions: readonly DefinitionRow[],
): Promise<Part[]> {
  const amending = await tx<{ body: string }[]>`
    select body from entry where chain = ${programme} and (type like 'amendment.%' or type in ('definition.adopted', 'report.issued'))`;
  const naming = [...definitions.filter(({ chain }) => isMigration(chain)).map(({ json }) => json)];
  return closure(partsIn(tx), [...naming, ...amending.map(({ body }) => body)]);
}

async function closure(read: ReadParts, texts: readonly string[]): Promise<Part[]> {
  const found = new Map<string, Part>();
  const asked = new Set<string>();
  let next = texts;
  while (next.length > 0) {
    const digests = [...new Set(next.flatMap(digestsIn))].filter((digest) => !asked.has(digest));
    for (const digest of digests) asked.add(digest);
    const parts = digests.length === 0 ? [] : await read(digests);
    for (const { digest, json } of parts) found.set(digest, { digest, json });
    next = parts.map(({ json }) => json);
  }
  return [...found.values()].sort((a, b) => (a.digest < b.digest ? -1 : 1));
}
