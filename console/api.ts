// The one way to the server: JSON over fetch, the header that no other site can send, whose page it is, and problem
// documents as errors. Knows the routes' shape, not what they mean.
import type { Problem } from '../server/contract/values.ts';
import { attendance } from './attendance.ts';

/** The server's "no", or the network's: `status` 0 when no answer came, or none that could be read to its end. */
export class ApiProblem extends Error {
  constructor(
    readonly status: number,
    readonly problem: Problem | null,
    cause?: unknown,
  ) {
    super(problem?.code ?? `http.${status}`, { cause });
    this.name = 'ApiProblem';
  }

  /** Whether what was asked was done is not known: nothing that was read to its end says so. */
  get unclear(): boolean {
    return this.problem === null || this.status >= 500;
  }

  /** The server is not there, or not able to answer. */
  get away(): boolean {
    return this.status === 0 || this.status >= 500;
  }

  /** Somebody else has signed in since, in this or another tab: all share one cookie. */
  get ofAnother(): boolean {
    return this.problem?.code === 'otherAccount';
  }

  /** Nobody is signed in, or not any more: the set-up's own code is another matter. */
  get ofSession(): boolean {
    return this.status === 401 && !this.problem?.code.startsWith('setUp');
  }

  /** The machine had moved on since the reader looked. */
  get stale(): boolean {
    return this.problem?.refusals?.some((refusal) => refusal.code === 'version.stale') ?? false;
  }
}

/** Where a programme's routes are. */
export const programmePath = (code: string): string => `/programmes/${encodeURIComponent(code)}`;

export type Query = Record<string, string | number | undefined>;

function address(path: string, query: Query = {}): string {
  const pairs = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
  const search = new URLSearchParams(pairs.map(([key, value]) => [key, String(value)])).toString();
  return `/api/v1${path}${search ? `?${search}` : ''}`;
}

interface Sent {
  body?: unknown;
  /** The account that the page shows as signed in; null where none is. Another's session does nothing for it. */
  as?: string | null;
  /** Cuts the request off. */
  signal?: AbortSignal | undefined;
  /** Goes on though the page is left. */
  keepalive?: true;
  /** Of an installation that nobody administers yet. */
  setUpCode?: string;
}

/** What is only read is given up after this: a server that takes a question and never answers is not there. */
const READ_MS = 30_000;

/** Answers with a tag, by address: asked again, only what changed is sent. */
const tagged = new Map<string, { tag: string; answer: unknown }>();
const TAGGED_AT_MOST = 50;

function keepTagged(url: string, tag: string | null, answer: unknown): void {
  if (!tag) return;
  tagged.delete(url);
  tagged.set(url, { tag, answer });
  const [oldest] = tagged.keys();
  if (tagged.size > TAGGED_AT_MOST && oldest !== undefined) tagged.delete(oldest);
}

function headersOf(
  method: string,
  { body, as = null, setUpCode }: Sent,
  tag: string | undefined,
): Record<string, string> {
  return {
    accept: 'application/json',
    'x-sekimori-request': '1',
    ...(as === null ? {} : { 'x-sekimori-account': as }),
    ...(setUpCode === undefined ? {} : { 'x-sekimori-setup': setUpCode }),
    ...(method === 'GET' && !attendance.isAttended() ? { 'x-sekimori-unattended': '1' } : {}),
    ...(tag === undefined ? {} : { 'if-none-match': tag }),
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
  };
}

/** The connection broke, or the reader cut it: before an answer, or in the middle of one. */
function unread(cause: unknown): never {
  throw new ApiProblem(0, null, cause);
}

async function ask<T>(method: string, url: string, sent: Sent): Promise<T> {
  const known = method === 'GET' ? tagged.get(url) : undefined;
  const headers = headersOf(method, sent, known?.tag);
  const request: RequestInit = { method, headers, credentials: 'same-origin', cache: 'no-store' };
  if (sent.signal) request.signal = sent.signal;
  if (sent.keepalive) request.keepalive = true;
  if (sent.body !== undefined) request.body = JSON.stringify(sent.body);
  const response = await fetch(url, request).catch(unread);
  // The tag is the server's word that this very answer still holds.
  if (known && response.status === 304) return known.answer as T;
  if (!response.ok) throw new ApiProblem(response.status, await problemOf(response));
  // Each caller names the contract's type of its route; 204 answers nothing.
  const answer = (response.status === 204 ? undefined : await response.json().catch(unread)) as T;
  keepTagged(url, response.headers.get('etag'), answer);
  return answer;
}

export async function problemOf(response: Response): Promise<Problem | null> {
  if (!response.headers.get('content-type')?.includes('problem+json')) return null;
  return (await response.json().catch(unread)) as Problem;
}

/** What to ask: a route under the API, and its query. */
export type Asked = readonly [path: string, query?: Query];

/** Asked for before the code was there that shows it, by address: whoever asks first takes it, unless it has become old meanwhile. */
const early = new Map<string, { askedMs: number; answer: Promise<unknown> }>();
const EARLY_MS = 5_000;

const read = <T>(url: string) => ask<T>('GET', url, { signal: AbortSignal.timeout(READ_MS) });

export function askEarly(...asked: Asked): void {
  const answer = read(address(...asked));
  // Whoever takes it hears of it.
  answer.catch(() => undefined);
  early.set(address(...asked), { askedMs: performance.now(), answer });
}

export function get<T>(...asked: Asked): Promise<T> {
  const url = address(...asked);
  const found = early.get(url);
  early.delete(url);
  if (!found || performance.now() - found.askedMs > EARLY_MS) return read<T>(url);
  // Each caller names the contract's type of its route.
  return found.answer as Promise<T>;
}
/** Of the first set-up, where nobody is signed in yet: by its code. */
export const bySetUpCode = (setUpCode: string) => ({
  get: <T>(path: string) => ask<T>('GET', address(path), { setUpCode, signal: AbortSignal.timeout(READ_MS) }),
  post: <T>(path: string, body: unknown, signal?: AbortSignal) =>
    ask<T>('POST', address(path), { setUpCode, body, signal }),
});
/** What is no JSON: a document as the server writes it. */
export async function getText(path: string): Promise<string> {
  const headers = { ...headersOf('GET', {}, undefined), accept: '*/*' };
  const request = { headers, credentials: 'same-origin' } as const;
  const signal = AbortSignal.timeout(READ_MS);
  const response = await fetch(address(path), { ...request, cache: 'no-store', signal }).catch(unread);
  if (!response.ok) throw new ApiProblem(response.status, await problemOf(response));
  return response.text().catch(unread);
}
export const post = <T>(path: string, body: unknown, as: string | null, signal?: AbortSignal) =>
  ask<T>('POST', address(path), { body, as, signal });
/** The same as the page is left. */
export const postOnLeaving = <T>(path: string, body: unknown, as: string | null) =>
  ask<T>('POST', address(path), { body, as, keepalive: true });
export const remove = (path: string, as: string) => ask<void>('DELETE', address(path), { as });

/** A new request id; `crypto.randomUUID` is missing on plain http. */
export function requestId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return `console/${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}
