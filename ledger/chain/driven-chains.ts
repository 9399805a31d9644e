// The chains that a workflow must drive, and where each stands: those of every programme whose loading came to its end.
// Before that, a run started without its past would find deadlines due that its past has met.
import type { Database } from '../database.ts';

export interface DrivenChain {
  chain: string;
  /** 0 and empty where nothing is recorded yet. */
  seq: number;
  hash: string;
}

/** The chains of one programme, or of all; programmes before their migrations, those with the newest entries first. */
export async function drivenChains({ sql }: Database, programme?: string): Promise<DrivenChain[]> {
  const within = programme ?? null;
  return [
    ...(await sql<DrivenChain[]>`
      select known.chain, coalesce(head.seq, 0) as seq, coalesce(head.hash, '') as hash
      from (
        select distinct chain, programme from definition
        where ${within}::text is null or programme = ${within}
      ) known
        join programme_loading loading on loading.programme = known.programme and loading.completed_at is not null
        left join lateral (
          select seq, hash, wall_at from entry where entry.chain = known.chain order by seq desc limit 1
        ) head on true
      order by known.chain like '%/%', head.wall_at desc nulls last, known.chain`),
  ];
}
