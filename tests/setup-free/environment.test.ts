// The environment as every process reads it: defaults, both languages on what is wrong, TLS files.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { childEnvironment } from '../../host/process/child-environment.ts';
import { readEnvironment, temporalConnection } from '../../host/process/environment.ts';
import { StartFailure } from '../../host/process/start-failure.ts';

function refusalOf(env: Record<string, string>): StartFailure {
  try {
    readEnvironment(env);
  } catch (error) {
    if (error instanceof StartFailure) return error;
    throw error;
  }
  throw new Error('the environment was accepted');
}

test('an empty environment means embedded servers on the default address', () => {
  expect(readEnvironment({ SEKIMORI_PORT: '', DATABASE_URL: '' })).toEqual({
    dataFolder: resolve('data'),
    host: '127.0.0.1',
    port: 8700,
    programmeFolder: resolve('seeds/setagaya'),
    databaseUrl: null,
    ownerDatabaseUrl: null,
    temporal: { address: null, namespace: 'default', tls: null },
    metricsPort: null,
    serverMetricsPort: null,
    metricsToken: null,
    publicHosts: [],
    proxies: [],
    signingKeys: [],
    signingPublic: [],
    signIn: { provider: null, secondFactor: 'off' },
    notices: { mail: null, publicUrl: null },
  });
});

test('an installation may begin without a programme, and its processes are told so', () => {
  const own = readEnvironment({ SEKIMORI_PROGRAMME: 'none' });
  expect(own.programmeFolder).toBeNull();
  const reached = {
    databaseUrl: 'postgres://app:secret@127.0.0.1:1/sekimori',
    temporalAddress: '127.0.0.1:2',
  };
  expect(readEnvironment(childEnvironment({}, own, reached)).programmeFolder).toBeNull();
});

test('the owner of an outside database is the application itself unless named', () => {
  const app = 'postgres://app:secret@db.example/sekimori';
  const owner = 'postgres://owner:secret@db.example/sekimori';
  expect(readEnvironment({ DATABASE_URL: app }).ownerDatabaseUrl).toBe(app);
  expect(readEnvironment({ DATABASE_URL: app, SEKIMORI_OWNER_DATABASE_URL: owner }).ownerDatabaseUrl).toBe(
    owner,
  );
});

test.each([
  ['SEKIMORI_PORT', 'eighty'],
  ['SEKIMORI_PORT', '0'],
  ['SEKIMORI_PORT', '65536'],
  ['SEKIMORI_HOST', 'http://127.0.0.1'],
  ['TEMPORAL_ADDRESS', 'temporal.example'],
  ['TEMPORAL_ADDRESS', 'https://temporal.example:7233'],
  ['DATABASE_URL', 'mysql://db.example/sekimori'],
  ['DATABASE_URL', 'postgres://db.example'],
  ['TEMPORAL_TLS_CA', '/nowhere/ca.pem'],
  ['SEKIMORI_METRICS_TOKEN', 'short'],
  ['SEKIMORI_PUBLIC_HOSTS', 'http://sekimori.example'],
  ['SEKIMORI_PUBLIC_HOSTS', 'a.example,,b.example'],
  ['SEKIMORI_PROXIES', 'proxy.example'],
  ['SEKIMORI_PROXIES', '10.0.0.999'],
  ['SEKIMORI_PROXIES', '10.0.0'],
  ['SEKIMORI_PROXIES', '::1::'],
  ['SEKIMORI_PROXIES', '10.0.0.0/8'],
  ['SEKIMORI_SECOND_FACTOR', 'on'],
])('%s=%s is refused by name, in both languages', (variable, value) => {
  const failure = refusalOf({ [variable]: value });
  expect(failure.faults).toMatchObject([{ code: 'environment.wrong', variable }]);
  expect(failure.message).toContain(`環境変数 ${variable}`);
  expect(failure.message).toContain(`Environment variable ${variable}`);
});

test('a proxy is known by its address however that is spelt', () => {
  const { proxies } = readEnvironment({ SEKIMORI_PROXIES: '10.0.0.2, ::FFFF:10.0.0.3,2001:0DB8:0::1' });
  expect(proxies).toEqual(['10.0.0.2', '10.0.0.3', '2001:db8::1']);
});

const oidc = { SEKIMORI_OIDC_ISSUER: 'https://idp.example/realm', SEKIMORI_OIDC_CLIENT_ID: 'sekimori' };

test.each([
  ['SEKIMORI_OIDC_ISSUER', 'idp.example'],
  ['SEKIMORI_OIDC_ISSUER', 'https://someone:secret@idp.example/'],
  ['SEKIMORI_OIDC_ISSUER', 'https://idp.example/?realm=x'],
  ['SEKIMORI_OIDC_CLIENT_SECRET_FILE', '/nowhere/secret'],
  ['SEKIMORI_OIDC_SCOPES', 'profile'],
  ['SEKIMORI_OIDC_CLAIM', 'sub'],
])('a provider with %s=%s is refused by name', (variable, value) => {
  expect(refusalOf({ ...oidc, [variable]: value }).faults).toMatchObject([{ variable }]);
});

test('a provider has both an issuer and a client, or nothing is said of it', () => {
  const { SEKIMORI_OIDC_ISSUER, SEKIMORI_OIDC_CLIENT_ID } = oidc;
  expect(refusalOf({ SEKIMORI_OIDC_ISSUER }).faults).toMatchObject([{ variable: 'SEKIMORI_OIDC_CLIENT_ID' }]);
  expect(refusalOf({ SEKIMORI_OIDC_CLIENT_ID }).faults).toMatchObject([{ variable: 'SEKIMORI_OIDC_ISSUER' }]);
  expect(readEnvironment({ ...oidc, SEKIMORI_SECOND_FACTOR: 'administrators' }).signIn).toEqual({
    provider: {
      issuer: 'https://idp.example/realm',
      clientId: 'sekimori',
      clientSecretFile: null,
      scopes: ['openid', 'profile'],
      label: '組織のアカウント (SSO)',
      claim: null,
    },
    secondFactor: 'administrators',
  });
});

test('every wrong variable is named, not only the first', () => {
  const failure = refusalOf({ SEKIMORI_PORT: 'x', TEMPORAL_ADDRESS: 'y' });
  expect(failure.faults.map((fault) => 'variable' in fault && fault.variable)).toEqual([
    'SEKIMORI_PORT',
    'TEMPORAL_ADDRESS',
  ]);
});

test('a client certificate needs its key; both reach the connection', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sekimori-tls-'));
  const [cert, key, ca] = ['cert', 'key', 'ca'].map((name) => {
    const path = join(folder, `${name}.pem`);
    writeFileSync(path, name);
    return path;
  }) as [string, string, string];
  const address = { TEMPORAL_ADDRESS: 'temporal.example:7233' };
  expect(refusalOf({ ...address, TEMPORAL_TLS_CERT: cert }).faults).toMatchObject([
    { variable: 'TEMPORAL_TLS_KEY' },
  ]);
  const tls = {
    TEMPORAL_TLS_CERT: cert,
    TEMPORAL_TLS_KEY: key,
    TEMPORAL_TLS_CA: ca,
    TEMPORAL_TLS_SERVER_NAME: 'inner.example',
  };
  expect(temporalConnection(readEnvironment({ ...address, ...tls }))).toEqual({
    address: 'temporal.example:7233',
    tls: {
      serverNameOverride: 'inner.example',
      serverRootCACertificate: Buffer.from('ca'),
      clientCertPair: { crt: Buffer.from('cert'), key: Buffer.from('key') },
    },
  });
  rmSync(folder, { recursive: true });
});

test('without TLS settings the connection is plain, and without an address there is none', () => {
  expect(temporalConnection(readEnvironment({ TEMPORAL_ADDRESS: '[::1]:7233' }))).toEqual({
    address: '[::1]:7233',
  });
  expect(() => temporalConnection(readEnvironment({}))).toThrow(/TEMPORAL_ADDRESS/);
});

test('worker and server are told of neither the schema’s owner nor, but by who starts them, the private key and the provider’s secret', () => {
  const own = {
    HOME: '/home/x',
    DATABASE_URL: 'postgres://app:secret@db.example/sekimori',
    SEKIMORI_OWNER_DATABASE_URL: 'postgres://owner:its-own@db.example/sekimori',
    SEKIMORI_SIGNING_KEY: '',
    ...oidc,
    SEKIMORI_OIDC_CLIENT_SECRET_FILE: resolve('package.json'),
  };
  const reached = {
    databaseUrl: 'postgres://app:secret@127.0.0.1:1/sekimori',
    temporalAddress: '127.0.0.1:2',
  };
  const told = childEnvironment(own, readEnvironment(own), reached);
  expect(told).toMatchObject({ HOME: '/home/x', DATABASE_URL: reached.databaseUrl, SEKIMORI_PORT: '8700' });
  expect(JSON.stringify(told)).not.toContain('its-own');
  expect(Object.keys(told)).not.toContain('SEKIMORI_SIGNING_KEY');
  expect(Object.keys(told)).not.toContain('SEKIMORI_OIDC_CLIENT_SECRET_FILE');
});

const from = { SEKIMORI_MAIL_FROM: '関守 <sekimori@city.example.lg.jp>' };
const mailOf = (env: Record<string, string>) => readEnvironment({ ...from, ...env }).notices.mail;

test('mail goes to the server that is named, by TLS wherever a password does', () => {
  expect(mailOf({ SEKIMORI_SMTP_URL: 'smtp://taro%40city@mail.example.lg.jp' })).toEqual({
    ...{ host: 'mail.example.lg.jp', port: 587, tls: 'starttls', user: 'taro@city' },
    ...{ passwordFile: null, caFile: null, from: from.SEKIMORI_MAIL_FROM },
  });
  expect(mailOf({ SEKIMORI_SMTP_URL: 'smtps://[::1]' })).toMatchObject({
    ...{ host: '::1', port: 465, tls: 'implicit', user: null },
  });
  const open = { SEKIMORI_SMTP_URL: 'smtp://mail.example.lg.jp:2525' };
  expect(mailOf(open)).toMatchObject({ port: 2525, tls: 'offered' });
  expect(mailOf({ ...open, SEKIMORI_SMTP_TLS: 'none' })).toMatchObject({ tls: 'none' });
  const own = { ...from, ...open, SEKIMORI_PUBLIC_URL: 'https://sekimori.example.lg.jp/' };
  expect(readEnvironment(own).notices.publicUrl).toBe('https://sekimori.example.lg.jp');
});

test.each([
  ['SEKIMORI_SMTP_URL', 'mail.example.lg.jp:25'],
  ['SEKIMORI_SMTP_URL', 'smtp://taro:secret@mail.example.lg.jp'],
  ['SEKIMORI_SMTP_URL', 'https://mail.example.lg.jp'],
  ['SEKIMORI_SMTP_TLS', 'maybe'],
  ['SEKIMORI_SMTP_PASSWORD_FILE', '/nowhere/password'],
  ['SEKIMORI_SMTP_CA', '/nowhere/ca.pem'],
  ['SEKIMORI_MAIL_FROM', '関守'],
  ['SEKIMORI_MAIL_FROM', 'a@city.example\r\nBcc: b@city.example'],
  ['SEKIMORI_PUBLIC_URL', 'sekimori.example.lg.jp'],
])('%s=%s is refused by its name, without its password', (name, value) => {
  const said = refusalOf({ ...from, SEKIMORI_SMTP_URL: 'smtp://mail.example.lg.jp', [name]: value }).message;
  expect(said).toContain(name);
  expect(said).not.toContain('secret');
});

test.each([
  [{ SEKIMORI_SMTP_URL: 'smtp://mail.example.lg.jp' }, 'SEKIMORI_MAIL_FROM'],
  [from, 'SEKIMORI_SMTP_URL'],
  [{ SEKIMORI_SMTP_TLS: 'none' }, 'SEKIMORI_SMTP_URL'],
])('mail of which half is said is refused by what is missing', (env, missing) => {
  const said = refusalOf(env as Record<string, string>).message;
  expect(said).toContain(missing);
  expect(said).toContain('メールには');
});
