// People and the posts they hold: role × scope × period. Both are read from tables that follow from the programmes' chains; nothing here
// gives a post. What a post may do is the machines' matter, not this file's.
import type { Sql, TransactionSql } from 'postgres';
import { ADMINISTRATOR } from '../../machines/programme/people/offices.ts';
import { endAll, holdPerson } from './ending.ts';
import { deputyOf, type Grant, keptGrants } from './grants.ts';

export interface Person {
  account: string;
  name: string;
  /** The rehearsal that brought this account: it has no say in real programmes. Null for real people. */
  rehearsal: string | null;
  disabled: boolean;
  /** Given out by another and not changed since. */
  hasInitialPassword: boolean;
  /** Set up, with its first code. */
  hasSecondFactor: boolean;
  /** Who they are to identity providers. */
  subjects: { issuer: string; subject: string }[];
  /** Those that have not ended at once; what is over all is told by each programme's chain. */
  grants: Grant[];
}

/** Any fixed number: whoever holds it may take an administrator out. */
const ADMINISTRATION = 7_305_230_010;

export type People = ReturnType<typeof createPeople>;

export function createPeople(sql: Sql) {
  return {
    find: async (account: string): Promise<Person | null> => (await findPeople(sql, [account]))[0] ?? null,
    list: (among: readonly string[] | null = null): Promise<Person[]> => findPeople(sql, among),
    /** Those of them who have neither a password nor a person of a provider: their making was cut off. */
    withoutWayIn: async (among: readonly string[]): Promise<ReadonlySet<string>> => {
      const rows = await sql<{ account: string }[]>`
        select account from person where account = any (${[...among]}::text[])
          and not exists (select from sign_in_subject where account = person.account)
          and not exists (select from sign_in_credential where password is not null
            and user_id = (select id from sign_in_user where username = person.account))`;
      return new Set(rows.map(({ account }) => account));
    },
    /** Every grant that a programme's chain ever gave: to one account, or for some posts. */
    keptGrants: (programme: string, of: { account: string } | { posts: readonly string[] }) =>
      keptGrants(sql, programme, of),
    /** Sessions and tokens of an account that was shut end for good. */
    endSessions: (account: string): Promise<void> =>
      sql.begin(async (tx) => {
        await holdPerson(tx, account);
        await endAll(tx, account);
      }),
    /**
     * Does what takes somebody out of the machine's administration, where another is left in it, whoever else is being taken out
     * meanwhile. False, with nothing done, where nobody is left.
     */
    takingOut: (account: string, on: string, change: () => Promise<void>): Promise<boolean> =>
      sql.begin(async (tx) => {
        await tx`select pg_advisory_xact_lock(${ADMINISTRATION})`;
        if (!(await hasAdministrator(tx, on, account))) return false;
        await change();
        return true;
      }),
    /** Whether anyone, or anyone but one, administers the machine on a day in Japan: nobody of a rehearsal does. */
    hasAdministrator: (on: string, besides: string | null = null): Promise<boolean> =>
      hasAdministrator(sql, on, besides),
  };
}

/** The last day on which a grant is held. */
const last = (sql: Sql | TransactionSql) => sql`least(until_on, ended_on)`;
const stands = (sql: Sql | TransactionSql) => sql`(ended_at is null or ended_on is not null)`;

async function hasAdministrator(sql: Sql | TransactionSql, on: string, besides: string | null) {
  const rows = await sql`
    select from post_grant join person using (account)
    where post = ${ADMINISTRATOR} and programme is null and ${stands(sql)} and disabled_at is null
      and rehearsal is null and from_on <= ${on}::date and ${last(sql)} >= ${on}::date
      and account is distinct from ${besides} limit 1`;
  return rows.length > 0;
}

type Row = Omit<Person, 'grants'> & { grants: Grant[] | null };

/** In the order of their accounts; null: everybody. */
async function findPeople(sql: Sql, among: readonly string[] | null): Promise<Person[]> {
  const rows = await sql<Row[]>`
    select account, name, rehearsal, disabled_at is not null as disabled, exists (
        select from sign_in_credential where is_initial
          and user_id = (select id from sign_in_user where username = person.account)) as "hasInitialPassword",
      exists (select from second_factor where account = person.account and confirmed_at is not null)
        as "hasSecondFactor",
      (select coalesce(json_agg(json_build_object('issuer', issuer, 'subject', subject) order by issuer), '[]')
        from sign_in_subject where account = person.account) as subjects, (
      select json_agg(json_build_object('chain', chain, 'id', seq || '.' || place, 'post', post, 'programme', programme,
        'system', system, 'from', from_on::text, 'until', ${last(sql)}::text, 'deputy', ${deputyOf(sql)})
        order by programme, system, post, chain, seq, place)
      from post_grant where account = person.account and ${stands(sql)}) as grants
    from person where ${among === null ? sql`true` : sql`account = any (${[...among]}::text[])`}
    order by account`;
  return rows.map((row) => ({ ...row, grants: row.grants ?? [] }));
}
