// Walks every chain from its first entry to its last and proves each entry from its bytes; shows it to the visitors on the
// way. A chain is looked at no further by them once its bytes are wrong.
import type postgres from 'postgres';
import type { EntryBody } from '../../../machines/record/entry.ts';
import type { ChainHead } from '../../chain/entries.ts';
import type { Findings } from '../findings.ts';
import { isOfDatabase, readOrNull } from '../readable.ts';
import type { Fault } from '../wrong.ts';
import {
  after,
  type Before,
  chainFault,
  nothingBefore,
  readBody,
  sha256,
  wrongColumns,
} from './entry-bytes.ts';
import { countRows, type EntryText, entryPages, isInTable } from './entry-rows.ts';
import type { Visited, Visitor } from './visitors.ts';

export interface Walked {
  entries: number;
  heads: ChainHead[];
  /** Chains whose bytes are wrong: what would be decided from them shows nothing. */
  broken: Set<string>;
}

export async function walkChains(
  tx: postgres.TransactionSql,
  programme: string | null,
  findings: Findings,
  visitors: readonly Visitor[],
): Promise<Walked> {
  const walked = await walkPages(entryPages(tx, programme), findings, visitors);
  const { entries } = walked;
  const rows = await countRows(tx, programme);
  if (rows !== entries) {
    const detail = String(rows - entries);
    findings.found({ chain: 'entry', seq: 0, what: 'unseen', recordedAt: null, detail });
  }
  findings.looked('columns', entries);
  return walked;
}

/** The same of entries wherever they lie; columns are looked at where they lie in the table. */
export async function walkPages(
  pages: AsyncIterable<readonly EntryText[]> | Iterable<readonly EntryText[]>,
  findings: Findings,
  visitors: readonly Visitor[],
): Promise<Walked> {
  const walk = new Walk(findings, visitors);
  for await (const rows of pages) {
    for (const row of rows) {
      const waiting = walk.take(row);
      if (waiting) await waiting;
    }
  }
  walk.endChain();
  for (const { done } of visitors) await done?.();
  const { entries, heads, broken } = walk;
  for (const check of ['chains', 'states'] as const) findings.looked(check, entries);
  return { entries, heads, broken };
}

class Walk {
  readonly #findings: Findings;
  readonly #visitors: readonly Visitor[];
  readonly broken = new Set<string>();
  readonly heads: ChainHead[] = [];
  entries = 0;
  #chain: string | null = null;
  #before: Before = nothingBefore;
  #rowBefore: EntryText | null = null;

  constructor(findings: Findings, visitors: readonly Visitor[]) {
    this.#findings = findings;
    this.#visitors = visitors;
  }

  take(row: EntryText): Promise<void> | undefined {
    this.entries += 1;
    if (row.chain !== this.#chain) this.#beginChain(row.chain);
    const body = readBody(row.body);
    const now = body && readOrNull(() => after(row, body, this.#before));
    if (body === null || now === null) {
      this.#say(row, 'body', null);
      this.#before = { ...this.#before, seq: row.seq, hash: row.hash };
      return undefined;
    }
    const chain = chainFault(row, body, this.#before);
    if (chain) this.#say(row, chain, body.recordedAt);
    this.#stateFaults(row, body);
    const columns = isInTable(row) ? wrongColumns(row, body, this.#before, now) : [];
    if (columns.length > 0) this.#say(row, 'derived', body.recordedAt, columns.join(', '));
    const rowBefore = this.#rowBefore;
    this.#before = now;
    this.#rowBefore = row;
    return this.broken.has(row.chain) ? undefined : this.#tryShow({ row, body, rowBefore });
  }

  endChain(): void {
    const { seq, hash } = this.#before;
    if (this.#chain !== null) this.heads.push({ chain: this.#chain, seq, hash });
  }

  #beginChain(chain: string): void {
    this.endChain();
    [this.#chain, this.#before, this.#rowBefore] = [chain, nothingBefore, null];
  }

  #stateFaults(row: EntryText, { stateHash, effectsHash, recordedAt }: EntryBody): void {
    if (sha256(row.bytes?.snapshot ?? row.snapshot) !== stateHash) this.#say(row, 'stateHash', recordedAt);
    if (sha256(row.bytes?.effects ?? row.effects) !== effectsHash) this.#say(row, 'effectsHash', recordedAt);
  }

  #say(
    { chain, seq }: Pick<EntryText, 'chain' | 'seq'>,
    what: Fault,
    recordedAt: string | null,
    detail?: string,
  ) {
    // Dates beside it do not make the bytes themselves wrong.
    if (what !== 'derived') this.broken.add(chain);
    this.#findings.found({ chain, seq, what, recordedAt, ...(detail === undefined ? {} : { detail }) });
  }

  /** Bytes that were hashed and are still no state that a machine can read. */
  #tryShow(visited: Visited): Promise<void> | undefined {
    const unreadable = (error: unknown) => {
      if (isOfDatabase(error)) throw error;
      this.#say(visited.row, 'unreadable', visited.body.recordedAt, String(error));
    };
    try {
      return this.#show(visited)?.catch(unreadable);
    } catch (error) {
      unreadable(error);
      return undefined;
    }
  }

  #show(visited: Visited): Promise<void> | undefined {
    const waiting = this.#visitors.flatMap(({ visit }) => visit(visited) ?? []);
    return waiting.length === 0 ? undefined : Promise.all(waiting).then(() => undefined);
  }
}
