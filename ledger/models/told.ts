// Whom one entry told: each notice for each post it went to, who has read it and when, and its way to other channels.
// Who held the post is decided elsewhere.
import type { Database } from '../database.ts';
import { type Carried, channelsOfPart } from './digests/carried.ts';
import type { NoticeRow } from './rows.ts';

export interface ToldNotice {
  content: NoticeRow;
  /** Instants on the wall, as PostgreSQL writes them in JSON. */
  reads: { account: string; readAt: string }[];
  deliveries: { channel: string; attempts: number; deliveredAt: string | null }[];
}

/** A notice as a person's digest told it. */
export interface ToldDigest extends Carried {
  /** The notice's place among its entry's effects. */
  index: number;
  account: string;
  name: string;
  day: string;
  late: boolean;
}

/** In which digests the notices of one entry were told. */
export async function digestsOf(
  { sql }: Database,
  programme: string,
  { chain, seq, indexes }: { chain: string; seq: number; indexes: readonly number[] },
): Promise<ToldDigest[]> {
  const keys = indexes.map((index) => [chain, seq, index].join('/'));
  const sought = keys.map((key) => JSON.stringify([{ parts: [{ key }] }]));
  return sql<ToldDigest[]>`
    select split_part(part ->> 'key', '/', -1)::integer as index, d.account, person.name, d.day::text as day,
      to_json(d.made_at) #>> '{}' as "madeAt", to_json(d.read_at) #>> '{}' as "readAt",
      d.late or (line -> 'late')::boolean as late, ${channelsOfPart({ sql })} as channels
    from digest d join person using (account), jsonb_array_elements(d.lines) line, jsonb_array_elements(line -> 'parts') part
    where d.programme = ${programme} and d.lines @> any (${sought}::text[]::jsonb[]) and part ->> 'key' = any (${keys}::text[])
    order by d.day, d.account, 1`;
}

export async function toldBy({ sql }: Database, chain: string, seq: number): Promise<ToldNotice[]> {
  return sql<ToldNotice[]>`
    select n.content, (
        select coalesce(json_agg(json_build_object('account', r.account, 'readAt', r.read_at)
          order by r.read_at, r.account), '[]')
        from notice_read r where (r.chain, r.seq, r.index, r.post) = (n.chain, n.seq, n.index, n.post)) as reads, (
        select coalesce(json_agg(json_build_object('channel', o.channel, 'attempts', o.attempts,
          'deliveredAt', o.delivered_at) order by o.channel), '[]')
        from outbox o where (o.chain, o.seq, o.index) = (n.chain, n.seq, n.index)) as deliveries
    from notice n where n.chain = ${chain} and n.seq = ${seq}
    order by n.index, n.post`;
}

/** What these adoptions told of what fell with them: each entry's notice once, whomever it went to. */
export async function fallenBy(
  { sql }: Database,
  adoptions: readonly { chain: string; seq: number }[],
): Promise<Pick<NoticeRow, 'chain' | 'seq' | 'notice'>[]> {
  if (adoptions.length === 0) return [];
  const [chains, seqs] = [adoptions.map(({ chain }) => chain), adoptions.map(({ seq }) => seq)];
  return sql<Pick<NoticeRow, 'chain' | 'seq' | 'notice'>[]>`
    select distinct on (chain, seq) chain, seq, content -> 'notice' as notice from notice
    where (chain, seq) in (select * from unnest(${chains}::text[], ${seqs}::integer[]))
      and content -> 'notice' ->> 'code' in ('definition.adopted', 'migration.retired', 'migration.continued')
    order by chain, seq, index`;
}
