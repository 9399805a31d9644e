// What the server tells of accounts, their posts and tokens, and of who read what.
import { z } from '@hono/zod-openapi';
import { deputy } from '../../machines/record/deputy.ts';
import { LENGTH } from '../../machines/record/limits.ts';
import { accountPattern, PASSWORD } from '../../machines/values/names/account-name.ts';
import { writtenLine } from '../../machines/values/text.ts';
import { day, instant, pageOf, pageQuery, text } from './values.ts';

export const newToken = z
  .object({
    /** What the token is for, as its owner will know it again. */
    label: writtenLine(LENGTH.name),
    days: z.number().int().min(1).max(366).default(90),
  })
  .openapi('NewToken');
export const issuedToken = z
  .object({ id: z.string(), token: z.string(), expiresAt: instant })
  .openapi('IssuedToken');
export type IssuedToken = z.infer<typeof issuedToken>;
export const tokenList = z
  .object({
    items: z.array(
      z.object({
        id: z.string(),
        label: z.string(),
        createdAt: instant,
        expiresAt: instant,
        lastUsedAt: instant.nullable(),
      }),
    ),
  })
  .openapi('TokenList');

/** Of one's own choosing. */
export const newPassword = z.string().min(PASSWORD.least).max(PASSWORD.most);
export const passwordBody = z
  .object({ current: z.string().min(1).max(PASSWORD.most), next: newPassword })
  .openapi('PasswordChange');

export const account = z.string().regex(accountPattern, { message: 'account' });

/** A post held in a programme or one system of it; `administrator` and `auditor` may be over all programmes. */
export const postView = z.object({
  post: z.string(),
  programme: z.string().nullable(),
  system: z.string().nullable(),
  from: day,
  until: day,
  /** Left out where it is a post of one's own. */
  deputy: deputy.optional(),
});
/** With what its codes are called by the programme as it stands. */
const heldPostView = postView.extend({
  label: text,
  programmeName: text.nullable(),
  systemName: text.nullable(),
});
export const accountView = z
  .object({
    account: z.string(),
    name: z.string(),
    rehearsal: z.string().nullable(),
    disabled: z.boolean(),
    /** Whether a second factor is set up. */
    secondFactor: z.boolean(),
    /** Who they are to identity providers. */
    subjects: z.array(z.object({ issuer: z.string(), subject: z.string() })),
    posts: z.array(heldPostView),
  })
  .openapi('Account');
export type AccountView = z.infer<typeof accountView>;
export const accountList = z.object({ items: z.array(accountView) }).openapi('AccountList');

export const newAccount = z.object({ account, name: writtenLine(LENGTH.name) }).openapi('NewAccount');
/** Whose it is to be, as far as that is known: their names may not be in it. */
export const passwordToCheck = z
  .object({ account: account.optional(), name: writtenLine(LENGTH.name).optional(), password: newPassword })
  .openapi('PasswordToCheck');
export const issuedAccount = z
  .object({ account: z.string(), name: z.string(), password: z.string() })
  .openapi('IssuedAccount');

export const newPost = z
  .object({
    post: z.string().min(1).max(LENGTH.id),
    programme: z.string().max(LENGTH.id).nullable(),
    system: z.string().max(LENGTH.id).nullable().default(null),
    /** Today where left out, on the programme's clock. */
    from: day.optional(),
    /** The end of the fiscal year where left out. */
    until: day.optional(),
  })
  .openapi('NewPost');
export const postEnd = z
  .strictObject({
    post: z.string().max(LENGTH.id),
    programme: z.string().max(LENGTH.id).nullable(),
    system: z.string().max(LENGTH.id).nullable().default(null),
    /** The first day of the grant that is meant; the one held now, else the next, where left out. */
    from: day.optional(),
    /** The last day on which it is held; at once where left out. */
    on: day.optional(),
  })
  .openapi('PostEnd');

export const accessView = z
  .object({
    at: instant,
    account: z.string(),
    /** The person's name as it is now; null where nobody known asked. */
    name: z.string().nullable(),
    /** `nobody`: whoever asked was not signed in; `feed`: a calendar program, by the address of the account's calendar. */
    via: z.enum(['session', 'token', 'operator', 'nobody', 'feed']),
    address: z.string(),
    what: z.string(),
    /** The route in words; null for what is none. */
    whatText: text.nullable(),
    programme: z.string().nullable(),
    system: z.string().nullable(),
    /** What was asked for holds the data of every system of the programme: an export, a report, the whole record. */
    ofEverySystem: z.boolean(),
    /** Whose account it is about. */
    subject: z.string().nullable(),
    subjectName: z.string().nullable(),
    /** The code of the problem it was refused with; null where it was answered. */
    problem: z.string().nullable(),
    problemText: text.nullable(),
    /** The question's words; `before` and `after` of what an administrator changed; how often it was asked `again` meanwhile. */
    detail: z.record(z.string(), z.string()),
  })
  .openapi('Access');
export const accessQuery = pageQuery.extend({
  account: z.string().max(100).optional(),
  subject: z.string().max(100).optional(),
  /** With what was read of every system. */
  system: z.string().max(100).optional(),
  /** A part of the route: `export`, `/systems/`. */
  what: z.string().max(200).optional(),
  refused: z.enum(['true', 'false']).optional(),
  from: day.optional(),
  to: day.optional(),
});
export const accessPage = pageOf(accessView).openapi('AccessPage');
