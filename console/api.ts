// The one way to the server: JSON over fetch, the header that no other site can send, and problem documents as
// errors. Knows the routes' shape, not what they mean.
import type { Problem } from '../server/contract/values.ts';

/** The server's "no", or the network's: `status` 0 when no answer came. */
export class ApiProblem extends Error {
  constructor(
    readonly status: number,
    readonly problem: Problem | null,
  ) {
    super(problem?.code ?? `http.${status}`);
    this.name = 'ApiProblem';
  }

  /** The machine had moved on since the reader looked. */
  get stale(): boolean {
    return this.problem?.refusals?.some((refusal) => refusal.code === 'version.stale') ?? false;
  }
}

export type Query = Record<string, string | number | undefined>;

function address(path: string, query: Query = {}): string {
  const pairs = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
  const search = new URLSearchParams(pairs.map(([key, value]) => [key, String(value)])).toString();
  return `/api/v1${path}${search ? `?${search}` : ''}`;
}

interface Sent {
  body?: unknown;
  /** Cuts the request off. */
  signal?: AbortSignal | undefined;
}

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

async function ask<T>(method: string, url: string, { body, signal }: Sent = {}): Promise<T> {
  const known = method === 'GET' ? tagged.get(url) : undefined;
  const tag = known ? { 'if-none-match': known.tag } : {};
  const sent = { method, headers: { accept: 'application/json', 'x-sekimori-request': '1', ...tag } };
  const request: RequestInit = { ...sent, credentials: 'same-origin', cache: 'no-store' };
  if (signal) request.signal = signal;
  if (body !== undefined) {
    request.headers = { ...sent.headers, 'content-type': 'application/json' };
    request.body = JSON.stringify(body);
  }
  const response = await fetch(url, request).catch(() => {
    throw new ApiProblem(0, null);
  });
  // The tag is the server's word that this very answer still holds.
  if (known && response.status === 304) return known.answer as T;
  if (!response.ok) throw new ApiProblem(response.status, await problemOf(response));
  // Each caller names the contract's type of its route; 204 answers nothing.
  const answer = (response.status === 204 ? undefined : await response.json()) as T;
  keepTagged(url, response.headers.get('etag'), answer);
  return answer;
}

async function problemOf(response: Response): Promise<Problem | null> {
  if (!response.headers.get('content-type')?.includes('problem+json')) return null;
  return (await response.json()) as Problem;
}

export const get = <T>(path: string, query?: Query) => ask<T>('GET', address(path, query));
export const post = <T>(path: string, body: unknown, signal?: AbortSignal) =>
  ask<T>('POST', address(path), { body, signal });
export const remove = (path: string) => ask<void>('DELETE', address(path));

/** A new request id; `crypto.randomUUID` is missing on plain http. */
export function requestId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return `console/${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}
