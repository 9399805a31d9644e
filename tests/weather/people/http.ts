// The HTTP API as people's programs see it: one request, one answer, or none in time. Every person is spoken for with the
// operator's token, which a server makes anew whenever it starts.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inTime } from '../tree/waiting.ts';

export interface Api {
  url: string;
  code: string;
  dataFolder: string;
}

export interface Answer {
  status: number;
  /** As it was sent: an object of JSON, or text. */
  body: unknown;
}

export interface Asking {
  method?: 'GET' | 'POST';
  body?: unknown;
  /** Whom the operator acts as; nobody reads as the operator. */
  as?: string;
  limitMs: number;
}

/** @throws whatever kept the answer away: a connection lost, or no answer in time */
export const ask = (api: Api, path: string, asking: Asking): Promise<Answer> =>
  inTime(`an answer of ${path}`, asking.limitMs, (signal) => answer(api, path, asking, signal));

async function answer(
  { url, dataFolder }: Api,
  path: string,
  { method = 'GET', body, as }: Asking,
  signal: AbortSignal,
): Promise<Answer> {
  const response = await fetch(`${url}${path}`, {
    method,
    headers: {
      Authorization: `Bearer ${operatorToken(dataFolder)}`,
      ...(as === undefined ? {} : { 'X-Sekimori-As': as }),
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    signal,
  });
  const text = await response.text();
  const isJson = /json(;|$)/.test(response.headers.get('Content-Type') ?? '') && !path.endsWith('/export');
  return { status: response.status, body: isJson ? JSON.parse(text) : text };
}

function operatorToken(dataFolder: string): string {
  const { token } = JSON.parse(readFileSync(join(dataFolder, 'operator.json'), 'utf8'));
  return String(token);
}

/** A member of an answer, however deep; undefined where it is not there. */
export function member(of: unknown, ...names: string[]): unknown {
  return names.reduce<unknown>(
    (value, name) =>
      typeof value === 'object' && value !== null
        ? Object.getOwnPropertyDescriptor(value, name)?.value
        : undefined,
    of,
  );
}
export const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
export const wordOf = (value: unknown): string => (typeof value === 'string' ? value : '');
