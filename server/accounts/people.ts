// People and the posts they hold: role × scope × period. People are disabled, never deleted; a grant ends by its
// date. What a post may do is the machines' matter, not this file's.
import type { Sql, TransactionSql } from 'postgres';
import { ADMINISTRATOR } from '../../machines/programme/people/offices.ts';
import { endAll, holdPerson } from './ending.ts';
import { type Grant, keptGrants } from './grants.ts';

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
  grants: Grant[];
}

export interface NewGrant extends Grant {
  account: string;
  by: string;
}

export type EndedGrant = Omit<NewGrant, 'until'>;

interface GrantRow {
  post: string;
  programme: string | null;
  system: string | null;
  from_on: string;
  until_on: string;
}
const grantOf = ({ post, programme, system, from_on, until_on }: GrantRow): Grant => ({
  post,
  programme,
  system,
  from: from_on,
  until: until_on,
});

/** What takes somebody out of their posts. */
export interface Changeable {
  setDisabled: (account: string, disabled: boolean) => Promise<boolean>;
  endGrant: (given: EndedGrant) => Promise<boolean>;
}

/** Any fixed number: whoever holds it may take an administrator out. */
const ADMINISTRATION = 7_305_230_010;

export type People = ReturnType<typeof createPeople>;

export function createPeople(sql: Sql) {
  return {
    find: (account: string): Promise<Person | null> => findPerson(sql, account),
    list: async (): Promise<Person[]> => {
      const rows = await sql<{ account: string }[]>`select account from person order by account`;
      const found = await Promise.all(rows.map(({ account }) => findPerson(sql, account)));
      return found.filter((person) => person !== null);
    },
    /** False where the account is there already. */
    add: async (person: Pick<Person, 'account' | 'name' | 'rehearsal'>): Promise<boolean> => {
      const { account, name, rehearsal } = person;
      const done = await sql`
        insert into person (account, name, rehearsal) values (${account}, ${name}, ${rehearsal})
        on conflict (account) do nothing`;
      return done.count === 1;
    },
    /** Every grant of a programme and over all that was ever given: to one account, or for some posts. */
    keptGrants: (programme: string, of: { account: string } | { posts: readonly string[] }) =>
      keptGrants(sql, programme, of),
    grant: (given: NewGrant) => insertGrant(sql, given),
    /** Ends the grant that begins on `from` before its time; the row stays. False when there was none. */
    endGrant: (given: EndedGrant): Promise<boolean> => endGrant(sql, given),
    /** Shuts an account or opens it; shut, its sessions and tokens end for good. False when there is no such account. */
    setDisabled: (account: string, disabled: boolean): Promise<boolean> =>
      sql.begin((tx) => setDisabled(tx, account, disabled)),
    /**
     * Does what takes somebody out of the machine's administration, where another is left in it: the change finds what was asked,
     * whoever else is being taken out. False, with nothing done, where nobody is left.
     */
    takingOut: (
      account: string,
      on: string,
      change: (people: Changeable) => Promise<void>,
    ): Promise<boolean> =>
      sql.begin(async (tx) => {
        await tx`select pg_advisory_xact_lock(${ADMINISTRATION})`;
        if (!(await hasAdministrator(tx, on, account))) return false;
        await change({
          setDisabled: (one, disabled) => setDisabled(tx, one, disabled),
          endGrant: (given) => endGrant(tx, given),
        });
        return true;
      }),
    /** Whether anyone, or anyone but one, administers the machine on a day in Japan: nobody of a rehearsal does. */
    hasAdministrator: (on: string, besides: string | null = null): Promise<boolean> =>
      hasAdministrator(sql, on, besides),
  };
}

async function hasAdministrator(sql: Sql | TransactionSql, on: string, besides: string | null) {
  const rows = await sql`
    select from post_grant join person using (account)
    where post = ${ADMINISTRATOR} and programme is null and ended_at is null and disabled_at is null
      and rehearsal is null and from_on <= ${on}::date and until_on >= ${on}::date
      and account is distinct from ${besides} limit 1`;
  return rows.length > 0;
}

async function setDisabled(tx: TransactionSql, account: string, disabled: boolean): Promise<boolean> {
  if (!(await holdPerson(tx, account))) return false;
  await tx`
    update person set disabled_at = ${disabled ? tx`coalesce(disabled_at, now())` : null} where account = ${account}`;
  if (disabled) await endAll(tx, account);
  return true;
}

async function endGrant(sql: Sql | TransactionSql, given: EndedGrant): Promise<boolean> {
  const { account, post, programme, system, by, from } = given;
  const done = await sql`
    update post_grant set ended_at = now(), ended_by = ${by}
    where id = (
      select id from post_grant
      where account = ${account} and post = ${post} and ended_at is null and from_on = ${from}
        and programme is not distinct from ${programme} and system is not distinct from ${system}
      order by until_on limit 1)`;
  return done.count > 0;
}

async function findPerson(sql: Sql, account: string): Promise<Person | null> {
  const [row] = await sql<
    {
      name: string;
      rehearsal: string | null;
      disabled: boolean;
      initial: boolean;
      hasSecondFactor: boolean;
      subjects: Person['subjects'] | null;
      grants: GrantRow[] | null;
    }[]
  >`
    select name, rehearsal, disabled_at is not null as disabled, exists (
        select from sign_in_credential where is_initial
          and user_id = (select id from sign_in_user where username = person.account)) as initial,
      exists (select from second_factor where account = person.account and confirmed_at is not null)
        as "hasSecondFactor",
      (select json_agg(json_build_object('issuer', issuer, 'subject', subject) order by issuer)
        from sign_in_subject where account = person.account) as subjects, (
      select json_agg(json_build_object('post', post, 'programme', programme, 'system', system,
        'from_on', from_on::text, 'until_on', until_on::text) order by programme, system, post)
      from post_grant where account = person.account and ended_at is null) as grants
    from person where account = ${account}`;
  if (!row) return null;
  const { name, rehearsal, disabled, initial, hasSecondFactor, grants } = row;
  const person = { account, name, rehearsal, disabled, hasInitialPassword: initial, hasSecondFactor };
  return { ...person, subjects: row.subjects ?? [], grants: (grants ?? []).map(grantOf) };
}

async function insertGrant(sql: Sql, given: NewGrant): Promise<void> {
  const { account, post, programme, system, from, until, by } = given;
  await sql`
    insert into post_grant (account, post, programme, system, from_on, until_on, granted_by)
    select ${account}, ${post}, ${programme}, ${system}, ${from}, ${until}, ${by}
    where not exists (
      select 1 from post_grant where account = ${account} and post = ${post} and ended_at is null
        and programme is not distinct from ${programme} and system is not distinct from ${system}
        and from_on = ${from} and until_on = ${until})`;
}
