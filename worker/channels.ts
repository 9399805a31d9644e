// The ways to people that this worker's environment sets up, besides the inbox.
import type { Channel } from '../activities/notices/channels/channel.ts';
import { mailChannel } from '../activities/notices/channels/mail.ts';
import { webhookChannel } from '../activities/notices/channels/webhook.ts';
import { type NoticeSettings, passwordOf } from '../host/process/notice-settings.ts';

export function channelsOf({ mail, publicUrl }: NoticeSettings): Channel[] {
  const webhook = webhookChannel({ publicUrl, wallMs: Date.now });
  if (mail === null) return [webhook];
  const { host, port, tls, user, caFile, from } = mail;
  const password = () => passwordOf(mail);
  return [mailChannel({ host, port, tls, user, password, caFile, from, publicUrl }), webhook];
}
