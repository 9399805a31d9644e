// How people are told besides the inbox: their own setting, no part of the record.
import { randomBytes } from 'node:crypto';
import type { Database } from '../../database.ts';

export interface Contact {
  account: string;
  name: string;
  mail: string | null;
  webhook: string | null;
  /** What is sent to the webhook is signed with it. */
  webhookSecret: string | null;
  language: 'ja' | 'en';
  /** Wants the day's checkpoint by mail, as far as they audit. */
  checkpoint: boolean;
}

export interface ContactChange {
  mail?: string | null | undefined;
  webhook?: string | null | undefined;
  language?: 'ja' | 'en' | undefined;
  checkpoint?: boolean | undefined;
}

export function contactsOf({ sql }: Pick<Database, 'sql'>) {
  const among = async (accounts: readonly string[] | null): Promise<Contact[]> =>
    sql<Contact[]>`
      select account, name, mail, webhook, webhook_secret as "webhookSecret", coalesce(language, 'ja') as language,
        coalesce(checkpoint, false) as checkpoint
      from person left join contact using (account)
      where ${accounts === null ? sql`true` : sql`account = any (${[...accounts]}::text[])`} order by account`;
  return {
    among,
    of: async (account: string): Promise<Contact | null> => (await among([account]))[0] ?? null,
    /** What is left out stays. A new webhook has a new secret; the same one keeps its own. */
    set: async (account: string, { mail, webhook, language, checkpoint }: ContactChange): Promise<void> => {
      const secret = typeof webhook === 'string' ? randomBytes(32).toString('base64url') : null;
      await sql`
        insert into contact (account, mail, webhook, webhook_secret, language, checkpoint)
        values (${account}, ${mail ?? null}, ${webhook ?? null}, ${secret}, ${language ?? 'ja'}, ${checkpoint ?? false})
        on conflict (account) do update set changed_at = now(),
          mail = case when ${mail === undefined} then contact.mail else excluded.mail end,
          webhook = case when ${webhook === undefined} then contact.webhook else excluded.webhook end,
          webhook_secret = case when ${webhook === undefined} or contact.webhook = excluded.webhook then contact.webhook_secret
            else excluded.webhook_secret end,
          language = case when ${language === undefined} then contact.language else excluded.language end,
          checkpoint = case when ${checkpoint === undefined} then contact.checkpoint else excluded.checkpoint end`;
    },
  };
}
