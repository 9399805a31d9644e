// Trials of a person's own setting: asked for by the server, made by a worker, read back by the server.
import type { Database } from '../../database.ts';

export interface Trial {
  account: string;
  channel: string;
  /** Of the asking, which tells two trials apart. */
  askedAt: string;
}

export interface TrialResult extends Trial {
  ended: boolean;
  receipt: string | null;
  error: string | null;
}

export function trialsOf({ sql }: Pick<Database, 'sql'>) {
  return {
    ask: async (account: string, channels: readonly string[]): Promise<void> => {
      await sql`insert into contact_trial (account, channel) select ${account}, unnest(${[...channels]}::text[])
        on conflict (account, channel) do update
          set asked_at = now(), taken_at = null, ended_at = null, receipt = null, error = null`;
    },
    /** One dispatcher takes each, once. */
    take: async (channels: readonly string[]): Promise<Trial[]> => [
      ...(await sql<Trial[]>`
        update contact_trial set taken_at = now() where (account, channel) in (
          select account, channel from contact_trial where taken_at is null and channel = any (${[...channels]}::text[])
          limit 10 for update skip locked)
        returning account, channel, to_json(asked_at) #>> '{}' as "askedAt"`),
    ],
    end: async (
      { account, channel, askedAt }: Trial,
      result: { receipt: string } | { error: string },
    ): Promise<void> => {
      const { receipt = null, error = null } = { receipt: null, error: null, ...result };
      await sql`update contact_trial set ended_at = now(), receipt = ${receipt}, error = ${error}
        where (account, channel, asked_at) = (${account}, ${channel}, ${askedAt}::timestamptz)`;
    },
    results: async (account: string): Promise<TrialResult[]> => [
      ...(await sql<TrialResult[]>`
        select account, channel, to_json(asked_at) #>> '{}' as "askedAt", ended_at is not null as ended, receipt, error
        from contact_trial where account = ${account} order by channel`),
    ],
  };
}
