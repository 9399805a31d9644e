// The address of a person's own calendar: 256 random bits shown once, of which the database keeps the SHA-256 only. One a person; it ends by
// being made anew, by its owner, or with sessions and tokens.
import { randomBytes } from 'node:crypto';
import type { Sql } from 'postgres';
import { digestOf, isoOf } from './access-tokens.ts';
import { holdPerson } from './ending.ts';

export interface CalendarFeed {
  madeAt: string;
  lastReadAt: string | null;
}

/** What an address can hold; anything else is looked for nowhere. */
const WRITTEN = /^[A-Za-z0-9_-]{43}$/;

export type CalendarFeeds = ReturnType<typeof createCalendarFeeds>;

export function createCalendarFeeds(sql: Sql) {
  return {
    of: async (account: string): Promise<CalendarFeed | null> => {
      const [row] = await sql<{ made_at: string; last_read_at: string | null }[]>`
        select made_at, last_read_at from calendar_feed where account = ${account}`;
      return row
        ? {
            madeAt: isoOf(row.made_at),
            lastReadAt: row.last_read_at === null ? null : isoOf(row.last_read_at),
          }
        : null;
    },
    /** The one before it, if any, is no address any more. Null where there is no such person, or they were shut out. */
    renew: async (account: string): Promise<{ secret: string; madeAt: string } | null> => {
      const secret = randomBytes(32).toString('base64url');
      const row = await sql.begin(async (tx) => {
        const person = await holdPerson(tx, account);
        if (!person || person.disabled) return null;
        const [made] = await tx<{ made_at: string }[]>`
          insert into calendar_feed (account, digest) values (${account}, ${digestOf(secret)})
          on conflict (account) do update set digest = excluded.digest, made_at = now(), last_read_at = null
          returning made_at`;
        return made ?? null;
      });
      return row && { secret, madeAt: isoOf(row.made_at) };
    },
    /** True when there was one. */
    revoke: async (account: string): Promise<boolean> => {
      const done = await sql`delete from calendar_feed where account = ${account}`;
      return done.count === 1;
    },
    /** Whose it is; null when unknown, made anew since, revoked, or of somebody who was shut out. */
    accountOf: async (secret: string): Promise<string | null> => {
      if (!WRITTEN.test(secret)) return null;
      const [row] = await sql<{ account: string }[]>`
        select account from calendar_feed join person using (account)
        where digest = ${digestOf(secret)} and disabled_at is null`;
      return row?.account ?? null;
    },
    /** Once in a while is often enough to see whether a calendar still asks. */
    wasRead: async (account: string): Promise<void> => {
      await sql`
        update calendar_feed set last_read_at = now()
        where account = ${account} and (last_read_at is null or last_read_at < now() - interval '10 minutes')`;
    },
  };
}
