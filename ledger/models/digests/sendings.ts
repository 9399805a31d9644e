// Digests on their way to a channel. A sending is leased to one dispatcher at a time; one that dies with it lets the lease run out, so
// that it is sent again under the same message id. What it tells is written down before each attempt.
import type { Database } from '../../database.ts';
import type { DigestLine } from './line.ts';

export interface Sending {
  programme: string;
  account: string;
  day: string;
  channel: string;
  /** This attempt's number, from 1. */
  attempts: number;
  /** What came up after this on the wall has not been told by this channel. */
  since: string;
  messageId: string;
  madeAt: string;
}

export interface WaitingSendings {
  channel: string;
  waiting: number;
  /** The most attempts that any of them has taken. */
  attempts: number;
  why: string | null;
}

const milliseconds = (count: number) => `${count} milliseconds`;

export function sendingsOf({ sql }: Pick<Database, 'sql'>) {
  /** Of digests and of checkpoints: whoever looks after channels is told of both. */
  const ofAll = sql`
    select programme, account, day, channel, state, attempts, last_error, ended_at, wall_at
      from digest_sending join digest using (programme, account, day)
    union all select programme, account, day, 'mail', state, attempts, last_error, ended_at, wall_at
      from checkpoint_sending join checkpoint using (programme, day)`;
  const isThis = ({ programme, account, day, channel, attempts }: Sending) =>
    sql`(programme, account, day, channel, attempts) = (${programme}, ${account}, ${day}::date, ${channel}, ${attempts})`;
  const end = async (sending: Sending, state: 'givenUp' | 'moot', why: string | null): Promise<void> => {
    await sql`update digest_sending set state = ${state}, last_error = ${why}, ended_at = now(), leased_until = null
      where ${isThis(sending)} and state = 'waiting'`;
  };
  return {
    /** Due ones, eldest first; one that follows another to the same person waits for it. */
    lease: async (channels: readonly string[], limit: number, leaseMs: number): Promise<Sending[]> => [
      ...(await sql<Sending[]>`
        update digest_sending s set attempts = attempts + 1, leased_until = now() + ${milliseconds(leaseMs)}::interval
        from digest d
        where (d.programme, d.account, d.day) = (s.programme, s.account, s.day)
          and (s.programme, s.account, s.day, s.channel) in (
            select programme, account, day, channel from digest_sending o
            where state = 'waiting' and due_at <= now() and coalesce(leased_until, '-infinity') < now()
              and channel = any (${[...channels]}::text[])
              and not exists (select from digest_sending b where (b.programme, b.account, b.channel) = (o.programme, o.account, o.channel)
                and b.day < o.day and b.leased_until >= now())
            order by due_at, programme, account, day limit ${limit} for update skip locked)
        returning s.programme, s.account, s.day::text as day, s.channel, s.attempts, to_json(s.since) #>> '{}' as since,
          s.message_id as "messageId", to_json(d.made_at) #>> '{}' as "madeAt"`),
    ],
    /** The keys of what a channel has carried to an account since an instant on the wall. */
    carried: async ({ programme, account, channel, since }: Sending): Promise<ReadonlySet<string>> => {
      const rows = await sql<{ key: string }[]>`
        select part ->> 'key' as key from digest_sending s, jsonb_array_elements(s.lines) line,
          jsonb_array_elements(line -> 'parts') part
        where (programme, account, channel, state) = (${programme}, ${account}, ${channel}, 'arrived')
          and ended_at >= ${since}::timestamptz`;
      return new Set(rows.map(({ key }) => key));
    },
    /** What this attempt tells; false where it is another's by now. */
    begun: async (
      sending: Sending,
      told: { lines: readonly DigestLine[]; late: boolean },
    ): Promise<boolean> => {
      const rows =
        await sql`update digest_sending set lines = ${JSON.stringify(told.lines)}::text::jsonb, late = ${told.late}
        where ${isThis(sending)} and state = 'waiting' returning 1`;
      return rows.length > 0;
    },
    /** Also where a newer digest was made meanwhile: it arrived all the same. */
    arrived: async (sending: Sending, receipt: string): Promise<void> => {
      await sql`update digest_sending set state = 'arrived', receipt = ${receipt}, last_error = null, ended_at = now(), leased_until = null
        where ${isThis(sending)} and state in ('waiting', 'carriedOver')`;
    },
    failed: async (sending: Sending, why: string, retryInMs: number): Promise<void> => {
      await sql`update digest_sending set due_at = now() + ${milliseconds(retryInMs)}::interval, last_error = ${why}, leased_until = null
        where ${isThis(sending)} and state in ('waiting', 'carriedOver')`;
    },
    givenUp: (sending: Sending, why: string): Promise<void> => end(sending, 'givenUp', why),
    moot: (sending: Sending): Promise<void> => end(sending, 'moot', null),
    /** By channel: what has not arrived yet, and what the last attempt of one of them met. */
    waiting: async (): Promise<WaitingSendings[]> => [
      ...(await sql<WaitingSendings[]>`
        select channel, count(*)::integer as waiting, max(attempts) as attempts, max(last_error) as why
        from (${ofAll}) s where state = 'waiting' group by channel order by channel`),
    ],
    /** Of a programme, by channel: what was due for longer than this and has not gone out, the first day, and what its last attempt met. */
    unsent: async (
      programme: string,
      forMs: number,
    ): Promise<{ channel: string; waiting: number; since: string; why: string | null }[]> => [
      ...(await sql<{ channel: string; waiting: number; since: string; why: string | null }[]>`
        select channel, count(*)::integer as waiting, min(day)::text as since, max(last_error) as why
        from (${ofAll}) s
        where programme = ${programme} and state = 'waiting' and wall_at < now() - ${milliseconds(forMs)}::interval
        group by channel order by channel`),
    ],
    /** Given up within some days, by programme and account. */
    lately: async (
      days: number,
    ): Promise<{ programme: string; account: string; channel: string; why: string | null }[]> => [
      ...(await sql<{ programme: string; account: string; channel: string; why: string | null }[]>`
        select distinct on (programme, account, channel) programme, account, channel, last_error as why from (${ofAll}) s
        where state = 'givenUp' and ended_at > now() - ${`${days} days`}::interval
        order by programme, account, channel, ended_at desc limit 200`),
    ],
  };
}
