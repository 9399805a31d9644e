// The environment every process reads, checked once at its edge. Knows nothing of what the values are used for.
import { readFileSync } from 'node:fs';
import { isIP, isIPv6 } from 'node:net';
import { delimiter, resolve } from 'node:path';
import { z } from 'zod';
import {
  absentForMail,
  absentForMailText,
  type NoticeSettings,
  noticesOf,
  noticeVariables,
} from './notice-settings.ts';
import { absentOf, absentText, type SignInSettings, signInOf, signInVariables } from './sign-in-settings.ts';
import { StartFailure, type StartFault } from './start-failure.ts';

export interface Environment {
  /** Absolute path of the folder of all data of the embedded servers. */
  dataFolder: string;
  host: string;
  port: number;
  /** Absolute path of the seed folder opened on the first start; null where none is to be. */
  programmeFolder: string | null;
  /** The application role's database; null where the embedded PostgreSQL is to be used. */
  databaseUrl: string | null;
  /** The owner role's database, for schema changes. */
  ownerDatabaseUrl: string | null;
  temporal: TemporalSettings;
  /** Where this process serves its metrics on loopback, the worker's for `npm start`; null where nobody asked. */
  metricsPort: number | null;
  /** The server's, for `npm start`. */
  serverMetricsPort: number | null;
  /** Lets whoever sends it read `/metrics` at the server's own address too; null: nobody. */
  metricsToken: string | null;
  /** Names by which people reach the server, such as that of a proxy in front; without ports. */
  publicHosts: string[];
  /** Addresses of proxies whose X-Forwarded-For and -Proto are believed. */
  proxies: string[];
  /** Files of the private keys (PEM) that vouch for senders, the newest first: the server's alone. None: the data folder's own. */
  signingKeys: string[];
  /** Files of public keys in PEM, one or several in each, that a programme's first entry may name: the worker's. */
  signingPublic: string[];
  signIn: SignInSettings;
  notices: NoticeSettings;
}

export interface TemporalSettings {
  /** host:port; null where the embedded Temporal is to be used. */
  address: string | null;
  namespace: string;
  tls: TlsFiles | null;
}

/** Paths of PEM files; which of them a cluster needs is its own matter. */
export interface TlsFiles {
  cert: string | null;
  key: string | null;
  ca: string | null;
  serverName: string | null;
}

/** In place of a folder: an installation that begins with `sekimori setup`. */
export const NO_PROGRAMME = 'none';

/** A pair of sentences, kept in zod's one message until the edge splits it. */
const say = (ja: string, en: string) => `${ja}\n${en}`;

const port = z
  .string()
  .regex(/^\d+$/, say('1〜65535 の番号を指定してください。', 'Give a number from 1 to 65535.'))
  .transform(Number)
  .refine(
    (n) => n >= 1 && n <= 65535,
    say('1〜65535 の番号を指定してください。', 'Give a number from 1 to 65535.'),
  );

const hostAndPort = z
  .string()
  .regex(
    /^(\[[0-9a-fA-F:]+\]|[^\s:/]+):\d{1,5}$/,
    say(
      '「ホスト:ポート」の形で指定してください（例: temporal.example:7233）。',
      'Write it as host:port (such as temporal.example:7233).',
    ),
  );

const databaseUrl = z
  .string()
  .refine(
    isDatabaseUrl,
    say(
      'postgres://利用者:合言葉@ホスト:ポート/データベース の形で指定してください。',
      'Write it as postgres://user:password@host:port/database.',
    ),
  );

function isDatabaseUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return ['postgres:', 'postgresql:'].includes(url.protocol) && url.pathname.length > 1;
}

const readableFile = z
  .string()
  .refine(
    canRead,
    say('読めるファイルのパスを指定してください。', 'Give the path of a file that can be read.'),
  );

const listed = (paths: string): string[] => paths.split(delimiter).filter((path) => path !== '');

function canRead(path: string): boolean {
  try {
    readFileSync(path);
    return true;
  } catch {
    return false; // the answer to the question; the sentence says the rest
  }
}

const hostName = /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$|^\[[0-9a-f:]+\]$/;

/** An address in the one way in which a connection says it: `::1`, not `0:0::0:1`. */
function addressOf(text: string): string {
  const plain = text.replace(/^::ffff:(?=\d+\.)/, '');
  return isIPv6(plain) && !plain.includes('%') ? new URL(`http://[${plain}]`).hostname.slice(1, -1) : plain;
}

/** What stands between commas, compared without case. */
const listOf = (isOne: (text: string) => boolean, refused: string) =>
  z
    .string()
    .transform((text) =>
      text
        .toLowerCase()
        .split(',')
        .map((one) => one.trim()),
    )
    .refine((list) => list.every(isOne), refused);

const names = listOf(
  (name) => hostName.test(name),
  say(
    'コンマで区切って指定してください（ポートや http:// は付けません）。',
    'Write them between commas, without ports and without http://.',
  ),
);

const addresses = listOf(
  (one) => isIP(one) !== 0,
  say(
    'IP アドレスをコンマで区切って指定してください（名前、範囲、ポートは指定できません）。',
    'Give IP addresses between commas: no names, no ranges, no ports.',
  ),
).transform((list) => list.map(addressOf));

const shape = z
  .object({
    SEKIMORI_DATA: z.string().default('data'),
    SEKIMORI_HOST: z
      .string()
      .regex(/^[^\s/]+$/, say('アドレスかホスト名を指定してください。', 'Give an address or a host name.'))
      .default('127.0.0.1'),
    SEKIMORI_PORT: port.default(8700),
    SEKIMORI_PROGRAMME: z.string().default('seeds/setagaya'),
    SEKIMORI_METRICS_PORT: port.optional(),
    SEKIMORI_SERVER_METRICS_PORT: port.optional(),
    SEKIMORI_METRICS_TOKEN: z
      .string()
      .regex(
        /^[\x21-\x7e]{20,200}$/,
        say('空白のない 20〜200 文字を指定してください。', 'Give 20 to 200 characters without blanks.'),
      )
      .optional(),
    SEKIMORI_PUBLIC_HOSTS: names.default([]),
    SEKIMORI_PROXIES: addresses.default([]),
    SEKIMORI_OWNER_DATABASE_URL: databaseUrl.optional(),
    DATABASE_URL: databaseUrl.optional(),
    TEMPORAL_ADDRESS: hostAndPort.optional(),
    TEMPORAL_NAMESPACE: z.string().default('default'),
    TEMPORAL_TLS_CERT: readableFile.optional(),
    TEMPORAL_TLS_KEY: readableFile.optional(),
    TEMPORAL_TLS_CA: readableFile.optional(),
    TEMPORAL_TLS_SERVER_NAME: z.string().optional(),
    SEKIMORI_SIGNING_KEY: z.string().transform(listed).pipe(z.array(readableFile)).default([]),
    SEKIMORI_SIGNING_PUBLIC: z.string().transform(listed).pipe(z.array(readableFile)).default([]),
    ...signInVariables(readableFile),
    ...noticeVariables(readableFile),
  })
  .superRefine((v, context) => {
    const unsaid = absentOf(v);
    if (unsaid !== undefined) context.addIssue({ code: 'custom', path: [unsaid], message: absentText });
    const unsent = absentForMail(v);
    if (unsent !== undefined)
      context.addIssue({ code: 'custom', path: [unsent], message: absentForMailText });
    if ((v.TEMPORAL_TLS_CERT === undefined) === (v.TEMPORAL_TLS_KEY === undefined)) return;
    const absent = v.TEMPORAL_TLS_CERT === undefined ? 'TEMPORAL_TLS_CERT' : 'TEMPORAL_TLS_KEY';
    const message = say('証明書と鍵は両方を指定してください。', 'Give both the certificate and its key.');
    context.addIssue({ code: 'custom', path: [absent], message });
  });

/** Reads and checks the environment; an empty variable counts as absent. @throws StartFailure naming every wrong variable */
export function readEnvironment(env: Record<string, string | undefined>): Environment {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ''),
  );
  const read = shape.safeParse(given);
  if (!read.success) throw new StartFailure(...read.error.issues.map(toFault));
  const v = read.data;
  return {
    dataFolder: resolve(v.SEKIMORI_DATA),
    host: v.SEKIMORI_HOST,
    port: v.SEKIMORI_PORT,
    programmeFolder: v.SEKIMORI_PROGRAMME === NO_PROGRAMME ? null : resolve(v.SEKIMORI_PROGRAMME),
    databaseUrl: v.DATABASE_URL ?? null,
    ownerDatabaseUrl: v.SEKIMORI_OWNER_DATABASE_URL ?? v.DATABASE_URL ?? null,
    temporal: { address: v.TEMPORAL_ADDRESS ?? null, namespace: v.TEMPORAL_NAMESPACE, tls: tlsOf(v) },
    metricsPort: v.SEKIMORI_METRICS_PORT ?? null,
    serverMetricsPort: v.SEKIMORI_SERVER_METRICS_PORT ?? null,
    metricsToken: v.SEKIMORI_METRICS_TOKEN ?? null,
    publicHosts: v.SEKIMORI_PUBLIC_HOSTS,
    proxies: v.SEKIMORI_PROXIES,
    signingKeys: v.SEKIMORI_SIGNING_KEY,
    signingPublic: v.SEKIMORI_SIGNING_PUBLIC,
    signIn: signInOf(v),
    notices: noticesOf(v),
  };
}

function tlsOf(v: z.infer<typeof shape>): TlsFiles | null {
  const files = {
    cert: v.TEMPORAL_TLS_CERT ?? null,
    key: v.TEMPORAL_TLS_KEY ?? null,
    ca: v.TEMPORAL_TLS_CA ?? null,
    serverName: v.TEMPORAL_TLS_SERVER_NAME ?? null,
  };
  return Object.values(files).some((value) => value !== null) ? files : null;
}

function toFault(issue: z.core.$ZodIssue): StartFault {
  const [ja = '', en = ja] = issue.message.split('\n');
  return { code: 'environment.wrong', variable: issue.path.join('.'), ja, en };
}

export interface TemporalConnectionOptions {
  address: string;
  tls?: {
    serverNameOverride?: string;
    serverRootCACertificate?: Uint8Array;
    clientCertPair?: { crt: Uint8Array; key: Uint8Array };
  };
}

/** Options for both `Connection.connect` and `NativeConnection.connect`. Throws when no address is known. */
export function temporalConnection(environment: Environment): TemporalConnectionOptions {
  const { address, tls } = environment.temporal;
  if (address === null) {
    const [ja, en] = ['Temporal のアドレスを指定してください。', 'Give the address of Temporal.'];
    throw new StartFailure({ code: 'environment.wrong', variable: 'TEMPORAL_ADDRESS', ja, en });
  }
  if (tls === null) return { address };
  const pair =
    tls.cert !== null && tls.key !== null
      ? { crt: readFileSync(tls.cert), key: readFileSync(tls.key) }
      : null;
  return {
    address,
    tls: {
      ...(tls.serverName !== null && { serverNameOverride: tls.serverName }),
      ...(tls.ca !== null && { serverRootCACertificate: readFileSync(tls.ca) }),
      ...(pair !== null && { clientCertPair: pair }),
    },
  };
}
