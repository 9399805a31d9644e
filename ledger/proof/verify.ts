// Proves the record: that every entry is what was hashed, follows the one before it, and leads where it says. Names the
// first wrong entry of each chain. Trusts nothing but the bytes; with `decide`, not even the states.
import type postgres from 'postgres';
import type { Definitions } from '../chain/definitions.ts';
import type { ChainHead } from '../chain/entries.ts';
import type { Database } from '../database.ts';
import { redecide } from './redecide.ts';
import type { Wrong } from './wrong.ts';

export interface VerifyOptions {
  programme?: string | undefined;
  /** Heads that an earlier checkpoint stated, kept elsewhere. */
  anchors?: readonly ChainHead[] | undefined;
  /** Decide every event again and compare; slower by far. */
  decide?: boolean | undefined;
}

export interface Verification {
  ok: boolean;
  chains: number;
  entries: number;
  /** Entries decided again; null when not asked for. Those of a machine no longer shipped are not. */
  redecided: number | null;
  /** The first wrong entry by when it was recorded. */
  firstWrong: Wrong | null;
  /** The first wrong entry of each chain that has one, in that order. */
  wrong: Wrong[];
  heads: ChainHead[];
  milliseconds: number;
}

export async function verify(
  database: Database,
  definitions: Definitions,
  { programme, anchors = [], decide = false }: VerifyOptions = {},
): Promise<Verification> {
  const began = performance.now();
  const within = programme ?? null;
  return database.sql.begin('isolation level repeatable read read only', async (tx) => {
    await tx`select set_config('statement_timeout', '0', true), set_config('work_mem', '128MB', true),
      set_config('idle_in_transaction_session_timeout', '0', true),
      set_config('parallel_setup_cost', '0', true), set_config('parallel_tuple_cost', '0', true),
      set_config('min_parallel_table_scan_size', '0', true)`; // digests are the cost, which the planner cannot see
    const [count] = await tx<{ entries: number }[]>`
      select count(*)::integer as entries from entry where ${within}::text is null or programme = ${within}`;
    const found = [...(await brokenChains(tx, within)), ...(await missingAnchors(tx, anchors))];
    const again = decide ? await redecide(tx, definitions, within) : null;
    const heads = await tx<ChainHead[]>`
      select distinct on (chain) chain, seq, hash from entry
      where ${within}::text is null or programme = ${within} order by chain, seq desc`;
    const wrong = firstOfEach([...found, ...(again?.wrong ?? [])]);
    return {
      ok: wrong.length === 0,
      chains: heads.length,
      entries: count?.entries ?? 0,
      redecided: again?.redecided ?? null,
      firstWrong: wrong[0] ?? null,
      wrong,
      heads: [...heads],
      milliseconds: Math.round(performance.now() - began),
    };
  });
}

/** Digests are computed row by row beneath the sort (`offset 0` keeps them there), so that only narrow rows are sorted. */
function brokenChains(tx: postgres.TransactionSql, within: string | null): Promise<Wrong[]> {
  return tx<Wrong[]>`
    select distinct on (chain) chain, seq, what, to_json(recorded_at) #>> '{}' as "recordedAt" from (
      select chain, seq, recorded_at, case
        when seq <> 1 + coalesce(lag(seq) over w, 0) then 'gap'
        when not hash_right then 'hash'
        when prev <> coalesce(lag(hash) over w, repeat('0', 64)) then 'prev'
        when not snapshot_right then 'snapshot'
        when not effects_right then 'effects'
        when latest_occurred_on <> max(occurred_by) over w
          or latest_recorded_on <> max(recorded_on) over w
          or backdated <> coalesce(occurred_by < max(occurred_by) over before, false) then 'derived'
      end as what
      from (
        select chain, seq, hash, prev, recorded_at, latest_occurred_on, latest_recorded_on, backdated, occurred_by,
          (recorded_at at time zone interval '9 hours')::date as recorded_on,
          encode(sha256(convert_to(body, 'UTF8')), 'hex') = hash as hash_right,
          encode(sha256(convert_to(snapshot, 'UTF8')), 'hex') = state_hash as snapshot_right,
          encode(sha256(convert_to(effects, 'UTF8')), 'hex') = effects_hash as effects_right
        from entry where ${within}::text is null or programme = ${within}
        offset 0
      ) as checked
      window w as (partition by chain order by seq),
        before as (partition by chain order by seq rows between unbounded preceding and 1 preceding)
    ) as placed
    where what is not null order by chain, seq`;
}

function missingAnchors(tx: postgres.TransactionSql, anchors: readonly ChainHead[]): Promise<Wrong[]> {
  return tx<Wrong[]>`
    select anchor.chain, anchor.seq, case when e.seq is null then 'cutOff' else 'anchor' end as what,
      to_json(e.recorded_at) #>> '{}' as "recordedAt"
    from jsonb_to_recordset(${JSON.stringify(anchors)}::text::jsonb) as anchor (chain text, seq integer, hash text)
      left join entry e on e.chain = anchor.chain and e.seq = anchor.seq
    where e.hash is distinct from anchor.hash
    order by anchor.chain, anchor.seq`;
}

function firstOfEach(found: Wrong[]): Wrong[] {
  const first = new Map<string, Wrong>();
  for (const wrong of found) {
    const known = first.get(wrong.chain);
    if (!known || wrong.seq < known.seq) first.set(wrong.chain, wrong);
  }
  const time = ({ recordedAt }: Wrong) => (recordedAt === null ? Number.MAX_VALUE : Date.parse(recordedAt));
  return [...first.values()].sort((a, b) => time(a) - time(b) || (a.chain < b.chain ? -1 : 1));
}
