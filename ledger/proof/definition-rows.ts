// Every definition row by its bytes: its digest, that it is canonical, that it belongs where it stands, and which chains there
// must be because a programme names them.
import type postgres from 'postgres';
import { chainOf, programmeOf } from '../../machines/record/chain.ts';
import { canonical } from '../../machines/record/entry.ts';
import type { DefinitionRow } from '../definitions/definitions.ts';
import { partsIn, type ReadParts } from '../definitions/parts.ts';
import { isCanonical, sha256 } from './entries/entry-bytes.ts';
import type { Findings } from './findings.ts';
import { readOrNull } from './readable.ts';

/** A definition as far as entries are held against it. */
export interface KnownDefinition {
  /** SHA-256 of the canonical JSON as it lies in the table. */
  digest: string;
  rehearsal: unknown;
  /** The day on which a migration began; null for a programme. */
  begunOn: string | null;
}

export interface KnownDefinitions {
  /** chain → version → what it is. */
  rows: Map<string, Map<number, KnownDefinition>>;
  /** Chains that a programme's definition names, and the programmes themselves. */
  named: Set<string>;
  /** Parts that definitions name, each with a chain that needs it. */
  parts: Map<string, string>;
  /** Programmes that have a definition which can be read: only those name systems. */
  naming: Set<string>;
  programmes: Set<string>;
}

type Row = Omit<DefinitionRow, 'position'>;

const PAGE = 500;

export async function checkDefinitions(
  tx: postgres.TransactionSql,
  programme: string | null,
  findings: Findings,
): Promise<KnownDefinitions> {
  return knownFrom(pages(tx, programme), partsIn(tx), findings);
}

async function* pages(tx: postgres.TransactionSql, programme: string | null) {
  for (let last: Row | undefined, first = true; first || last; first = false) {
    const rows: Row[] = await page(tx, programme, last);
    yield rows;
    last = rows.at(-1);
  }
}

/** The same, of rows wherever they lie. */
export async function knownFrom(
  given: AsyncIterable<readonly Row[]> | Iterable<readonly Row[]>,
  parts: ReadParts,
  findings: Findings,
): Promise<KnownDefinitions> {
  const known: KnownDefinitions = {
    rows: new Map(),
    named: new Set(),
    parts: new Map(),
    naming: new Set(),
    programmes: new Set(),
  };
  for await (const rows of given) {
    for (const row of rows) take(row, known, findings);
    findings.looked('definitions', rows.length);
  }
  await checkParts(parts, known.parts, findings);
  return known;
}

/** Each part that is named lies there in the bytes it is named by. */
async function checkParts(
  read: ReadParts,
  named: ReadonlyMap<string, string>,
  findings: Findings,
): Promise<void> {
  const digests = [...named.keys()];
  for (let at = 0; at < digests.length; at += PAGE) {
    const asked = digests.slice(at, at + PAGE);
    const rows = await read(asked);
    const sound = new Set(
      rows.filter(({ digest, json }) => sha256(json) === digest).map(({ digest }) => digest),
    );
    for (const digest of asked) {
      const [chain, detail] = [named.get(digest) ?? '', `part ${digest.slice(0, 16)}`];
      if (!sound.has(digest))
        findings.found({ chain, seq: 0, what: 'definitionRow', recordedAt: null, detail });
    }
    findings.looked('definitions', asked.length);
  }
}

function page(tx: postgres.TransactionSql, programme: string | null, last: Row | undefined): Promise<Row[]> {
  const beyond = last ? tx`(chain, version) > (${last.chain}, ${last.version}::integer)` : tx`true`;
  const ours = programme === null ? tx`true` : tx`(chain = ${programme} or chain like ${`${programme}/%`})`;
  return tx<Row[]>`
    select chain, version, kind, json, begin from public.definition where ${ours} and ${beyond}
    order by chain, version limit ${PAGE}`;
}

function take(row: Row, known: KnownDefinitions, findings: Findings): void {
  const { chain, version, json } = row;
  const code = programmeOf(chain);
  known.programmes.add(code);
  known.named.add(code);
  const read = readOrNull(() => (row.kind === 'programme' ? programmeRow(row) : migrationRow(row)));
  if (read === null)
    findings.found({ chain, seq: 0, what: 'definitionRow', recordedAt: null, detail: `v${version}` });
  const { rehearsal = null, begunOn = null, systems = null, parts = [] } = read ?? {};
  for (const part of parts) known.parts.set(part, chain);
  const versions = known.rows.get(chain) ?? new Map<number, KnownDefinition>();
  known.rows.set(chain, versions.set(version, { digest: sha256(json), rehearsal, begunOn }));
  if (systems === null) return;
  known.naming.add(chain);
  for (const system of systems) known.named.add(chainOf(chain, system));
}

interface Read {
  rehearsal: unknown;
  begunOn?: string;
  systems?: string[];
  parts?: string[];
}

/** Null where the bytes are no canonical programme of this chain. */
function programmeRow({ chain, json }: Row): Read | null {
  const value = JSON.parse(json) as { code?: unknown; rehearsal?: unknown; systems?: unknown };
  const { code, rehearsal, systems } = value;
  if (!isCanonical(value, json) || code !== chain || !Array.isArray(systems)) return null;
  return { rehearsal, systems: systems.map(String) };
}

/** Null where the bytes are no canonical migration of this chain, or not how it began. */
function migrationRow({ chain, json, begin }: Row): Read | null {
  const value = JSON.parse(json) as {
    programme: { code: string; rehearsal: unknown };
    system: { id: string };
    parts?: Record<string, unknown>;
  };
  const began = JSON.parse(begin ?? '') as { on?: unknown; at?: unknown };
  const { programme, system } = value;
  if (!isCanonical(value, json) || canonical(began) !== begin) return null;
  if (chainOf(programme.code, system.id) !== chain) return null;
  if (typeof began.on !== 'string' || Number.isNaN(Date.parse(String(began.at)))) return null;
  const parts = Object.values(value.parts ?? {}).map(String);
  return { rehearsal: programme.rehearsal, begunOn: began.on, parts };
}
