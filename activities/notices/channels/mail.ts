// Mail by SMTP: text and HTML, in the reader's language. One slow or dead server is waited for no longer than its limits.
import { readFileSync } from 'node:fs';
import nodemailer from 'nodemailer';
import type { Contact } from '../../../ledger/models/digests/contacts.ts';
import { checkpointFile } from '../../../machines/values/checkpoint.ts';
import { layout } from '../letter/layout.ts';
import type { Letter } from '../letter/letter.ts';
import { asHtml, asText } from '../letter/written.ts';
import { type Channel, NotDelivered } from './channel.ts';

export interface MailServer {
  host: string;
  port: number;
  tls: 'implicit' | 'starttls' | 'offered' | 'none';
  user: string | null;
  /** Asked anew for each connection. */
  password: () => string;
  caFile: string | null;
  from: string;
  publicUrl: string | null;
  /** Milliseconds without a word from the server. */
  limitMs?: number;
}

export function mailChannel(server: MailServer): Channel {
  return {
    name: 'mail',
    reaches: ({ mail }) => mail !== null,
    send: async (letter, contact) => {
      const transport = nodemailer.createTransport(connectionOf(server));
      try {
        const sent = await transport.sendMail(messageOf(server, letter, contact));
        return `${sent.response} ${sent.messageId}`;
      } catch (error) {
        throw refusedFor(error);
      } finally {
        transport.close();
      }
    },
  };
}

function connectionOf({ host, port, tls, user, password, caFile, limitMs = 20_000 }: MailServer) {
  return {
    host,
    port,
    secure: tls === 'implicit',
    requireTLS: tls === 'starttls',
    ignoreTLS: tls === 'none',
    ...(user === null ? {} : { auth: { user, pass: password() } }),
    ...(caFile === null ? {} : { tls: { ca: readFileSync(caFile) } }),
    connectionTimeout: limitMs,
    greetingTimeout: limitMs,
    socketTimeout: limitMs,
    dnsTimeout: limitMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

function messageOf({ from, publicUrl }: MailServer, letter: Letter, { mail, name }: Contact) {
  const laid = layout(letter, publicUrl);
  return {
    from,
    to: { name: oneLine(name), address: mail ?? '' },
    subject: oneLine(laid.subject),
    text: asText(laid),
    html: asHtml(laid),
    ...(letter.checkpoint ? { attachments: [attached(letter.checkpoint)] } : {}),
    messageId: `<${letter.messageId}@${domainOf(from)}>`,
    headers: {
      'Auto-Submitted': 'auto-generated',
      'Content-Language': letter.language,
      ...(letter.programme?.rehearsal ? { 'X-Sekimori-Rehearsal': 'yes' } : {}),
    },
  };
}

/** The very bytes that were signed for, under a name of their day. */
const attached = ({ signed, content }: NonNullable<Letter['checkpoint']>) => ({
  filename: checkpointFile(signed.checkpoint),
  content,
  contentType: 'application/json; charset=utf-8',
});

/** No word of a name or title begins a header of its own. */
const oneLine = (text: string): string => text.replace(/\p{Cc}+/gu, ' ').trim();

const domainOf = (from: string): string => /@([A-Za-z0-9.-]+)/.exec(from)?.[1] ?? 'sekimori.invalid';

const FINAL_STEPS: readonly unknown[] = ['EENVELOPE', 'EMESSAGE'];

/** That person or that letter is refused for good (5xx); a server that refuses us altogether is asked again. */
function refusedFor(error: unknown): Error {
  if (!(error instanceof Error)) return new Error(String(error));
  const { code, responseCode } = { code: undefined, responseCode: 0, ...error } as {
    code: unknown;
    responseCode: unknown;
  };
  const isFinal = FINAL_STEPS.includes(code) && Number(responseCode) >= 500;
  return isFinal ? new NotDelivered(error.message) : new Error(error.message);
}
