// Under which names this server answers: its own address, this machine's names for itself, and those it was given. A
// page elsewhere that lets its name point here (DNS rebinding) is answered with a problem. Knows no route.
import { hostname, networkInterfaces } from 'node:os';
import type { Context, MiddlewareHandler } from 'hono';
import { ProblemError } from './problem/problem.ts';
import type { RequestEnv } from './request.ts';

const loopback = ['localhost', '127.0.0.1', '[::1]'];
const everywhere: ReadonlySet<string> = new Set(['0.0.0.0', '::', '[::]']);

/** Host names without ports, in lower case; listening everywhere, all addresses of this machine count. */
export function hostNames(host: string, publicHosts: readonly string[]): ReadonlySet<string> {
  const own = everywhere.has(host) ? [hostname(), ...ownAddresses()] : [host];
  return new Set([...loopback, ...own, ...publicHosts].map(written));
}

const ownAddresses = (): string[] =>
  Object.values(networkInterfaces()).flatMap((all) => (all ?? []).map(({ address }) => address));

const written = (name: string): string => {
  const lower = name.toLowerCase();
  return lower.includes(':') && !lower.startsWith('[') ? `[${lower}]` : lower;
};

const hostOf = (c: Context): string => c.req.header('Host') ?? new URL(c.req.url).host;

/** @throws ProblemError hostUnreadable, hostUnknown */
export function knownHost(names: ReadonlySet<string>): MiddlewareHandler<RequestEnv> {
  return async (c, next) => {
    const name = /^(\[[0-9a-f:.]+\]|[^\s:/@?#]+)(:\d{1,5})?$/i.exec(hostOf(c))?.[1];
    if (name === undefined) throw new ProblemError('hostUnreadable');
    if (!names.has(name.toLowerCase())) throw new ProblemError('hostUnknown');
    await next();
  };
}
