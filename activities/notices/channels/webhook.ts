// A digest as JSON to an address of the person's own, signed so that whoever receives it knows that it is ours and when it was sent.
// No redirect is followed: a signature is for the address that was given.
import { createHmac } from 'node:crypto';
import { layout } from '../letter/layout.ts';
import type { Letter } from '../letter/letter.ts';
import { type Channel, NotDelivered } from './channel.ts';

export interface WebhookOptions {
  publicUrl: string | null;
  wallMs: () => number;
  /** Milliseconds for an answer. */
  limitMs?: number;
}

const SIGNATURE_HEADER = 'sekimori-signature';

export function webhookChannel({ publicUrl, wallMs, limitMs = 10_000 }: WebhookOptions): Channel {
  return {
    name: 'webhook',
    reaches: ({ webhook }) => webhook !== null,
    send: async (letter, { webhook, webhookSecret }) => {
      if (webhook === null || webhookSecret === null) throw new NotDelivered('no address');
      const body = JSON.stringify(payloadOf(letter, publicUrl));
      const response = await fetch(webhook, {
        method: 'POST',
        redirect: 'manual',
        signal: AbortSignal.timeout(limitMs),
        headers: {
          'content-type': 'application/json; charset=utf-8',
          'idempotency-key': letter.messageId,
          [SIGNATURE_HEADER]: signatureOf(webhookSecret, Math.floor(wallMs() / 1000), body),
        },
        body,
      });
      await response.body?.cancel();
      return receiptOf(response.status);
    },
  };
}

/** `t=1700000000,v1=…`: HMAC-SHA256 in hexadecimal of `{t}.{body}`, so that an old request is not sent again by another. */
export function signatureOf(secret: string, seconds: number, body: string): string {
  const mac = createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex');
  return `t=${seconds},v1=${mac}`;
}

const PASSING = new Set([408, 429]);

/** @throws NotDelivered for what the other side will never take */
function receiptOf(status: number): string {
  if (status >= 200 && status < 300) return `HTTP ${status}`;
  const why = status >= 300 && status < 400 ? `HTTP ${status}: a redirect is not followed` : `HTTP ${status}`;
  if (status >= 500 || PASSING.has(status)) throw new Error(why);
  throw new NotDelivered(why);
}

function payloadOf(letter: Letter, publicUrl: string | null) {
  const { programme, account, day, madeAt, late, lines, messageId } = letter;
  return {
    format: 1,
    id: messageId,
    kind: programme === null ? 'trial' : 'digest',
    programme,
    rehearsal: programme?.rehearsal ?? false,
    account,
    day,
    madeAt,
    late,
    subject: layout(letter, publicUrl).subject,
    lines: lines.map(({ parts, ...line }) => ({
      ...line,
      parts: parts.map(({ path, ...part }) => ({ ...part, url: `${publicUrl ?? ''}${path}` })),
    })),
  };
}
