// Tokens of the command: 256 random bits shown once; the database keeps their SHA-256 only. They end by date, by
// revocation, or with their account.
import { createHash, randomBytes } from 'node:crypto';
import type { Sql } from 'postgres';
import { holdPerson } from './ending.ts';

export interface AccessToken {
  id: string;
  account: string;
  label: string;
  createdAt: string;
  expiresAt: string;
  lastUsedAt: string | null;
}

const PREFIX = 'skm_';

export const digestOf = (token: string): string => createHash('sha256').update(token).digest('hex');
export const newToken = (): string => `${PREFIX}${randomBytes(32).toString('base64url')}`;

/** PostgreSQL's text of an instant as ISO 8601. */
export const isoOf = (written: string): string => new Date(written).toISOString();

export type AccessTokens = ReturnType<typeof createAccessTokens>;

export function createAccessTokens(sql: Sql) {
  return {
    /** Null where the session that asks for it has ended meanwhile; `session` null where none asks. */
    issue: async (
      account: string,
      label: string,
      days: number,
      session: string | null = null,
    ): Promise<{ id: string; token: string; expiresAt: string } | null> => {
      const token = newToken();
      const id = randomBytes(9).toString('base64url');
      const row = await sql.begin(async (tx) => {
        await holdPerson(tx, account);
        const [made] = await tx<{ expires_at: string }[]>`
          insert into access_token (id, account, label, digest, expires_at)
          select ${id}, ${account}, ${label}, ${digestOf(token)}, now() + make_interval(days => ${days})
          where ${session}::text is null
            or exists (select from sign_in_session where token = ${session} and expires_at > now())
          returning expires_at`;
        return made;
      });
      return row ? { id, token, expiresAt: isoOf(row.expires_at) } : null;
    },
    /** Whose token this is; null when unknown, ended or revoked. */
    accountOf: async (token: string): Promise<string | null> => {
      if (!token.startsWith(PREFIX)) return null;
      const [row] = await sql<{ account: string }[]>`
        update access_token set last_used_at = now()
        where digest = ${digestOf(token)} and revoked_at is null and expires_at > now()
        returning account`;
      return row?.account ?? null;
    },
    list: async (account: string): Promise<AccessToken[]> => {
      const rows = await sql<
        { id: string; label: string; created_at: string; expires_at: string; last_used_at: string | null }[]
      >`
        select id, label, created_at, expires_at, last_used_at from access_token
        where account = ${account} and revoked_at is null and expires_at > now() order by created_at desc`;
      return rows.map((row) => ({
        id: row.id,
        account,
        label: row.label,
        createdAt: isoOf(row.created_at),
        expiresAt: isoOf(row.expires_at),
        lastUsedAt: row.last_used_at === null ? null : isoOf(row.last_used_at),
      }));
    },
    /** True when one was ended. */
    revoke: async (account: string, id: string): Promise<boolean> => {
      const done = await sql`
        update access_token set revoked_at = now()
        where id = ${id} and account = ${account} and revoked_at is null`;
      return done.count === 1;
    },
  };
}
