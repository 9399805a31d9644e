// How people are told outside the inbox, as the environment says it: a mail server, and where a reader's browser finds the console. Mail is
// off unless set. Speaks to nobody; the password is a file's, so that no environment and no log holds it.
import { readFileSync } from 'node:fs';
import { z } from 'zod';

export interface MailSettings {
  host: string;
  port: number;
  /** implicit: TLS from the first byte. starttls: required. offered: where the server offers it. none: never. */
  tls: 'implicit' | 'starttls' | 'offered' | 'none';
  user: string | null;
  passwordFile: string | null;
  /** A PEM file of what the server's certificate is checked against besides what the machine knows. */
  caFile: string | null;
  /** `関守 <sekimori@city.example>` */
  from: string;
}

export interface NoticeSettings {
  mail: MailSettings | null;
  /** Without a slash at its end; null where nobody has said. */
  publicUrl: string | null;
}

const say = (ja: string, en: string) => `${ja}\n${en}`;
const PORTS = { 'smtp:': 587, 'smtps:': 465 } as const;
const isScheme = (protocol: string): protocol is keyof typeof PORTS => Object.hasOwn(PORTS, protocol);

function isSmtp(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, password, search, hash, pathname } = new URL(text);
  const isBare = ['', '/'].includes(pathname) && search + hash + password === '';
  return isScheme(protocol) && hostname !== '' && isBare;
}

function isPublic(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password, search, hash } = new URL(text);
  return ['http:', 'https:'].includes(protocol) && username + password + search + hash === '';
}

/** One address, with or without a name before it; no line ends. */
const SENDER = /^(?:[^<>@\r\n]{1,100}\s)?<?[^\s<>@"(),:;\\[\]]{1,64}@[A-Za-z0-9.-]{1,250}>?$/;

export const noticeVariables = (readable: z.ZodType<string, string>) => ({
  SEKIMORI_SMTP_URL: z
    .string()
    .refine(
      isSmtp,
      say(
        'smtp://利用者@ホスト:587 か smtps://利用者@ホスト:465 の形で指定してください（利用者は省けます。パスワードは SEKIMORI_SMTP_PASSWORD_FILE のファイルに書きます）。',
        'Write it as smtp://user@host:587 or smtps://user@host:465 (the user may be left out; the password is the content of SEKIMORI_SMTP_PASSWORD_FILE).',
      ),
    )
    .optional(),
  SEKIMORI_SMTP_TLS: z
    .enum(
      ['required', 'offered', 'none'],
      say(
        'required、offered、none のいずれかを指定してください。',
        'Give one of required, offered and none.',
      ),
    )
    .optional(),
  SEKIMORI_SMTP_PASSWORD_FILE: readable.optional(),
  SEKIMORI_SMTP_CA: readable.optional(),
  SEKIMORI_MAIL_FROM: z
    .string()
    .regex(
      SENDER,
      say(
        '差出人を一つ指定してください（例: 関守 <sekimori@city.example.lg.jp>）。',
        'Give one sender, such as Sekimori <sekimori@city.example.lg.jp>.',
      ),
    )
    .optional(),
  SEKIMORI_PUBLIC_URL: z
    .string()
    .refine(
      isPublic,
      say(
        '職員のブラウザーから見た画面のアドレスを指定してください（例: https://sekimori.example.lg.jp）。',
        'Give the console’s address as people’s browsers find it, such as https://sekimori.example.lg.jp.',
      ),
    )
    .transform((text) => new URL(text).href.replace(/\/+$/, ''))
    .optional(),
});

type Read = z.infer<z.ZodObject<ReturnType<typeof noticeVariables>>>;

/** The variable without which another says nothing; undefined where all is said. */
export function absentForMail(v: Read): string | undefined {
  const { SEKIMORI_SMTP_URL: url, SEKIMORI_MAIL_FROM: from } = v;
  if (url !== undefined && from === undefined) return 'SEKIMORI_MAIL_FROM';
  const rest = [from, v.SEKIMORI_SMTP_PASSWORD_FILE, v.SEKIMORI_SMTP_CA, v.SEKIMORI_SMTP_TLS];
  return url === undefined && rest.some((one) => one !== undefined) ? 'SEKIMORI_SMTP_URL' : undefined;
}

export const absentForMailText = say(
  'メールには SEKIMORI_SMTP_URL と差出人 SEKIMORI_MAIL_FROM の両方が要ります。',
  'Mail needs both SEKIMORI_SMTP_URL and its sender, SEKIMORI_MAIL_FROM.',
);

export function noticesOf(v: Read): NoticeSettings {
  return { mail: mailOf(v), publicUrl: v.SEKIMORI_PUBLIC_URL ?? null };
}

function mailOf(v: Read): MailSettings | null {
  const { SEKIMORI_SMTP_URL: given, SEKIMORI_MAIL_FROM: from } = v;
  if (given === undefined || from === undefined) return null;
  const { protocol, hostname, port, username } = new URL(given);
  const user = username === '' ? null : decodeURIComponent(username);
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? (isScheme(protocol) ? PORTS[protocol] : PORTS['smtp:']) : Number(port),
    tls: protocol === 'smtps:' ? 'implicit' : tlsOf(v.SEKIMORI_SMTP_TLS, user),
    user,
    passwordFile: v.SEKIMORI_SMTP_PASSWORD_FILE ?? null,
    caFile: v.SEKIMORI_SMTP_CA ?? null,
    from,
  };
}

/** A password goes over no open line unless somebody says so. */
function tlsOf(asked: Read['SEKIMORI_SMTP_TLS'], user: string | null): MailSettings['tls'] {
  const { required, ...others } = { required: 'starttls', offered: 'offered', none: 'none' } as const;
  if (asked === undefined) return user === null ? others.offered : required;
  return { required, ...others }[asked];
}

/** Read anew for each connection: a password may be changed while the worker runs. */
export const passwordOf = ({ passwordFile }: MailSettings): string =>
  passwordFile === null ? '' : readFileSync(passwordFile, 'utf8').trim();
