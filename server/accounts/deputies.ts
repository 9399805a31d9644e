// Deputyships as the server reads them from the table that follows from a programme's chain: each appointment once, whatever number of
// systems it is for.
import type { Sql } from 'postgres';
import type { Deputy } from '../../machines/record/deputy.ts';
import { deputyOf } from './grants.ts';

export interface Deputyship {
  /** The entry that appointed. */
  seq: number;
  account: string;
  name: string;
  post: string;
  systems: string[] | null;
  deputy: Deputy;
  /** What the holder is called; null where the post is vacant. */
  holderName: string | null;
  from: string;
  /** Its last day as it stands. */
  until: string;
  /** It ended at once. */
  isUndone: boolean;
  reason: string;
  grants: string[];
}

/** The newest first. */
export async function deputiesOf(sql: Sql, code: string): Promise<Deputyship[]> {
  return sql<Deputyship[]>`
    select g.seq, g.account, p.name, g.post, array_agg(g.system order by g.place) filter (where g.system is not null) as systems,
      min(${deputyOf(sql)}::text)::json as deputy,
      (select h.name from person h where h.account = min(g.deputy_holder)) as "holderName", g.from_on::text as "from", min(least(g.until_on, g.ended_on))::text as until,
      bool_and(g.ended_at is not null and g.ended_on is null) as "isUndone",
      (select e.body::jsonb -> 'fact' ->> 'reason' from entry e where e.chain = g.chain and e.seq = g.seq) as reason,
      array_agg(g.seq || '.' || g.place order by g.place) as grants
    from post_grant g join person p using (account)
    where g.chain = ${code} and g.deputy_kind is not null
    group by g.chain, g.seq, g.account, p.name, g.post, g.from_on order by g.seq desc`;
}
