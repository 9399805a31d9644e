// Every definition row by its bytes: its digest, that it is canonical, that it belongs where it stands, and which chains there
// must be because a programme names them.
import type postgres from 'postgres';
import { canonical, chainOf } from '../../machines/record/entry.ts';
import { sha256 } from './entries/entry-bytes.ts';
import type { Findings } from './findings.ts';

export interface KnownDefinitions {
  /** `{chain}@{version}` → SHA-256 of the canonical JSON as it lies in the table. */
  digests: Map<string, string>;
  /** Chains that a programme's definition names, and the programmes themselves. */
  named: Set<string>;
  /** Chains that have a definition of their own. */
  defined: Set<string>;
  programmes: Set<string>;
}

interface Row {
  chain: string;
  version: number;
  kind: string;
  json: string;
}

const PAGE = 500;

export async function checkDefinitions(
  tx: postgres.TransactionSql,
  programme: string | null,
  findings: Findings,
): Promise<KnownDefinitions> {
  const known: KnownDefinitions = {
    digests: new Map(),
    named: new Set(),
    defined: new Set(),
    programmes: new Set(),
  };
  for (let last: Row | undefined, first = true; first || last; first = false) {
    const rows: Row[] = await page(tx, programme, last);
    for (const row of rows) take(row, known, findings);
    findings.looked('definitions', rows.length);
    last = rows.at(-1);
  }
  return known;
}

function page(tx: postgres.TransactionSql, programme: string | null, last: Row | undefined): Promise<Row[]> {
  const beyond = last ? tx`(chain, version) > (${last.chain}, ${last.version}::integer)` : tx`true`;
  const ours = programme === null ? tx`true` : tx`(chain = ${programme} or chain like ${`${programme}/%`})`;
  return tx<Row[]>`
    select chain, version, kind, json from public.definition where ${ours} and ${beyond}
    order by chain, version limit ${PAGE}`;
}

function take(row: Row, known: KnownDefinitions, findings: Findings): void {
  const { chain, version, kind, json } = row;
  known.digests.set(`${chain}@${version}`, sha256(json));
  known.defined.add(chain);
  const code = chain.split('/')[0] ?? chain;
  known.programmes.add(code);
  known.named.add(code);
  if (kind !== 'programme') return;
  const read = programmeOf(json);
  if (read === null || read.code !== chain) {
    findings.found({ chain, seq: 0, what: 'definitionRow', recordedAt: null, detail: `v${version}` });
    return;
  }
  for (const system of read.systems) known.named.add(chainOf(read.code, system));
}

/** Null where the bytes are no canonical programme. */
function programmeOf(json: string): { code: string; systems: string[] } | null {
  try {
    const value = JSON.parse(json) as { code?: unknown; systems?: unknown };
    const { code, systems } = value;
    if (canonical(value) !== json || typeof code !== 'string' || !Array.isArray(systems)) return null;
    return { code, systems: systems.map(String) };
  } catch {
    return null;
  }
}
