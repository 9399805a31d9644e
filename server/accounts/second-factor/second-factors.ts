// The second factor of local accounts: set up by a first code, asked for after the password, taken once. How often somebody may try is
// lockout's matter, of whom it is asked policy.ts's.
import { createHmac } from 'node:crypto';
import type { Sql, TransactionSql } from 'postgres';
import { isoOf } from '../access-tokens.ts';
import { endAll, endOtherSessions, holdPerson } from '../ending.ts';
import { letterGroups } from '../sign-in/password.ts';
import { halfMinuteOf, newKey, uriOf } from './authenticator.ts';
import { createSealing } from './sealing.ts';

const BACKUP_CODES = 10;
/** Of five letters each: 49 bits. */
const BACKUP_GROUPS = 2;

export type Taken = 'authenticator' | 'backup';

/** wrong: or used before. none: nothing is set up. unreadable: sealed by another secret. */
export type Refused = 'wrong' | 'none' | 'unreadable';

export type SecondFactors = ReturnType<typeof createSecondFactors>;

export function createSecondFactors(sql: Sql, secret: string, nowMs: () => number = Date.now) {
  const sealing = createSealing(secret);
  const digestOf = (account: string, code: string): string =>
    createHmac('sha256', secret).update(`backup/${account}/${code}`).digest('base64url');

  const takeFromDevice = async (account: string, code: string, isFirst: boolean): Promise<true | Refused> => {
    const [row] = await sql<{ sealed: string }[]>`
      select sealed from second_factor where account = ${account} and (confirmed_at is null) = ${isFirst}`;
    if (!row) return 'none';
    const key = sealing.open(row.sealed, account);
    if (key === null) return 'unreadable';
    const halfMinute = halfMinuteOf(key, code, nowMs());
    if (halfMinute === null) return 'wrong';
    const taken = await sql`
      update second_factor set newest_taken = ${halfMinute}, confirmed_at = coalesce(confirmed_at, now())
      where account = ${account} and sealed = ${row.sealed} and newest_taken < ${halfMinute}`;
    return taken.count === 1 ? true : 'wrong';
  };
  const takeFromPaper = async (account: string, code: string): Promise<boolean> => {
    const used = await sql`
      update second_factor_backup set used_at = now()
      where account = ${account} and digest = ${digestOf(account, code)} and used_at is null
        and exists (select from second_factor where account = ${account} and confirmed_at is not null)`;
    return used.count === 1;
  };
  const newBackupCodes = async (tx: TransactionSql, account: string): Promise<string[]> => {
    const codes = Array.from({ length: BACKUP_CODES }, () => letterGroups(BACKUP_GROUPS));
    await tx`delete from second_factor_backup where account = ${account}`;
    for (const code of codes)
      await tx`
        insert into second_factor_backup (account, digest) values (${account}, ${digestOf(account, plain(code))})`;
    return codes;
  };
  return {
    /** A new key, which counts once a code has come from it; null where one is set up already. */
    begin: async (account: string): Promise<{ uri: string; key: string } | null> => {
      const key = newKey();
      const begun = await sql`
        insert into second_factor as there (account, sealed) values (${account}, ${sealing.seal(key, account)})
        on conflict (account) do update set sealed = excluded.sealed, made_at = now()
        where there.confirmed_at is null`;
      return begun.count === 1 ? { uri: uriOf(key, account), key } : null;
    },
    /** The first code: from now on one is asked for. Ends what else stands open of the account; gives its backup codes. */
    confirm: async (account: string, typed: string, session: string): Promise<string[] | Refused> => {
      const taken = await takeFromDevice(account, plain(typed), true);
      if (taken !== true) return taken;
      return sql.begin(async (tx) => {
        await holdPerson(tx, account);
        await endOtherSessions(tx, account, session);
        return newBackupCodes(tx, account);
      });
    },
    /** Takes a code, which is good for nothing afterwards. */
    take: async (account: string, typed: string): Promise<Taken | Refused> => {
      const code = plain(typed);
      if (!/^\d+$/.test(code)) return (await takeFromPaper(account, code)) ? 'backup' : 'wrong';
      const taken = await takeFromDevice(account, code, false);
      return taken === true ? 'authenticator' : taken;
    },
    /** New ones in place of those there were. */
    renew: (account: string): Promise<string[]> => sql.begin((tx) => newBackupCodes(tx, account)),
    state: async (account: string): Promise<{ enrolledAt: string | null; backupCodesLeft: number }> => {
      const [row] = await sql<{ at: string | null; left: number }[]>`
        select confirmed_at as at,
          (select count(*)::int from second_factor_backup b where b.account = f.account and used_at is null) as left
        from second_factor f where account = ${account}`;
      return { enrolledAt: row?.at ? isoOf(row.at) : null, backupCodesLeft: row?.left ?? 0 };
    },
    /** Taken off by its owner. */
    remove: async (account: string): Promise<void> => {
      await sql`delete from second_factor where account = ${account}`;
    },
    /** Taken off for its owner, whose device may be anybody's now: what stands open of the account ends too. */
    reset: (account: string): Promise<void> =>
      sql.begin(async (tx) => {
        await holdPerson(tx, account);
        await tx`delete from second_factor where account = ${account}`;
        await endAll(tx, account);
      }),
  };
}

/** As somebody types it on any keyboard: full-width digits, blanks and hyphens between groups, capitals. */
const plain = (typed: string): string =>
  typed
    .normalize('NFKC')
    .replaceAll(/[\s\p{Pd}ー]/gu, '')
    .toLowerCase();
