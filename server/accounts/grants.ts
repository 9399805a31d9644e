// A grant: post × scope × period; and grants as they are kept, ended ones too, with who gave and who ended them. What one
// gives, now or at a past moment, is authority.ts's to say.
import type { Sql } from 'postgres';
import { isoOf } from './access-tokens.ts';

export interface Grant {
  /** A body's id, or `administrator` or `auditor`. */
  post: string;
  /** Null: every programme (administrators and auditors only). */
  programme: string | null;
  /** Null: every system of the programme. */
  system: string | null;
  /** Both days count. */
  from: string;
  until: string;
}

export interface KeptGrant extends Grant {
  account: string;
  name: string;
  /** When the account was shut, where it is now. */
  disabledAt: string | null;
  grantedBy: string;
  /** On the wall, as `endedAt` is. */
  grantedAt: string;
  /** Ended before its time. */
  endedBy: string | null;
  endedAt: string | null;
}

export async function keptGrants(
  sql: Sql,
  programme: string,
  of: { account: string } | { posts: readonly string[] },
): Promise<KeptGrant[]> {
  const asked = 'account' in of ? sql`account = ${of.account}` : sql`post = any (${[...of.posts]}::text[])`;
  const rows = await sql<KeptGrant[]>`
    select account, name, disabled_at as "disabledAt", post, programme, system, from_on::text as "from",
      until_on::text as "until", granted_by as "grantedBy", granted_at as "grantedAt", ended_by as "endedBy",
      ended_at as "endedAt"
    from post_grant join person using (account)
    where (programme = ${programme} or programme is null) and ${asked}
    order by from_on, post_grant.id`;
  const instant = (written: string | null) => (written === null ? null : isoOf(written));
  return rows.map((row) => ({
    ...row,
    disabledAt: instant(row.disabledAt),
    grantedAt: isoOf(row.grantedAt),
    endedAt: instant(row.endedAt),
  }));
}
