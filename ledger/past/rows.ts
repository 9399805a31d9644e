// What of chains counts on a past day, as it lies in the database: the newest entry by then, and what was recorded later about days
// up to it.
import type { Database } from '../database.ts';
import { type By, lastOf, type UpTo } from './by.ts';

export interface PastRow {
  chain: string;
  seq: number | null;
  hash: string | null;
  body: string | null;
  snapshot: string | null;
  /** Bodies of back-dated entries after `seq`, in order. */
  later: string[] | null;
  /** The newest entry that counts, where the state is decided from an earlier one. */
  shown?: Pick<PastRow, 'seq' | 'hash' | 'body'>;
}

/** The newest entry that counts on a day, per chain, and the back-dated ones after it. */
export function pastRows(
  { sql }: Database,
  chains: readonly string[],
  day: string,
  by: By,
  upTo: UpTo | null = null,
): Promise<PastRow[]> {
  const column = by === 'occurred' ? sql`latest_occurred_on` : sql`latest_recorded_on`;
  return sql<PastRow[]>`
    select asked.chain, base.seq, base.hash, base.body, base.snapshot, later.bodies as later
    from unnest(${[...chains]}::text[], ${chains.map((chain) => lastOf(upTo, chain))}::integer[])
      with ordinality as asked (chain, last, place)
    left join lateral (
      select e.seq, e.hash, e.body, e.snapshot from entry e
      where e.chain = asked.chain and e.seq <= asked.last and e.${column} <= ${day}::date
      order by e.${column} desc, e.seq desc limit 1
    ) as base on true
    left join lateral (
      select array_agg(e.body order by e.seq) as bodies from entry e
      where ${by === 'occurred'} and e.chain = asked.chain and e.backdated
        and e.seq > coalesce(base.seq, 0) and e.seq <= asked.last and e.occurred_by <= ${day}::date
    ) as later on true
    order by asked.place`;
}
