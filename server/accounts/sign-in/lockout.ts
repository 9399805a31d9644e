// Wrong passwords in a row shut an account for the network they come from; from everywhere else they only make it slower.
// An attempt is counted before its password is looked at, so that many at once count too; names nobody has are counted
// the same, so that the answer tells nothing. What is kept of a name is a keyed hash: it may be a password, typed in the wrong place.
import { createHmac } from 'node:crypto';
import type { Sql } from 'postgres';
import { networkOf } from './network.ts';

/** Wrong ones from one network, until that network is shut out. */
const LIMIT = 5;
const WINDOW_MINUTES = 15;
/** Wrong ones from everywhere, until each further one makes the next wait: 1 s, 2 s, 4 s … */
const FREE = 10;
const MOST_SECONDS = 30;
/** How long a network is remembered after a sign-in. */
const KNOWN_DAYS = 180;

/** locked: this network, for this account. paced: everyone who has not signed in from there before. */
export type Held = { as: 'locked' | 'paced'; seconds: number } | null;

export interface Lockout {
  /** Counts an attempt; gives why and how long to wait, or null. */
  attempt: (account: string, address: string) => Promise<Held>;
  /** The password was right, and more is asked for: what was tried before counts no more. */
  right: (account: string, address: string) => Promise<void>;
  /** The person is in: from there they are known. */
  succeeded: (account: string, address: string) => Promise<void>;
  /** A new password was given out: nothing that was tried or known before counts, nor what others try until it has opened once. */
  lift: (account: string) => Promise<void>;
  /** What was tried or known before counts no more. */
  forget: (account: string) => Promise<void>;
  /** What an account is kept by. */
  keyOf: (account: string) => string;
}

/** What is tried: a password, or the code that is asked for after it, which only whoever knows the password can try. */
export type Tried = 'sign-in' | 'second-factor';

/** @param secret the same on every server of one database */
export function createLockout(sql: Sql, secret: string, tried: Tried = 'sign-in'): Lockout {
  const keyOf = (account: string): string =>
    createHmac('sha256', secret).update(`${tried}/${account}`).digest('base64url');
  const right = async (account: string, address: string): Promise<void> => {
    const [key, network] = [keyOf(account), networkOf(address)];
    await sql`delete from sign_in_attempt where account = ${key} and address = ${network}`;
    await sql`delete from sign_in_pace where account = ${key}`;
    await sql`delete from sign_in_lifted where account = ${key}`;
  };
  const forget = async (account: string): Promise<void> => {
    const key = keyOf(account);
    await sql`delete from sign_in_attempt where account = ${key}`;
    await sql`delete from sign_in_pace where account = ${key}`;
    await sql`delete from sign_in_known_address where account = ${key}`;
  };
  return {
    keyOf,
    right,
    forget,
    attempt: async (account, address) => {
      const [key, network] = [keyOf(account), networkOf(address)];
      // What is given out has 99 bits: nobody guesses it, and whoever tries would keep its person out.
      if (await isLifted(sql, key)) return null;
      const seconds = await lockedFor(sql, key, network);
      if (seconds !== null) return { as: 'locked', seconds };
      if (await isKnown(sql, key, network)) return null;
      const wait = await pacedFor(sql, key);
      if (wait === null) return null;
      // Its password is not looked at: it is no wrong one.
      await sql`
        update sign_in_attempt set attempts = greatest(attempts - 1, 0)
        where account = ${key} and address = ${network}`;
      return { as: 'paced', seconds: wait };
    },
    succeeded: async (account, address) => {
      await right(account, address);
      await sql`
        insert into sign_in_known_address (account, address) values (${keyOf(account)}, ${networkOf(address)})
        on conflict (account, address) do update set at = now()`;
      await sql`delete from sign_in_known_address where at < now() - make_interval(days => ${KNOWN_DAYS})`;
    },
    lift: async (account) => {
      await forget(account);
      await sql`
        insert into sign_in_lifted (account) values (${keyOf(account)}) on conflict (account) do update set at = now()`;
    },
  };
}

async function isLifted(sql: Sql, account: string): Promise<boolean> {
  const rows = await sql`select from sign_in_lifted where account = ${account}`;
  return rows.length > 0;
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
