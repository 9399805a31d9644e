// Whom one entry told: each notice for each post it went to, who has read it and when, and its way to other channels.
// Who held the post is decided elsewhere.
import type { Database } from '../database.ts';
import type { NoticeRow } from './rows.ts';

export interface ToldNotice {
  content: NoticeRow;
  /** Instants on the wall, as PostgreSQL writes them in JSON. */
  reads: { account: string; readAt: string }[];
  deliveries: { channel: string; attempts: number; deliveredAt: string | null }[];
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
