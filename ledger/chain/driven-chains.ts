// The chains that a workflow must drive, and where each stands: those of every programme whose loading came to its end.
// Before that, a run started without its past would find deadlines due that its past has met. And the chains that no workflow drives any
// more, since their programme goes on in another installation.
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
        join (
          select programme from programme_loading where completed_at is not null and not handed_over(programme)
        ) here using (programme)
        left join lateral (
          select seq, hash, wall_at from entry where entry.chain = known.chain order by seq desc limit 1
        ) head on true
      order by known.chain like '%/%', head.wall_at desc nulls last, known.chain`),
  ];
}

/** Whether a programme has been handed over to another installation, and not been taken up since. */
export async function isHandedOver({ sql }: Database, programme: string): Promise<boolean> {
  const [row] = await sql<{ over: boolean }[]>`select handed_over(${programme}) as over`;
  return row?.over === true;
}

export async function handedOverChains({ sql }: Database): Promise<string[]> {
  const rows = await sql<{ chain: string }[]>`
    select distinct chain from definition
    where programme in (select d.chain from definition d where d.kind = 'programme' and handed_over(d.chain)) order by chain`;
  return rows.map(({ chain }) => chain);
}
