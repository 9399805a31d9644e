// Wrong passwords in a row shut an account for a while. An attempt is counted before its password is looked at, so
// that many at once count too; names nobody has are counted the same, so that the answer tells nothing.
import type { Sql } from 'postgres';

const LIMIT = 5;
const WINDOW_MINUTES = 15;

export interface Lockout {
  /** Counts an attempt; gives the seconds to wait when the account is shut, else null. */
  attempt: (account: string) => Promise<number | null>;
  /** The password was right. */
  clear: (account: string) => Promise<void>;
}

export function createLockout(sql: Sql): Lockout {
  return {
    attempt: async (account) => {
      await sql`delete from sign_in_attempt where since < now() - make_interval(days => 1)`;
      const [row] = await sql<{ attempts: number; wait: number }[]>`
        insert into sign_in_attempt as standing (account, attempts, since) values (${account}, 1, now())
        on conflict (account) do update set
          attempts = case when standing.since < now() - make_interval(mins => ${WINDOW_MINUTES})
            then 1 else standing.attempts + 1 end,
          since = case when standing.since < now() - make_interval(mins => ${WINDOW_MINUTES})
            or standing.attempts + 1 <= ${LIMIT} then now() else standing.since end
        returning attempts,
          ceil(extract(epoch from since + make_interval(mins => ${WINDOW_MINUTES}) - now()))::int as wait`;
      return row !== undefined && row.attempts > LIMIT ? row.wait : null;
    },
    clear: async (account) => {
      await sql`delete from sign_in_attempt where account = ${account}`;
    },
  };
}
