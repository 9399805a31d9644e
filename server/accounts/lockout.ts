// Wrong passwords in a row shut an account for the address they come from; from everywhere else they only make it slower.
// An attempt is counted before its password is looked at, so that many at once count too; names nobody has are counted
// the same, so that the answer tells nothing.
import type { Sql } from 'postgres';

/** Wrong ones from one address, until that address is shut out. */
const LIMIT = 5;
const WINDOW_MINUTES = 15;
/** Wrong ones from all addresses, until each further one makes the next wait: 1 s, 2 s, 4 s … */
const FREE = 10;
const MOST_SECONDS = 30;
/** How long an address is remembered after a sign-in. */
const KNOWN_DAYS = 180;

/** locked: this address, for this account. paced: everyone who has not signed in from there before. */
export type Held = { as: 'locked' | 'paced'; seconds: number } | null;

export interface Lockout {
  /** Counts an attempt; gives why and how long to wait, or null. */
  attempt: (account: string, address: string) => Promise<Held>;
  /** The password was right. */
  succeeded: (account: string, address: string) => Promise<void>;
  /** A new password was given out: nothing that was tried or known before counts. */
  lift: (account: string) => Promise<void>;
}

export function createLockout(sql: Sql): Lockout {
  return {
    attempt: async (account, address) => {
      const seconds = await lockedFor(sql, account, address);
      if (seconds !== null) return { as: 'locked', seconds };
      if (await isKnown(sql, account, address)) return null;
      const wait = await pacedFor(sql, account);
      if (wait === null) return null;
      // Its password is not looked at: it is no wrong one.
      await sql`
        update sign_in_attempt set attempts = greatest(attempts - 1, 0)
        where account = ${account} and address = ${address}`;
      return { as: 'paced', seconds: wait };
    },
    succeeded: async (account, address) => {
      await sql`delete from sign_in_attempt where account = ${account} and address = ${address}`;
      await sql`delete from sign_in_pace where account = ${account}`;
      await sql`
        insert into sign_in_known_address (account, address) values (${account}, ${address})
        on conflict (account, address) do update set at = now()`;
      await sql`delete from sign_in_known_address where at < now() - make_interval(days => ${KNOWN_DAYS})`;
    },
    lift: async (account) => {
      await sql`delete from sign_in_attempt where account = ${account}`;
      await sql`delete from sign_in_pace where account = ${account}`;
      await sql`delete from sign_in_known_address where account = ${account}`;
    },
  };
}

async function lockedFor(sql: Sql, account: string, address: string): Promise<number | null> {
  await sql`delete from sign_in_attempt where since < now() - make_interval(days => 1)`;
  const [row] = await sql<{ attempts: number; wait: number }[]>`
    insert into sign_in_attempt as there (account, address, attempts, since)
    values (${account}, ${address}, 1, now())
    on conflict (account, address) do update set
      attempts = case when there.since < now() - make_interval(mins => ${WINDOW_MINUTES})
        then 1 else there.attempts + 1 end,
      since = case when there.since < now() - make_interval(mins => ${WINDOW_MINUTES})
        or there.attempts + 1 <= ${LIMIT} then now() else there.since end
    returning attempts,
      ceil(extract(epoch from since + make_interval(mins => ${WINDOW_MINUTES}) - now()))::int as wait`;
  return row !== undefined && row.attempts > LIMIT ? row.wait : null;
}

async function isKnown(sql: Sql, account: string, address: string): Promise<boolean> {
  const rows = await sql`
    select from sign_in_known_address where account = ${account} and address = ${address}`;
  return rows.length > 0;
}

/** Counts where nobody has to wait; else gives the seconds, and counts nothing. */
async function pacedFor(sql: Sql, account: string): Promise<number | null> {
  await sql`delete from sign_in_pace where since < now() - make_interval(mins => ${WINDOW_MINUTES})`;
  const counted = await sql`
    insert into sign_in_pace as there (account, attempts, since, free_at)
    values (${account}, 1, now(), to_timestamp(0))
    on conflict (account) do update set
      attempts = there.attempts + 1,
      since = now(),
      free_at = case when there.attempts + 1 <= ${FREE} then to_timestamp(0) else now() + make_interval(
        secs => least(${MOST_SECONDS}, power(2, least(there.attempts - ${FREE}, 10)))) end
    where there.free_at <= now()
    returning account`;
  if (counted.length > 0) return null;
  const [row] = await sql<{ wait: number }[]>`
    select greatest(1, ceil(extract(epoch from free_at - now())))::int as wait from sign_in_pace
    where account = ${account}`;
  return row?.wait ?? null;
}
