// The read models rebuilt in memory from definitions and entries, and compared row by row with the tables: rows that differ,
// are missing or are too many are named. What people read and what was delivered is not derived from entries and not looked at.
import type postgres from 'postgres';
import { isMigration, programmeOf } from '../../../machines/record/chain.ts';
import { same } from '../../../machines/record/same.ts';
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
import { type ToldChains, toldIn } from './told-chains.ts';

const AT_ONCE = 100;

/** @param told null where no walk could pass */
export async function checkReadModels(
  tx: postgres.TransactionSql,
  definitions: KeptDefinitions,
  chains: readonly string[],
  { told, broken }: { told: ToldChains | null; broken: ReadonlySet<string> },
  findings: Findings,
): Promise<void> {
  const looked = chains.filter((chain) => !broken.has(chain));
  for (let at = 0; at < looked.length; at += AT_ONCE) {
    await compareSome(tx, definitions, looked.slice(at, at + AT_ONCE), told, findings);
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
  walked: ToldChains | null,
  findings: Findings,
): Promise<void> {
  const told = walked ?? (await toldIn(tx, chains));
  await definitions.fetch(chains);
  const there = groupedByChain(await storedRows(tx, chains));
  for (const chain of chains) {
    const its = told.of(chain);
    try {
      const expected = isMigration(chain)
        ? await expectedRows(definitions, chain, its)
        : await expectedOfProgramme(definitions, chain, its);
      if (expected !== null) compare(chain, expected, there.get(chain) ?? [], findings);
    } catch (error) {
      if (isOfDatabase(error)) throw error;
      const seq = its?.last.seq ?? 0;
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
    else if (!readOrNull(() => same({ content: JSON.parse(content), beside }, wanted)))
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
