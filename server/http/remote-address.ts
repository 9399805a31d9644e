// Whose address a request comes from: the other side of the connection, or where that is a proxy of ours, whom it names.
import type { Context } from 'hono';

const plain = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/, '');

/** Reads X-Forwarded-For from its end, as far as proxies that we know wrote it. */
export function addressBehind(
  proxies: readonly string[],
  ofConnection: (c: Context) => string,
): (c: Context) => string {
  const known = new Set(proxies);
  return (c) => {
    const hops = (c.req.header('X-Forwarded-For') ?? '').split(',').map((hop) => plain(hop.trim()));
    let address = plain(ofConnection(c));
    for (let hop = hops.pop(); hop && known.has(address); hop = hops.pop()) address = hop.slice(0, 60);
    return address;
  };
}
