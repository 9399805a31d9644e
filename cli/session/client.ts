// Speaks to the server over HTTP, by its contract alone: every answer is checked against its schema, every failure
// becomes one a command can end with.
import type { z } from 'zod';
import { type Problem, problem } from '../../server/contract/values.ts';
import { CommandFailure } from '../failure.ts';
import type { Access } from './access.ts';

export type Query = Record<string, string | number | undefined>;

export interface Client {
  access: Access;
  get<T extends z.ZodType>(shape: T, path: string, query?: Query): Promise<z.infer<T>>;
  post<T extends z.ZodType>(shape: T, path: string, body: unknown): Promise<z.infer<T>>;
  /** For answers without a body. */
  send(method: 'POST' | 'DELETE', path: string, body?: unknown): Promise<Response>;
  /** The answer's bytes as they come. */
  bytes(path: string, query?: Query): Promise<Uint8Array>;
  /** Text as it comes, until the server ends it. */
  stream(path: string, sent?: Record<string, string>): AsyncIterable<string>;
}

/** Long enough for the verification of a whole record; the server answers acts within its own, shorter limit. */
const limitMs = 600_000;

export function createClient(access: Access, fetchFrom: typeof fetch = fetch): Client {
  const ask = async (method: string, path: string, query: Query = {}, body?: unknown): Promise<Response> => {
    const response = await fetchFrom(address(access, path, query), {
      method,
      headers: headers(access, body),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(limitMs),
    }).catch((error: unknown) => {
      throw unreachable(access, error);
    });
    if (!response.ok) throw await refusal(response, access);
    return response;
  };
  return {
    access,
    get: async (shape, path, query) => checked(shape, await ask('GET', path, query), access),
    post: async (shape, path, body) => checked(shape, await ask('POST', path, {}, body), access),
    send: (method, path, body) => ask(method, path, {}, body),
    stream: (path, sent = {}) => pieces(access, address(access, path, {}), sent, fetchFrom),
    bytes: async (path, query) => new Uint8Array(await whole(access, await ask('GET', path, query))),
  };
}

async function* pieces(
  access: Access,
  from: string,
  sent: Record<string, string>,
  fetchFrom: typeof fetch,
): AsyncIterable<string> {
  const response = await fetchFrom(from, { headers: { ...headers(access, undefined), ...sent } }).catch(
    (error: unknown) => {
      throw unreachable(access, error);
    },
  );
  if (!response.ok) throw await refusal(response, access);
  const decoder = new TextDecoder();
  try {
    for await (const piece of response.body ?? []) yield decoder.decode(piece, { stream: true });
  } catch (error) {
    throw unreachable(access, error);
  }
}

function address({ url }: Access, path: string, query: Query): string {
  const found = new URL(`${url}/api/v1${path}`);
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) found.searchParams.set(name, String(value));
  }
  return found.href;
}

function headers({ credential, actAs }: Access, body: unknown): Record<string, string> {
  return {
    Accept: 'application/json, application/problem+json, */*;q=0.5',
    'X-Sekimori-Request': '1',
    ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
    ...(credential?.kind === 'token' ? { Authorization: `Bearer ${credential.token}` } : {}),
    ...(credential?.kind === 'cookie' ? { Cookie: credential.cookie } : {}),
    ...(actAs === null ? {} : { 'X-Sekimori-As': actAs }),
  };
}

/** The whole body. @throws CommandFailure where the connection is lost on the way */
async function whole(access: Access, response: Response): Promise<ArrayBuffer> {
  try {
    return await response.arrayBuffer();
  } catch (error) {
    throw unreachable(access, error);
  }
}

/** Undefined where it is no JSON. @throws CommandFailure as above */
async function jsonOf(access: Access, response: Response): Promise<unknown> {
  const text = new TextDecoder().decode(await whole(access, response));
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // refused by the schema, with its sentence
  }
}

async function checked<T extends z.ZodType>(
  shape: T,
  response: Response,
  access: Access,
): Promise<z.infer<T>> {
  const read = shape.safeParse(await jsonOf(access, response));
  if (read.success) return read.data;
  const where = read.error.issues[0]?.path.map(String).join('.') ?? '';
  throw new CommandFailure('unreachable', {
    ja: `${access.url} の応答を読み取れません（${where || '全体'}）。関守のサーバか、版が合っているかを確かめてください。`,
    en: `The answer of ${access.url} cannot be understood (${where || 'as a whole'}). Is it a Sekimori server of the same version?`,
  });
}

function unreachable({ url }: Access, error: unknown): CommandFailure {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : '';
  const why = cause || (error instanceof Error ? error.message : String(error));
  return new CommandFailure('unreachable', {
    ja: `サーバ ${url} に接続できないか、接続が切れました（${why}）。npm start で起動しているか、SEKIMORI_URL が正しいかを確かめてください。`,
    en: `The server ${url} cannot be reached, or the connection was lost (${why}). Is it running (npm start), and is SEKIMORI_URL right?`,
  });
}

async function refusal(response: Response, access: Access): Promise<CommandFailure> {
  const { url, credential } = access;
  const kind = response.status >= 500 ? 'unreachable' : 'refused';
  const read = problem.safeParse(await jsonOf(access, response));
  if (!read.success) {
    return new CommandFailure(kind, {
      ja: `サーバ ${url} が ${response.status} を返しました。関守のサーバかどうかを確かめてください。`,
      en: `The server ${url} answered ${response.status}. Is it a Sekimori server?`,
    });
  }
  return new CommandFailure(kind, detailOf(read.data, credential !== null), read.data);
}

function detailOf({ status, detail }: Problem, signedIn: boolean): Problem['detail'] {
  if (status !== 401 || signedIn) return detail;
  return {
    ja: `${detail.ja} sekimori login でサインインするか、SEKIMORI_TOKEN を設定してください。`,
    en: `${detail.en} Use sekimori login, or set SEKIMORI_TOKEN.`,
  };
}
