// Where people are told besides the inbox, and who was warned of a deadline.
import { isIP } from 'node:net';
import { z } from '@hono/zod-openapi';
import { LENGTH } from '../../../machines/record/limits.ts';
import { day, instant, text } from '../values.ts';

const MOST_ADDRESS = 254;
const MAIL = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?$/;

export const mailAddress = z.string().max(MOST_ADDRESS).regex(MAIL, { message: 'mailAddress' });

/** A plain connection is for the office's own network only. */
const NEAR_NAME = /^(?:[a-z0-9-]+|.*\.(?:local|lan|internal|home\.arpa|localhost))$/i;
const NEAR_ADDRESS = /^(?:10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|127\.|::1$|f[cd])/i;
/** Where machines tell of themselves: no letter goes there. */
const LINK_LOCAL = /^(?:169\.254\.|fe[89ab])/i;

function isWebhook(written: string): boolean {
  if (!URL.canParse(written)) return false;
  const { protocol, hostname, username, password, hash } = new URL(written);
  const host = hostname.replace(/^\[|\]$/g, '').replace(/^::ffff:/i, '');
  if (username + password + hash !== '' || LINK_LOCAL.test(host)) return false;
  if (protocol === 'https:') return true;
  return protocol === 'http:' && (isIP(host) === 0 ? NEAR_NAME.test(host) : NEAR_ADDRESS.test(host));
}
export const webhookAddress = z.string().max(1000).refine(isWebhook, { message: 'webhookAddress' });

export const contactChange = z
  .object({
    /** Null: no mail any more. */
    mail: mailAddress.nullish(),
    /** https, or http within the office's own network; null: none any more. */
    webhook: webhookAddress.nullish(),
    language: z.enum(['ja', 'en']).optional(),
    /** The day's checkpoint of the record by mail, as far as one audits whole programmes. */
    checkpoint: z.boolean().optional(),
  })
  .openapi('ContactChange');

const trial = z.object({
  askedAt: instant,
  ended: z.boolean(),
  receipt: z.string().nullable(),
  error: z.string().nullable(),
});

export const contactView = z
  .object({
    account: z.string(),
    mail: z.string().nullable(),
    webhook: z.string().nullable(),
    language: z.enum(['ja', 'en']),
    checkpoint: z.boolean(),
    /** Whether it would be sent: who audits no whole programme has none. */
    audits: z.boolean(),
    /** The last trial of each channel. */
    trials: z.record(z.string(), trial),
  })
  .openapi('Contact');
export type ContactView = z.infer<typeof contactView>;

export const contactSet = contactView
  .extend({
    /** Checks what comes to a webhook that was just set; not shown again. */
    webhookSecret: z.string().nullable(),
  })
  .openapi('ContactSet');
export type ContactSet = z.infer<typeof contactSet>;

/** One way of a digest besides the inbox, and how it ended. */
export const carriedBy = z.object({
  channel: z.string(),
  /** The digest by which it went there: a later one where the first had not arrived. */
  day,
  state: z.enum(['waiting', 'arrived', 'givenUp', 'carriedOver', 'moot']),
  attempts: z.number().int(),
  at: instant.nullable(),
  receipt: z.string().nullable(),
  error: z.string().nullable(),
  messageId: z.string(),
});

const warning = z.object({
  deadline: z.string(),
  /** The day that was told. */
  dueOn: day,
  account: z.string(),
  name: z.string(),
  /** In which they were told. */
  posts: z.array(z.string()),
  /** The digest's. */
  day,
  madeAt: instant,
  late: z.boolean(),
  text,
  /** In the inbox. */
  readAt: instant.nullable(),
  channels: z.array(carriedBy),
});
export const warningList = z.object({ items: z.array(warning) }).openapi('Warnings');
export type WarningView = z.infer<typeof warning>;

export const deadlineId = z.string().max(LENGTH.id);
