// The server process: connects, listens, takes the programme in on the first start, and stops in good order.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ServerType, serve } from '@hono/node-server';
import { getConnInfo } from '@hono/node-server/conninfo';
import { Client } from '@temporalio/client';
import type { Context } from 'hono';
import { type Logger, pino } from 'pino';
import { type Environment, readEnvironment, temporalConnection } from '../host/process/environment.ts';
import { readSigningKeys } from '../host/process/keys/signing-keys.ts';
import { watchParent } from '../host/process/parent.ts';
import { hasCode } from '../host/process/processes.ts';
import { StartFailure, WRONG_USE } from '../host/process/start-failure.ts';
import { packing } from '../host/process/temporal/packed-payloads.ts';
import { connectTemporal } from '../host/process/temporal-connection.ts';
import { createSigner } from '../ledger/lock/signer.ts';
import { openLedger } from '../ledger/open.ts';
import { packageFolder } from '../ledger/package-folder.ts';
import type { ProviderSettings } from './accounts/provider/provider.ts';
import { composeParts } from './compose.ts';
import { createApp } from './http/app.ts';
import { hostNames } from './http/hosts.ts';
import { serveMetrics } from './http/metrics/serve-metrics.ts';
import { operatorToken, sessionSecret } from './http/private-files.ts';
import { addressBehind, httpsBehind } from './http/remote-address.ts';
import { openProgramme, SeedWrong, type Tell } from './intake/opening.ts';
import { givenKeys, type HeldKeys } from './keys/keyring.ts';
import { ownHeldKeys } from './keys/own-keys.ts';
import { finishRotation } from './keys/rotation.ts';

const DATABASE_CONNECTIONS = 12;
const CLOSE_MS = 5_000;

const log = pino({ name: 'server' });

const addressOfConnection = (c: Context): string => getConnInfo(c).remote.address ?? '';

async function main(): Promise<void> {
  const parent = watchParent();
  const environment = readEnvironment(process.env);
  const { dataFolder, host, port, temporal } = environment;
  const ledger = openLedger(databaseUrlOf(environment), { connections: DATABASE_CONNECTIONS });
  const connection = await connectTemporal(temporalConnection(environment));
  const consoleFolder = join(packageFolder(), 'dist/console');
  const parts = composeParts({
    ledger,
    temporal: new Client({
      connection,
      namespace: temporal.namespace,
      dataConverter: { payloadCodecs: [packing] },
    }),
    heldKeys: heldKeysOf(environment),
    secret: sessionSecret(dataFolder),
    provider: providerOf(environment),
    secondFactor: environment.signIn.secondFactor,
    operatorToken: operatorToken(dataFolder, addressOf(host, port)),
    dataFolder,
    mail: environment.notices.mail !== null,
    consoleFolder: existsSync(consoleFolder) ? consoleFolder : null,
    remoteAddress: addressBehind(environment.proxies, addressOfConnection),
    isHttps: httpsBehind(environment.proxies, addressOfConnection),
    hostNames: hostNames(host, environment.publicHosts),
    metricsToken: environment.metricsToken,
    log,
  });
  const stopping = new AbortController();
  const { hono, metrics } = createApp(parts);
  const server = await listen(hono.fetch, host, port);
  const closeMetrics =
    environment.metricsPort === null ? null : await serveMetrics(environment.metricsPort, metrics);
  parent.onStop(async () => {
    stopping.abort();
    parts.changes.stop();
    await closed(server);
    await closeMetrics?.();
    await connection.close();
    await ledger.close();
    log.info('stopped');
  });
  log.info({ host, port }, 'listening');
  await send({ kind: 'listening' });
  await openProgramme(parts, environment.programmeFolder, tell, stopping.signal);
  if (stopping.signal.aborted) return;
  await finishRotation(parts);
  parts.health.readiness.markLoaded();
  await Promise.all([parts.health.watch.watch(stopping.signal), parts.checkpoints.keep(stopping.signal)]);
}

function heldKeysOf({ signingKeys, dataFolder }: Environment): HeldKeys {
  if (signingKeys.length === 0) return ownHeldKeys(dataFolder);
  return givenKeys(...readSigningKeys(signingKeys).map(createSigner));
}

/** @throws StartFailure where the file of the secret is empty */
function providerOf({ signIn }: Environment): ProviderSettings | null {
  if (signIn.provider === null) return null;
  const { clientSecretFile, ...settings } = signIn.provider;
  if (clientSecretFile === null) return { ...settings, clientSecret: null };
  const clientSecret = readFileSync(clientSecretFile, 'utf8').trim();
  if (clientSecret !== '') return { ...settings, clientSecret };
  const [ja, en] = ['ファイルが空です。', 'The file is empty.'];
  const variable = 'SEKIMORI_OIDC_CLIENT_SECRET_FILE';
  throw new StartFailure({ code: 'environment.wrong', variable, ja, en });
}

function databaseUrlOf({ databaseUrl }: Environment): string {
  if (databaseUrl !== null) return databaseUrl;
  const [ja, en] = ['データベースのアドレスを指定してください。', 'Give the address of the database.'];
  throw new StartFailure({ code: 'environment.wrong', variable: 'DATABASE_URL', ja, en });
}

/** The address a program on this machine uses. */
function addressOf(host: string, port: number): string {
  const shown = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host;
  return `http://${shown.includes(':') ? `[${shown}]` : shown}:${port}`;
}

function listen(
  fetch: Parameters<typeof serve>[0]['fetch'],
  hostname: string,
  port: number,
): Promise<ServerType> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch, hostname, port }, () => resolve(server));
    server.once('error', (error) => reject(portFailure(error, hostname, port)));
  });
}

/** Another program took the port since the supervisor looked. */
const portFailure = (error: Error, host: string, port: number): Error =>
  hasCode(error, 'EADDRINUSE') ? new StartFailure({ code: 'port.taken', host, port }) : error;

/** Answers what is asked already; what takes too long is cut off. */
function closed(server: ServerType): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    if ('closeIdleConnections' in server) server.closeIdleConnections();
    setTimeout(() => {
      if ('closeAllConnections' in server) server.closeAllConnections();
    }, CLOSE_MS).unref();
  });
}

/** To the supervisor, which prints them once all is ready; to the terminal where there is none. */
const tell: Tell = (lines) => send({ kind: 'ready', lines });

/** `host/supervisor.ts` hears these. */
type ToSupervisor = { kind: 'listening' } | { kind: 'ready' | 'failed' | 'wrong'; lines: string[] };

function send(message: ToSupervisor): Promise<void> {
  return new Promise((resolve, reject) => {
    if (process.send === undefined) {
      if ('lines' in message) for (const line of message.lines) console.log(line);
      resolve();
      return;
    }
    process.send(message, (error: Error | null) => (error ? reject(error) : resolve()));
  });
}

main().catch((error: unknown) => fail(log, error));

async function fail(to: Logger, error: unknown): Promise<never> {
  to.fatal({ err: error }, 'the server ends');
  const isWrong = error instanceof SeedWrong;
  if (error instanceof StartFailure || isWrong) {
    const lines = error.message.split('\n');
    // Whoever cannot be told any more reads it in the log.
    await send({ kind: isWrong ? 'wrong' : 'failed', lines }).catch(() => undefined);
  }
  process.exit(isWrong ? WRONG_USE : 1);
}
