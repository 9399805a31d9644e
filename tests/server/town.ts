// A whole town for the server's tests: Setagaya's seed under a code of its own, in its own database, with its workflows
// on the run's Temporal and a worker in this process. The application is asked without a socket.
import type { WorkerOptions } from '@temporalio/worker';
import { pino } from 'pino';
import { expect, vi } from 'vitest';
import type { z } from 'zod';
import { withCheckDigit } from '../../machines/seed/municipality-code.ts';
import { newToken } from '../../server/accounts/access-tokens.ts';
import type { NewAccount } from '../../server/accounts/rehearsal-accounts.ts';
import { composeParts } from '../../server/compose.ts';
import { accountView, issuedAccount } from '../../server/contract/accounts.ts';
import { problem } from '../../server/contract/values.ts';
import type { DoorLimits } from '../../server/door/door.ts';
import { type App, createApp } from '../../server/http/app.ts';
import { hostNames } from '../../server/http/hosts.ts';
import { httpsBehind } from '../../server/http/remote-address.ts';
import type { OpeningParts } from '../../server/intake/opening.ts';
import type { SeedFile } from '../../server/intake/read-seed.ts';
import { givenKeys, type HeldKeys } from '../../server/keys/keyring.ts';
import type { ServerParts } from '../../server/parts.ts';
import { showLife } from '../../worker/sign-of-life.ts';
import { signer } from '../builders/signing.ts';
import { createRig, type Rig, startWorker } from '../durable/rig.ts';
import { altered } from '../seeds/folder.ts';

export interface Asking {
  /** Act as this account of the rehearsal, by the operator's token. */
  as?: string;
  /** Send this token. */
  token?: string;
  cookie?: string;
  body?: unknown;
  headers?: Record<string, string>;
}

export interface Town {
  code: string;
  rig: Rig;
  app: App;
  parts: OpeningParts;
  accounts: NewAccount[];
  operatorToken: string;
  /** The address requests come from. */
  from: { address: string };
  ask: (method: string, path: string, asking?: Asking) => Promise<Response>;
  /** The answer, which must be 200 or 201 and of the contract's shape. */
  answered: <T extends z.ZodType>(
    shape: T,
    method: string,
    path: string,
    asking?: Asking,
  ) => Promise<z.infer<T>>;
  /** The problem that is answered, with its status. */
  refused: (method: string, path: string, asking?: Asking) => Promise<z.infer<typeof problem>>;
  stopWorker: () => Promise<void>;
  close: () => Promise<void>;
}

let towns = 0;
const TOWNS_OF_ONE = 1_600;

/**
 * A code with its check digit that no other test uses: 90000–97999 are given to no municipality. Each of the processes
 * that share the tests has a part of them.
 */
export function freshTownCode(): string {
  towns += 1;
  const part = TOWNS_OF_ONE * (Number(process.env.VITEST_POOL_ID) % 5);
  return withCheckDigit(String(90_000 + part + ((process.pid * 7 + towns) % TOWNS_OF_ONE)));
}

export const filesOf = (code: string): SeedFile[] => altered('programme.yaml', '"131121"', `"${code}"`);

/** An address whose forwarded headers are believed. */
export const PROXY = '192.0.2.80';

export const secret = 'a secret of tests that is long enough to sign cookies';

export function partsOn(rig: Rig, limits: Partial<DoorLimits> = {}, heldKeys = givenKeys(signer)) {
  const operatorToken = newToken();
  const from = { address: '127.0.0.1' };
  const parts = composeParts({
    ledger: rig.ledger,
    temporal: rig.client,
    taskQueue: rig.taskQueue,
    heldKeys,
    secret,
    operatorToken,
    consoleFolder: null,
    remoteAddress: () => from.address,
    isHttps: httpsBehind([PROXY], () => from.address),
    hostNames: hostNames('127.0.0.1', ['town.test']),
    metricsToken: null,
    log: pino({ level: 'silent' }),
    limits: { answerMs: 15_000, clockMs: 60_000, ...limits },
  });
  return { parts, operatorToken, from };
}

/** A worker that shows life, as the product's own process does. */
export async function startLivingWorker(rig: Rig, options: Partial<WorkerOptions> = {}) {
  const stop = await startWorker(rig, options);
  const stopping = new AbortController();
  const onTrouble = (error: unknown) => console.error(error);
  const { taskQueue, ledger } = rig;
  const living = showLife({ beats: ledger.workerBeats, taskQueue, onTrouble }, stopping.signal);
  const stopBoth = async () => {
    rig.working.delete(stopBoth);
    stopping.abort();
    await living;
    await stop();
  };
  rig.working.add(stopBoth);
  await vi.waitFor(async () => expect(await ledger.workerBeats.seen(taskQueue)).not.toEqual([]), 20_000);
  return stopBoth;
}

export async function openTown(
  limits: Partial<DoorLimits> = {},
  heldKeys?: HeldKeys,
  files: (code: string) => SeedFile[] = filesOf,
): Promise<Town> {
  const rig = await createRig();
  const stop = await startLivingWorker(rig);
  const code = freshTownCode();
  const { parts, operatorToken, from } = partsOn(rig, limits, heldKeys);
  const outcome = await parts.loader.load(files(code));
  if (outcome.status !== 'loaded') throw new Error(JSON.stringify(outcome));
  await parts.loader.complete(code);
  const asked = askingOf(parts, operatorToken);
  let stopped = false;
  const stopWorker = async () => {
    if (!stopped) await stop();
    stopped = true;
  };
  return {
    ...asked,
    code,
    rig,
    parts,
    operatorToken,
    from,
    accounts: outcome.loaded.accounts,
    stopWorker,
    close: async () => {
      await stopWorker();
      await rig.close();
    },
  };
}

/** The same town, whose server was started with other parts. */
export function withParts(town: Town, some: Partial<OpeningParts>): Town {
  const parts = { ...town.parts, ...some };
  return { ...town, parts, ...askingOf(parts, town.operatorToken) };
}

/** How the application is asked. */
export function askingOf(
  parts: ServerParts,
  operatorToken: string,
): Pick<Town, 'app' | 'ask' | 'answered' | 'refused'> {
  const app = createApp(parts);
  const ask = async (method: string, path: string, asking: Asking = {}) =>
    app.hono.request(`http://town.test/api/v1${path}`, requestOf(method, asking, operatorToken));
  return {
    app,
    ask,
    answered: async (shape, method, path, asking) => {
      const response = await ask(method, path, asking);
      const answer: unknown = await response.json();
      if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${JSON.stringify(answer)}`);
      return shape.parse(answer);
    },
    refused: async (method, path, asking) => {
      const response = await ask(method, path, asking);
      const answer: unknown = await response.json();
      if (response.ok) throw new Error(`${method} ${path} was not refused: ${JSON.stringify(answer)}`);
      return problem.parse(answer);
    },
  };
}

function requestOf(
  method: string,
  { as, token, cookie, body, headers }: Asking,
  operator: string,
): RequestInit {
  const bearer = as === undefined ? token : operator;
  return {
    method,
    headers: {
      Host: 'town.test',
      ...(bearer === undefined ? {} : { Authorization: `Bearer ${bearer}` }),
      ...(as === undefined || as === 'operator' ? {} : { 'X-Sekimori-As': as }),
      ...(cookie === undefined ? {} : { Cookie: cookie, 'X-Sekimori-Request': '1' }),
      ...(body === undefined ? {} : { 'Content-Type': 'application/json', 'Content-Length': '1' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  };
}

/** The cookies of an answer, as a browser would send them back. */
export const cookieOf = (response: Response): string =>
  response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');

export function passwordOf(town: Pick<Town, 'accounts'>, account: string): string {
  const found = town.accounts.find((one) => one.account === account);
  if (!found) throw new Error(`no account ${account}`);
  return found.password;
}

/** A token of an account's, as one that nobody's session asked for. */
export async function tokenOf(town: Pick<Town, 'parts'>, account: string): Promise<string> {
  const issued = await town.parts.tokens.issue(account, 'test', 1);
  if (!issued) throw new Error(`no token for ${account}`);
  return issued.token;
}

/** Somebody of the rehearsal, made by its administrator; of the machine itself where its operator makes them. */
export const makePerson = (town: Town, account: string, name: string, as = 'dx-tanaka') =>
  town.answered(issuedAccount, 'POST', '/accounts', { as, body: { account, name } });

export const givePost = (
  town: Town,
  account: string,
  post: { post: string; system?: string | null; from?: string; until?: string; programme?: string },
  as = 'dx-tanaka',
) =>
  town.answered(accountView, 'POST', `/accounts/${account}/posts`, {
    as,
    body: { programme: town.code, ...post },
  });

export const shutAccount = (town: Town, account: string, disabled = true, as = 'dx-tanaka') =>
  town.answered(accountView, 'POST', `/accounts/${account}/disabled`, { as, body: { disabled } });

const OURS = { 'X-Sekimori-Request': '1' };

export const signIn = (
  town: Pick<Town, 'ask'>,
  account: string,
  password: string,
  headers: Record<string, string> = OURS,
) => town.ask('POST', '/session', { body: { account, password }, headers });

/** A password that nobody guesses, of one's own choosing; another each time. */
let chosen = 0;
export const ownPassword = (): string => {
  chosen += 1;
  return `fuji-${chosen}-kakitsubata-mizuumi`;
};

/** As a person who was handed a password does first: the cookie of the session after it was changed. */
export async function enterFirst(town: Town, account: string, given: string): Promise<string> {
  const cookie = cookieOf(await signIn(town, account, given));
  const next = ownPassword();
  const changed = await town.ask('POST', '/password', { cookie, body: { current: given, next } });
  expect(changed.status).toBe(204);
  return cookieOf(await signIn(town, account, next));
}
