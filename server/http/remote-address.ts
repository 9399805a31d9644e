// Who reads: from which address, and by https or not. The other side of the connection says so, or where that is a proxy of ours, what
// it forwards. What anybody else says to have forwarded counts for nothing.
import type { Context, MiddlewareHandler } from 'hono';
import type { RequestEnv } from './request.ts';

type AddressOf = (c: Context) => string;

const plain = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, '');

/** Reads X-Forwarded-For from its end, as far as proxies that we know wrote it. */
export function addressBehind(proxies: readonly string[], ofConnection: AddressOf): AddressOf {
  const known = new Set(proxies);
  return (c) => {
    const hops = (c.req.header('X-Forwarded-For') ?? '').split(',').map((hop) => plain(hop.trim()));
    let address = plain(ofConnection(c));
    for (let hop = hops.pop(); hop && known.has(address); hop = hops.pop()) address = hop.slice(0, 60);
    return address;
  };
}

/** True where the reader's side is https: here, or at a proxy that we know. */
export function httpsBehind(proxies: readonly string[], ofConnection: AddressOf): (c: Context) => boolean {
  const known = new Set(proxies);
  return (c) =>
    new URL(c.req.url).protocol === 'https:' ||
    (c.req.header('X-Forwarded-Proto') === 'https' && known.has(plain(ofConnection(c))));
}

const FORWARDING = /^(?:x-forwarded(?:-.+)?|forwarded|x-real-ip|via)$/;

/** True where anything says that it came through a proxy, whether that is one that we know or none: then it is not from this machine. */
export const isForwarded = (c: Context): boolean =>
  Object.keys(c.req.header()).some((name) => FORWARDING.test(name));

/** Asked once a request, for every cookie and every address that is sent to the reader. */
export const readBy =
  (isHttps: (c: Context) => boolean): MiddlewareHandler<RequestEnv> =>
  async (c, next) => {
    c.set('https', isHttps(c));
    await next();
  };
