// Which entries were put right, and by which: the pairs as a history shows them.
import type { Database } from '../database.ts';
import { type AsOf, lastOf, type UpTo } from '../past/by.ts';

export const PROPOSAL = 'correction.proposed';
export const APPROVAL = 'correction.approved';

/** `by`: the entry that approved it; voids: the entry should not have been at all. `proposed` and `decided`: the bodies of both. */
export interface CorrectionPair {
  chain: string;
  entry: number;
  by: number;
  voids: boolean;
  proposed: string;
  decided: string;
}

/** In the order in which they were approved; on a past day by the recorded date, those that were known by then. */
export function correctionPairs(
  { sql }: Pick<Database, 'sql'>,
  chains: readonly string[],
  asOf: AsOf,
  upTo: UpTo | null = null,
): Promise<CorrectionPair[]> {
  const known = asOf?.by === 'recorded' ? asOf.day : 'infinity';
  return sql<CorrectionPair[]>`
    select e.chain, e.seq as by, named.entry, e.body as decided, proposal.body as proposed,
      proposal.body::jsonb -> 'fact' -> 'should' = 'null'::jsonb as voids
    from unnest(${[...chains]}::text[], ${chains.map((chain) => lastOf(upTo, chain))}::integer[]) as counted (chain, last)
    join entry e on e.chain = counted.chain and e.seq <= counted.last,
    lateral (select (e.body::jsonb -> 'fact' ->> 'entry')::integer as entry) as named,
    lateral (
      select p.body from entry p
      where p.chain = e.chain and p.seq < e.seq and p.type = ${PROPOSAL}
        and (p.body::jsonb -> 'fact' ->> 'entry')::integer = named.entry
      order by p.seq desc limit 1) as proposal
    where e.type = ${APPROVAL} and e.latest_recorded_on <= ${known}::date
    order by e.chain, e.seq`;
}
