// A grant as the server reads it from the tables that follow from the chains: post × scope × period; standing ones, and ended ones too, with
// who gave and who ended them. Whether one holds is machines/programme/powers/lock.ts's to say.
import type { Sql, TransactionSql } from 'postgres';
import type { Grant as Power } from '../../machines/programme/powers/grant.ts';
import type { Deputy } from '../../machines/record/deputy.ts';
import { isoOf } from './access-tokens.ts';

export interface Grant {
  /** The programme whose chain says so, and the grant's id there. */
  chain: string;
  id: string;
  /** A body's id, or `administrator` or `auditor`. */
  post: string;
  /** Null: every programme (administrators and auditors only). */
  programme: string | null;
  /** Null: every system of the programme. */
  system: string | null;
  /** Both days count. */
  from: string;
  until: string;
  /** Null: a post of one's own. */
  deputy: Deputy | null;
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
  /** The last day on which it is held, where it ended by a day. */
  endedOn: string | null;
}

/** As the rule of powers takes it: what stands is long since given. */
export const powerOf = (
  account: string,
  { id, post, programme, system, from, until, deputy }: Grant,
): Power => ({
  id,
  account,
  post,
  ...(programme === null ? { system: null, overAll: true } : { system }),
  from,
  until,
  ...(deputy === null ? {} : { deputy }),
  at: '',
  by: '',
});

/** The same of a kept one, with when it was given and ended. */
export function keptPower(kept: KeptGrant): Power {
  const { account, grantedAt, grantedBy, endedAt, endedBy, endedOn } = kept;
  const power = { ...powerOf(account, kept), at: grantedAt, by: grantedBy };
  if (endedAt === null) return power;
  return {
    ...power,
    ended: { ...(endedOn === null ? {} : { on: endedOn }), at: endedAt, by: endedBy ?? '' },
  };
}

export const deputyOf = (sql: Sql | TransactionSql) => sql`
  case when deputy_kind is not null then json_strip_nulls(json_build_object('kind', deputy_kind, 'holder', deputy_holder,
    'seenBy', deputy_seen_by::text)) end`;

/** Of one programme's chain, which says of itself what is over all. */
export async function keptGrants(
  sql: Sql,
  programme: string,
  of: { account: string } | { posts: readonly string[] },
): Promise<KeptGrant[]> {
  const asked = 'account' in of ? sql`account = ${of.account}` : sql`post = any (${[...of.posts]}::text[])`;
  const rows = await sql<KeptGrant[]>`
    select chain, seq || '.' || place as id, account, name, disabled_at as "disabledAt", post, programme, system,
      from_on::text as "from", until_on::text as "until", granted_by as "grantedBy", granted_at as "grantedAt",
      ended_by as "endedBy", ended_at as "endedAt", ended_on::text as "endedOn", ${deputyOf(sql)} as deputy
    from post_grant join person using (account)
    where chain = ${programme} and ${asked}
    order by from_on, seq, place`;
  const instant = (written: string | null) => (written === null ? null : isoOf(written));
  return rows.map((row) => ({
    ...row,
    disabledAt: instant(row.disabledAt),
    grantedAt: isoOf(row.grantedAt),
    endedAt: instant(row.endedAt),
  }));
}

const sameScope = (one: Grant, other: Pick<Grant, 'post' | 'programme' | 'system'>): boolean =>
  one.post === other.post && one.programme === other.programme && one.system === other.system;

/** What is given, whichever chain says so. */
export type GivenGrant = Omit<Grant, 'chain' | 'id' | 'deputy'>;

export const isAlike = (one: Grant, other: GivenGrant): boolean =>
  sameScope(one, other) && one.from === other.from && one.until === other.until;

export const isOfScope = sameScope;

/** Once each, whatever number of chains say so. */
export const distinct = (grants: readonly Grant[]): Grant[] =>
  grants.filter((grant, index) => grants.findIndex((one) => isAlike(one, grant)) === index);
