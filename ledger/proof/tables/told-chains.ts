// What the read models of each chain follow from, kept while the walk passes: its last entry, and those that tell somebody something.
// Most tell nobody anything, and nothing of them is kept but which definition decided them.
import type postgres from 'postgres';
import { isMigration } from '../../../machines/record/chain.ts';
import type { Told } from '../../models/rebuild.ts';
import { readBody } from '../entries/entry-bytes.ts';
import type { EntryText } from '../entries/entry-rows.ts';
import type { Visitor } from '../entries/visitors.ts';

export interface ToldChain {
  /** Of every entry. */
  versions: ReadonlySet<number>;
  /** In their order; all others have no letters. */
  telling: readonly Told[];
  last: Told & { seq: number; snapshot: string };
}

interface Passed {
  chain: string;
  versions: Set<number>;
  telling: Told[];
  last: EntryText;
}

export class ToldChains {
  readonly #told = new Map<string, ToldChain>();
  #now: Passed | null = null;

  readonly visitor: Visitor = {
    visit: ({ row, body }) => {
      this.pass(row, body.versions.definition);
      return undefined;
    },
  };

  /** @param version of the definition that decided it */
  pass(row: EntryText, version: number): void {
    const now = this.#now?.chain === row.chain ? this.#now : this.#begin(row);
    now.versions.add(version);
    now.last = row;
    if (isMigration(row.chain) ? row.effects !== '[]' : row.body.includes('"deputy":'))
      now.telling.push(textsOf(row));
  }

  /** Undefined for a chain without entries. */
  of(chain: string): ToldChain | undefined {
    this.#end();
    return this.#told.get(chain);
  }

  #begin(row: EntryText): Passed {
    this.#end();
    this.#now = { chain: row.chain, versions: new Set(), telling: [], last: row };
    return this.#now;
  }

  #end(): void {
    if (this.#now === null) return;
    const { chain, versions, telling, last } = this.#now;
    const { seq, snapshot } = last;
    this.#told.set(chain, { versions, telling, last: { ...textsOf(last), seq, snapshot } });
    this.#now = null;
  }
}

/** Copies: the bytes that a row came in hold what came with them. */
const textsOf = ({ body, hash, effects }: EntryText): Told => ({ body, hash, effects });

/** The same, read from the table, where no walk could pass. */
export async function toldIn(tx: postgres.TransactionSql, chains: readonly string[]): Promise<ToldChains> {
  const told = new ToldChains();
  const rows = await tx<EntryText[]>`
    select chain, seq, hash, body, snapshot, effects from public.entry
    where chain = any (${[...chains]}::text[]) order by chain, seq`;
  for (const row of rows) {
    const body = readBody(row.body);
    if (body) told.pass(row, body.versions.definition);
  }
  return told;
}
