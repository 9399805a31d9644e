// What lets somebody in without a password, and how all of it ends: sessions and tokens. Whoever opens one, and whoever ends
// them all, holds the person's place meanwhile: none slips in between under what was true before.
import type { TransactionSql } from 'postgres';

/** Until the transaction ends, nothing of the account is opened or ended by others. Null where there is no such person. */
export async function holdPerson(tx: TransactionSql, account: string): Promise<{ disabled: boolean } | null> {
  await tx`select pg_advisory_xact_lock(hashtextextended(${`sekimori/person/${account}`}, 0))`;
  const [person] = await tx<{ disabled: boolean }[]>`
    select disabled_at is not null as disabled from person where account = ${account}`;
  return person ?? null;
}

/** Every session but one. */
export async function endOtherSessions(tx: TransactionSql, account: string, session: string): Promise<void> {
  await tx`
    delete from sign_in_session
    where token <> ${session} and user_id = (select id from sign_in_user where username = ${account})`;
}

/** Sessions, tokens, and the address of their calendar. */
export async function endAll(tx: TransactionSql, account: string): Promise<void> {
  await tx`
    delete from sign_in_session where user_id = (select id from sign_in_user where username = ${account})`;
  await tx`update access_token set revoked_at = now() where account = ${account} and revoked_at is null`;
  await tx`delete from calendar_feed where account = ${account}`;
}
