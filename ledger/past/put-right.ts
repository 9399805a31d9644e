// What was true on a day, as far as it was put right since: the entries that count on it are decided again from the first that was
// corrected on, each saying what it should have said, and without those that were voided.
import { TOLD } from '../../machines/migration/occurrences/acts.ts';
import type { MadeCorrection, MigrationSnapshot } from '../../machines/migration/state.ts';
import type { EntryBody } from '../../machines/record/entry.ts';
import { bodyOf, snapshotIn } from '../../machines/record/reader.ts';
import { reachOn } from '../../machines/values/date.ts';
import type { Database } from '../database.ts';
import { lastOf, type UpTo } from './by.ts';
import type { PastRow } from './rows.ts';

type Made = Readonly<Record<string, MadeCorrection>>;

/** The rows of a day by which things happened; those of chains in which nothing was put right stay as they are. */
export async function putRight(
  database: Database,
  rows: readonly PastRow[],
  day: string,
  upTo: UpTo | null = null,
): Promise<PastRow[]> {
  const chains = rows.map(({ chain }) => chain);
  const [made, replaced] = await Promise.all([
    correctionsMade(database, chains, upTo),
    wordsReplaced(database, chains, upTo),
  ]);
  return Promise.all(
    rows.map((row) => {
      const own = { ...made.get(row.chain), ...replaced.get(row.chain) };
      return Object.keys(own).length > 0
        ? rowPutRight(database, row, own, { day, last: lastOf(upTo, row.chain) })
        : row;
    }),
  );
}

/** What the programme told and has put right since should not have been: its newer word says what was true. */
async function wordsReplaced(
  { sql }: Database,
  chains: readonly string[],
  upTo: UpTo | null,
): Promise<ReadonlyMap<string, Made>> {
  const rows = await sql<{ chain: string; seqs: number[] }[]>`
    select chain, array_agg(seq) as seqs from (
      select chain, seq, lead(seq) over (
        partition by chain, body::jsonb -> 'fact' ->> 'occurrence' order by seq) as newer
      from entry join ${lasts(sql, chains, upTo)} using (chain)
      where type = ${TOLD} and type like 'occurrence.%' and chain = any (${[...chains]}::text[]) and seq <= last
    ) as word where newer is not null group by chain`;
  const gone = (seq: number): [string, MadeCorrection] => [String(seq), { at: seq, type: TOLD, as: null }];
  return new Map(rows.map(({ chain, seqs }) => [chain, Object.fromEntries(seqs.map(gone))]));
}

/** Each chain with the number up to which it counts. */
const lasts = (sql: Database['sql'], chains: readonly string[], upTo: UpTo | null) =>
  sql`unnest(${[...chains]}::text[], ${chains.map((chain) => lastOf(upTo, chain))}::integer[]) as counted (chain, last)`;

/** Everything that is known now of a chain's corrections stands in the state after the last of them. */
async function correctionsMade(
  { sql }: Database,
  chains: readonly string[],
  upTo: UpTo | null,
): Promise<ReadonlyMap<string, Made>> {
  const rows = await sql<{ chain: string; snapshot: string }[]>`
    select distinct on (chain) chain, snapshot from entry join ${lasts(sql, chains, upTo)} using (chain)
    where type = 'correction.approved' and chain = any (${[...chains]}::text[]) and seq <= last order by chain, seq desc`;
  return new Map(
    rows.map((row) => [row.chain, snapshotIn<MigrationSnapshot>(row).context.corrections?.made ?? {}]),
  );
}

async function rowPutRight(
  { sql }: Database,
  row: PastRow,
  made: Made,
  { day, last }: { day: string; last: number },
): Promise<PastRow> {
  const corrected = Object.keys(made).map(Number);
  const from = Math.min(row.seq ?? 0, ...corrected.map((seq) => seq - 1));
  const [base] = await sql<Pick<PastRow, 'hash' | 'body' | 'snapshot'>[]>`
    select hash, body, snapshot from entry where chain = ${row.chain} and seq = ${from}`;
  const counting = await sql<{ body: string }[]>`
    select body from entry where chain = ${row.chain} and seq > ${from} and seq <= ${last}
      and (occurred_by <= ${day}::date or seq = any (${corrected}::integer[])) order by seq`;
  const nothing = { hash: null, body: null, snapshot: null };
  return {
    chain: row.chain,
    seq: base ? from : null,
    ...(base ?? nothing),
    later: counting.flatMap(({ body }) => {
      const right = asItShouldBe(bodyOf({ body }), made);
      return right && reachOn(right.occurredOn, right.recordedAt) <= day ? [JSON.stringify(right)] : [];
    }),
    shown: { seq: row.seq, hash: row.hash, body: row.body },
  };
}

/** Null where it should not have been. */
function asItShouldBe(body: EntryBody, made: Made): EntryBody | null {
  const of = made[body.seq];
  if (!of) return body;
  return of.as && { ...body, fact: { ...of.as.fact }, occurredOn: of.as.occurredOn, actor: of.as.actor };
}
