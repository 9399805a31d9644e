// The read models rebuilt in memory from definitions and entries, and compared row by row with the tables: rows that differ,
// are missing or are too many are named. What people read and what was delivered is not derived from entries and not looked at.
import type postgres from 'postgres';
import { isMigration, programmeOf } from '../../../machines/record/chain.ts';
import { canonical } from '../../../machines/record/entry.ts';
import type { Told } from '../../models/rebuild.ts';

import type { Findings } from '../findings.ts';
import type { KeptDefinitions } from '../kept-definitions.ts';
import { isOfDatabase, readOrNull } from '../readable.ts';
import {
  expectedOfProgramme,
  expectedRows,
  type Model,
  type Rows,
  type StoredRow,
  storedRows,
} from './model-rows.ts';

type ToldRow = Told & { chain: string; seq: number };

const AT_ONCE = 50;

export async function checkReadModels(
  tx: postgres.TransactionSql,
  definitions: KeptDefinitions,
  chains: readonly string[],
  broken: ReadonlySet<string>,
  findings: Findings,
): Promise<void> {
  const looked = chains.filter((chain) => !broken.has(chain));
  for (let at = 0; at < looked.length; at += AT_ONCE) {
    await compareSome(tx, definitions, looked.slice(at, at + AT_ONCE), findings);
  }
}

/** Chains that the tables tell of, whether they exist or not. */
export async function chainsWithRows(
  tx: postgres.TransactionSql,
  programme: string | null,
): Promise<string[]> {
  const rows = await tx<{ chain: string }[]>`
    select chain from public.board union select chain from public.deadline
    union select chain from public.notice union select chain from public.outbox`;
  const ours = rows.filter(({ chain }) => programme === null || programmeOf(chain) === programme);
  return ours.map(({ chain }) => chain);
}

async function compareSome(
  tx: postgres.TransactionSql,
  definitions: KeptDefinitions,
  chains: readonly string[],
  findings: Findings,
): Promise<void> {
  await definitions.fetch(chains);
  const told = groupedByChain(
    await tx<ToldRow[]>`
      select chain, seq, body, hash, effects from public.entry
      where chain = any (${[...chains]}::text[]) order by chain, seq`,
  );
  const states = await tx<{ chain: string; snapshot: string }[]>`
    select distinct on (chain) chain, snapshot from public.entry
    where chain = any (${[...chains]}::text[]) order by chain, seq desc`;
  const snapshots = new Map(states.map(({ chain, snapshot }) => [chain, snapshot]));
  const there = groupedByChain(await storedRows(tx, chains));
  for (const chain of chains) {
    const entries = told.get(chain) ?? [];
    try {
      const expected = isMigration(chain)
        ? await expectedRows(definitions, chain, entries, snapshots.get(chain))
        : await expectedOfProgramme(definitions, chain, entries);
      if (expected !== null) compare(chain, expected, there.get(chain) ?? [], findings);
    } catch (error) {
      if (isOfDatabase(error)) throw error;
      const seq = entries.at(-1)?.seq ?? 0;
      findings.found({ chain, seq, what: 'unreadable', recordedAt: null, detail: String(error) });
    }
  }
}

function compare(chain: string, expected: Rows, there: readonly StoredRow[], findings: Findings): void {
  const say = (key: string, model: Model, how: string) =>
    findings.found({ chain, seq: 0, what: model, recordedAt: null, detail: `${how}: ${key}` });
  findings.looked('models', expected.size);
  const unseen = new Map(expected);
  for (const { model, key, content, beside } of there) {
    const name = key === '' ? model : `${model} ${key}`;
    const wanted = unseen.get(name);
    unseen.delete(name);
    if (wanted === undefined) say(name, model, 'added');
    else if (readOrNull(() => canonical({ content: JSON.parse(content), beside })) !== wanted)
      say(name, model, 'differs');
  }
  // The names begin with their model.
  for (const name of unseen.keys()) say(name, name.split(' ')[0] as Model, 'missing');
}

function groupedByChain<Row extends { chain: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const grouped = new Map<string, Row[]>();
  for (const row of rows) {
    const known = grouped.get(row.chain);
    if (known) known.push(row);
    else grouped.set(row.chain, [row]);
  }
  return grouped;
}
