// Which account a person of the provider is: by issuer and subject, never by mail or name. Who may tie them is the routes' matter.
import type { Sql, TransactionSql } from 'postgres';
import { endAll, holdPerson } from '../ending.ts';

/** other: the account has another subject of this issuer. taken: the subject is another account's. */
export type Tied = 'tied' | 'other' | 'taken';

export interface Tie {
  issuer: string;
  subject: string;
  account: string;
}

export type Subjects = ReturnType<typeof createSubjects>;

export function createSubjects(sql: Sql) {
  return {
    accountOf: (tie: Omit<Tie, 'account'>): Promise<string | null> => accountOf(sql, tie),
    /** By account. */
    all: async (issuer: string): Promise<ReadonlyMap<string, string>> => {
      const rows = await sql<{ account: string; subject: string }[]>`
        select account, subject from sign_in_subject where issuer = ${issuer}`;
      return new Map(rows.map(({ account, subject }) => [account, subject]));
    },
    /** What tying would come to. */
    foresee: (tie: Tie): Promise<Tied> => found(sql, tie),
    /**
     * The same twice is done once. A password that was given out and never changed goes: its account comes by the provider now, and
     * whoever gave it out may still know it.
     */
    tie: (tie: Tie, by: string): Promise<Tied> =>
      sql.begin(async (tx) => {
        const { issuer, subject, account } = tie;
        await holdPerson(tx, account);
        await tx`
          insert into sign_in_subject (issuer, subject, account, tied_by)
          values (${issuer}, ${subject}, ${account}, ${by}) on conflict do nothing`;
        const done = await found(tx, tie);
        if (done === 'tied') await dropInitialPassword(tx, account);
        return done;
      }),
    /** Ends all that stands open of the account too. Null where nothing was tied, else its subject. */
    untie: (issuer: string, account: string): Promise<string | null> =>
      sql.begin(async (tx) => {
        await holdPerson(tx, account);
        const [row] = await tx<{ subject: string }[]>`
          delete from sign_in_subject where issuer = ${issuer} and account = ${account} returning subject`;
        if (row) await endAll(tx, account);
        return row?.subject ?? null;
      }),
  };
}

export async function accountOf(
  sql: Sql | TransactionSql,
  { issuer, subject }: Omit<Tie, 'account'>,
): Promise<string | null> {
  const [row] = await sql<{ account: string }[]>`
    select account from sign_in_subject where issuer = ${issuer} and subject = ${subject}`;
  return row?.account ?? null;
}

async function found(sql: Sql | TransactionSql, tie: Tie): Promise<Tied> {
  const { issuer, subject, account } = tie;
  const owner = await accountOf(sql, tie);
  if (owner !== null && owner !== account) return 'taken';
  const rows = await sql`
    select from sign_in_subject where issuer = ${issuer} and account = ${account} and subject <> ${subject}`;
  return rows.length > 0 ? 'other' : 'tied';
}

async function dropInitialPassword(tx: TransactionSql, account: string): Promise<void> {
  const dropped = await tx`
    delete from sign_in_credential
    where is_initial and user_id = (select id from sign_in_user where username = ${account})`;
  if (dropped.count > 0) await endAll(tx, account);
}
