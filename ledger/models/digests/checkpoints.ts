// The day's checkpoints and their way to those who audit: made by a server, which alone can sign, and carried by a worker. A day's is
// made once; a sending is leased to one dispatcher at a time, and one that dies with it lets the lease run out.
import { AUDITORS } from '../../../machines/programme/people/sight.ts';
import type { Database } from '../../database.ts';

export interface DayOfProgramme {
  programme: string;
  day: string;
}

export interface CheckpointSending extends DayOfProgramme {
  account: string;
  /** This attempt's number, from 1. */
  attempts: number;
  /** The very file. */
  content: string;
}

const milliseconds = (count: number) => `${count} milliseconds`;

/** Those who audit the whole of a programme on a day, want its checkpoint and say where; who audits over all programmes does so by the real calendar. */
const wanting = ({ sql }: Pick<Database, 'sql'>, realToday: string) => sql`
  select distinct d.programme, r.day, c.account
  from contact c join person p using (account) join post_grant g using (account)
  join (select distinct chain as programme from definition where kind = 'programme') d
    on d.programme = g.programme or g.programme is null
  cross join lateral (select day from digest_round where programme = d.programme order by day desc limit 1) r
  cross join lateral (select case when g.programme is null then ${realToday}::date else r.day end as today) t
  where c.checkpoint and c.mail is not null and p.disabled_at is null and (p.rehearsal is null or p.rehearsal = d.programme)
    and g.post = any (${[...AUDITORS]}::text[]) and g.system is null and (g.ended_at is null or g.ended_on is not null)
    and g.from_on <= t.today and least(g.until_on, g.ended_on) >= t.today
    and not handed_over(d.programme)`;

export function checkpointsOf({ sql }: Pick<Database, 'sql'>) {
  const isThis = ({ programme, account, day, attempts }: CheckpointSending) =>
    sql`(programme, account, day, attempts) = (${programme}, ${account}, ${day}::date, ${attempts})`;
  const end = async (
    sending: CheckpointSending,
    state: 'arrived' | 'givenUp' | 'moot',
    { receipt = null, why = null }: { receipt?: string; why?: string } | Record<string, null> = {},
  ): Promise<void> => {
    await sql`update checkpoint_sending set state = ${state}, receipt = ${receipt}, last_error = ${why}, ended_at = now(),
      leased_until = null where ${isThis(sending)} and state = 'waiting'`;
  };
  return {
    /** The newest daily one's own digest; null before the first. */
    newest: async (programme: string): Promise<string | null> => {
      const [row] = await sql<{ digest: string }[]>`
        select content::jsonb ->> 'digest' as digest from checkpoint where programme = ${programme} order by day desc limit 1`;
      return row?.digest ?? null;
    },
    /** Whose digests of the day have been made, that somebody wants a checkpoint of and none was made of yet. */
    due: async (realToday: string): Promise<DayOfProgramme[]> => [
      ...(await sql<DayOfProgramme[]>`
        select distinct programme, day::text as day from (${wanting({ sql }, realToday)}) w
        where not exists (select from checkpoint c where (c.programme, c.day) = (w.programme, w.day)) order by programme`),
    ],
    /** False where it was made already: that one stays. */
    keep: async ({ programme, day }: DayOfProgramme, content: string): Promise<boolean> => {
      const rows =
        await sql`insert into checkpoint (programme, day, content) values (${programme}, ${day}, ${content})
        on conflict do nothing returning 1`;
      return rows.length > 0;
    },
    /** The newest of each programme goes to everybody who wants it, once; gives how many sendings that began. */
    address: async (realToday: string): Promise<number> => {
      const rows = await sql`
        insert into checkpoint_sending (programme, account, day)
        select w.programme, w.account, w.day from (${wanting({ sql }, realToday)}) w
          join checkpoint c on (c.programme, c.day) = (w.programme, w.day)
        on conflict do nothing returning 1`;
      return rows.length;
    },
    /** Due ones, eldest first. */
    lease: async (limit: number, leaseMs: number): Promise<CheckpointSending[]> => [
      ...(await sql<CheckpointSending[]>`
        update checkpoint_sending s set attempts = attempts + 1, leased_until = now() + ${milliseconds(leaseMs)}::interval
        from checkpoint c
        where (c.programme, c.day) = (s.programme, s.day) and (s.programme, s.account, s.day) in (
          select programme, account, day from checkpoint_sending
          where state = 'waiting' and due_at <= now() and coalesce(leased_until, '-infinity') < now()
          order by due_at, programme, account, day limit ${limit} for update skip locked)
        returning s.programme, s.account, s.day::text as day, s.attempts, c.content`),
    ],
    /** Whether it is still theirs to have. */
    isWanted: async ({ programme, account }: CheckpointSending, realToday: string): Promise<boolean> => {
      const rows = await sql`select from (${wanting({ sql }, realToday)}) w
        where (w.programme, w.account) = (${programme}, ${account})`;
      return rows.length > 0;
    },
    arrived: (sending: CheckpointSending, receipt: string): Promise<void> =>
      end(sending, 'arrived', { receipt }),
    givenUp: (sending: CheckpointSending, why: string): Promise<void> => end(sending, 'givenUp', { why }),
    moot: (sending: CheckpointSending): Promise<void> => end(sending, 'moot'),
    failed: async (sending: CheckpointSending, why: string, retryInMs: number): Promise<void> => {
      await sql`update checkpoint_sending set due_at = now() + ${milliseconds(retryInMs)}::interval, last_error = ${why},
        leased_until = null where ${isThis(sending)} and state = 'waiting'`;
    },
  };
}
