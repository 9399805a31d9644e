// Signing in and out: better-auth keeps credentials and sessions; this file and session-opening.ts set its rules and are the only ones
// that know it. A session ends after ten idle minutes and after twelve hours in any case.
import { betterAuth } from 'better-auth';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { APIError } from 'better-auth/api';
import { username } from 'better-auth/plugins/username';
import type { Sql, TransactionSql } from 'postgres';
import type { Database } from '../../../ledger/database.ts';
import { accountPattern, PASSWORD, SESSION_HOURS } from '../../../machines/values/names/account-name.ts';
import { endAll, holdPerson } from '../ending.ts';
import type { Person } from '../people.ts';
import { hashPassword, verifyPassword } from './password.ts';
import { type OpenedBy, openedBy, sessionOpening } from './session-opening.ts';
import * as tables from './sign-in-tables.ts';

const IDLE_SECONDS = 600;
/** How old a session's mark of use may be before it is set anew: one write a minute at most. */
const TOUCH_SECONDS = 60;
const ABSOLUTE_MS = SESSION_HOURS * 3_600_000;

export interface AuthenticationSettings {
  database: Database;
  /** Signs the session cookie; at least 32 random characters, the same on every server of one database. */
  secret: string;
}

export interface SessionFound {
  account: string;
  /** Its own secret: it is told to nobody. */
  session: string;
  openedBy: OpenedBy;
  cookies: string[];
}

/** Who chose a password: its owner, or another, whom its owner may not have to trust with it. */
export type GivenBy = 'owner' | 'another';

/** Of a rehearsal: its accounts keep what they were shown, and have no say anywhere else (decision 011). */
export const givenOut = ({ rehearsal }: { rehearsal: string | null }): GivenBy =>
  rehearsal === null ? 'another' : 'owner';

function engine({ database, secret }: AuthenticationSettings) {
  return betterAuth({
    appName: 'sekimori',
    // Never dialled: its own routes are not mounted, and our cookies are checked by origin before it is asked.
    baseURL: 'http://sekimori.invalid',
    secret,
    database: drizzleAdapter(database.query, { provider: 'pg', schema: tables }),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      maxPasswordLength: PASSWORD.most,
      password: { hash: hashPassword, verify: verifyPassword },
    },
    session: {
      expiresIn: IDLE_SECONDS + TOUCH_SECONDS,
      updateAge: TOUCH_SECONDS,
      additionalFields: { openedBy },
    },
    advanced: {
      cookiePrefix: 'sekimori',
      useSecureCookies: false,
      defaultCookieAttributes: { httpOnly: true, sameSite: 'strict', path: '/' },
      ipAddress: { disableIpTracking: true },
    },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
    plugins: [
      username({
        minUsernameLength: 1,
        maxUsernameLength: 100,
        usernameValidator: (name) => accountPattern.test(name),
        displayUsername: false,
      }),
      sessionOpening,
    ],
  });
}

type Engine = ReturnType<typeof engine>;
export type Authentication = ReturnType<typeof createAuthentication>;

export function createAuthentication(settings: AuthenticationSettings) {
  const auth = engine(settings);
  const { sql } = settings.database;
  /** Sets a password anew and ends all sessions and tokens. False, and nothing done, where it is not `instead` any more. */
  const setPassword = async (
    account: string,
    password: string,
    by: GivenBy,
    instead: string | null = null,
  ): Promise<boolean> => {
    const hashed = await hashPassword(password);
    return sql.begin(async (tx) => {
      await holdPerson(tx, account);
      const set = await tx`
        update sign_in_credential set password = ${hashed}, is_initial = ${by === 'another'}, updated_at = now()
        where user_id = (select id from sign_in_user where username = ${account})
          and (${instead}::text is null or password = ${instead})`;
      if (set.count === 0) return false;
      await endAll(tx, account);
      return true;
    });
  };
  return {
    /**
     * Checks a password and opens a session; null when either is wrong, or no longer right once the session stands. Unknown
     * accounts take as long.
     */
    signIn: async (account: string, password: string, headers: Headers): Promise<SessionFound | null> => {
      const body = { username: accountPattern.test(account) ? account : '-', password };
      try {
        const before = await hashOf(sql, account);
        const opened = await auth.api.signInUsername({ body, headers, returnHeaders: true });
        const { token } = opened.response;
        const isStillRight = async (tx: TransactionSql) => (await hashOf(tx, account)) === before;
        if (!(await keptWhere(sql, account, token, isStillRight))) return null;
        const cookies = opened.headers.getSetCookie();
        return { account, session: token, openedBy: 'password', cookies };
      } catch (error) {
        if (error instanceof APIError && [400, 401, 422].includes(error.statusCode)) return null;
        throw error;
      }
    },
    /**
     * Opens a session for a person whom the provider has named.
     * @param isStillTheirs looked at once the session stands: where it, or the account, is no more, there is none
     */
    openForProvider: async (
      person: Named,
      headers: Headers,
      isStillTheirs: (tx: TransactionSql) => Promise<boolean>,
    ): Promise<SessionFound | null> => {
      const { account } = person;
      const userId = await userOf(auth, person);
      const opened = await auth.api.openSession({ body: { userId }, headers, returnHeaders: true });
      const { token } = opened.response;
      if (!(await keptWhere(sql, account, token, isStillTheirs))) return null;
      return { account, session: token, openedBy: 'provider', cookies: opened.headers.getSetCookie() };
    },
    /** Ends a session that nobody was told of: what else was asked of its person did not come. */
    drop: async (session: string): Promise<void> => {
      await sql`delete from sign_in_session where token = ${session}`;
    },
    /**
     * Whose session the request's cookie names; also the cookie that keeps it alive.
     * @param isAttended false where nobody sits there: a page that asks by itself keeps no session alive
     */
    session: async (headers: Headers, isAttended: boolean): Promise<SessionFound | null> => {
      const query = { disableRefresh: !isAttended };
      const found = await auth.api.getSession({ headers, query, returnHeaders: true });
      if (!found.response) return null;
      const { session, user } = found.response;
      if (session.createdAt.getTime() + ABSOLUTE_MS < Date.now()) {
        await auth.api.signOut({ headers });
        return null;
      }
      if (!user.username) return null;
      const cookies = found.headers.getSetCookie();
      const openedBy = session.openedBy === 'provider' ? 'provider' : 'password';
      return { account: user.username, session: session.token, openedBy, cookies };
    },
    /** Ends the session; gives the cookies that forget it. */
    signOut: async (headers: Headers): Promise<string[]> => {
      const ended = await auth.api.signOut({ headers, returnHeaders: true });
      return ended.headers.getSetCookie();
    },
    /** Where this is the account's password: the hash that said so, which `setPassword` may ask to find again. */
    knows: async (account: string, password: string): Promise<string | null> => {
      const hash = await hashOf(sql, account);
      return hash !== null && (await verifyPassword({ hash, password })) ? hash : null;
    },
    hasPassword: async (account: string): Promise<boolean> => (await hashOf(sql, account)) !== null,
    setPassword,
    /** The one by which a person signs in from now on, whether there was one before or not. */
    givePassword: async ({ account, name }: Named, password: string, by: GivenBy): Promise<void> => {
      if ((await hashOf(sql, account)) === null) await enrol(auth, sql, { account, name }, password, by);
      else await setPassword(account, password, by);
    },
  };
}

type Named = Pick<Person, 'account' | 'name'>;

/** A new person's credential; goes on where an earlier call was cut off. */
async function enrol(auth: Engine, sql: Sql, person: Named, password: string, by: GivenBy) {
  const { internalAdapter } = await auth.$context;
  const userId = await userOf(auth, person);
  await internalAdapter.linkAccount({
    userId,
    providerId: 'credential',
    accountId: userId,
    password: await hashPassword(password),
  });
  await markInitial(sql, person.account, by);
}

/** The library's own id of a person; made where they have none yet. */
async function userOf(auth: Engine, { account, name }: Named): Promise<string> {
  const { internalAdapter } = await auth.$context;
  const email = `${account.replaceAll('@', '.at.')}@sekimori.invalid`;
  const there = await internalAdapter.findUserByEmail(email);
  if (there) return there.user.id;
  const made = { name, email, emailVerified: false, username: account };
  return (await internalAdapter.createUser(made, { method: 'admin' })).id;
}

async function hashOf(sql: Sql | TransactionSql, account: string): Promise<string | null> {
  const [row] = await sql<{ password: string }[]>`
    select password from sign_in_credential
    where password is not null and user_id = (select id from sign_in_user where username = ${account})`;
  return row?.password ?? null;
}

/** What came while a person was being looked at, a reset, a disabling: the session it did not see is ended here. */
function keptWhere(
  sql: Sql,
  account: string,
  token: string,
  isRight: (tx: TransactionSql) => Promise<boolean>,
): Promise<boolean> {
  return sql.begin(async (tx) => {
    const person = await holdPerson(tx, account);
    const isKept = person !== null && !person.disabled && (await isRight(tx));
    if (!isKept) await tx`delete from sign_in_session where token = ${token}`;
    return isKept;
  });
}

async function markInitial(sql: Sql, account: string, by: GivenBy): Promise<void> {
  await sql`
    update sign_in_credential set is_initial = ${by === 'another'}
    where user_id = (select id from sign_in_user where username = ${account})`;
}
