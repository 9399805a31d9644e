// What the server asks and tells about signing in: the ways there are, an account's tie to a person of the provider, its second factor.
import { z } from '@hono/zod-openapi';
import { instant } from './values.ts';

const LONGEST_SUBJECT = 255;
const LONGEST_CODE = 50;
const LONGEST_PASSWORD = 500;

/** Six digits, or a backup code, as somebody types it. */
const code = z.string().min(1).max(LONGEST_CODE);

export const signIn = z
  .object({
    account: z.string().min(1).max(100),
    password: z.string().min(1).max(LONGEST_PASSWORD),
    /** Asked for (401 `secondFactorAsked`) of whoever has a second factor, once the password was right. */
    code: code.optional(),
  })
  .openapi('SignIn');

export const signInWays = z
  .object({
    /** Null: local passwords only. */
    provider: z.object({ label: z.string() }).nullable(),
    secondFactor: z.enum(['off', 'optional', 'administrators', 'all']),
    /** Nobody administers yet: the installation is to be set up first (`/setup`). */
    toBeSetUp: z.boolean(),
  })
  .openapi('SignInWays');
export type SignInWays = z.infer<typeof signInWays>;

export const providerStart = z
  .object({
    /** The page of the console to come back to. */
    back: z.string().max(2_000).default('/'),
  })
  .openapi('ProviderStart');
export const providerAddress = z
  .object({
    /** Where the browser goes next. */
    url: z.url(),
  })
  .openapi('ProviderAddress');
export type ProviderAddress = z.infer<typeof providerAddress>;

export const subjectBody = z
  .object({
    /** The `sub` of the provider that is set: its own name for the person, which never changes. */
    subject: z.string().min(1).max(LONGEST_SUBJECT).regex(/^\S+$/),
  })
  .openapi('Subject');

export const secondFactorView = z
  .object({
    enrolledAt: instant.nullable(),
    /** Whether it may not be removed. */
    required: z.boolean(),
    backupCodesLeft: z.number().int(),
  })
  .openapi('SecondFactor');
export type SecondFactorView = z.infer<typeof secondFactorView>;
/** Whoever finds an open session must not put a device of theirs in. */
export const secondFactorStart = z
  .object({ password: z.string().min(1).max(LONGEST_PASSWORD) })
  .openapi('SecondFactorStart');
export const secondFactorKey = z
  .object({
    /** `otpauth://totp/…`, for a QR code. */
    uri: z.string(),
    /** The same key in letters, to be typed. */
    key: z.string(),
  })
  .openapi('SecondFactorKey');
export type SecondFactorKey = z.infer<typeof secondFactorKey>;
export const secondFactorCode = z.object({ code }).openapi('SecondFactorCode');
export const backupCodes = z
  .object({
    /** Shown now and never again; each is good once. */
    backupCodes: z.array(z.string()),
  })
  .openapi('BackupCodes');
export type BackupCodes = z.infer<typeof backupCodes>;
