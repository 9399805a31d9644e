// Ports of this computer: a free one, and whether a given one may be listened on.
import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';
import { hasCode } from './processes.ts';
import { StartFailure } from './start-failure.ts';

/** Below the ports that systems give to outgoing connections: what is free now stays free, also across a restart. */
const [lowest, highest] = [20_000, 32_000];
const triesEach = 100;

/** Ports on loopback that were free a moment ago, all different. */
export async function freePorts(count: number): Promise<number[]> {
  const servers = [];
  for (let tries = 0; servers.length < count; tries += 1) {
    if (tries > count * triesEach) throw new Error(`no free port found between ${lowest} and ${highest}`);
    const server = await listen('127.0.0.1', randomInt(lowest, highest)).catch(passIfTaken);
    if (server !== null) servers.push(server);
  }
  await Promise.all(servers.map((server) => server.close()));
  return servers.map((server) => server.port);
}

function passIfTaken(error: unknown): null {
  if (hasCode(error, 'EADDRINUSE')) return null;
  throw error;
}

export async function freePort(): Promise<number> {
  const [port] = await freePorts(1);
  if (port === undefined) throw new Error('one port was asked for, none came');
  return port;
}

/** @throws StartFailure when the port is taken or the host is not this computer's */
export async function requireFreePort(host: string, port: number): Promise<void> {
  try {
    const server = await listen(host, port);
    await server.close();
  } catch (error) {
    if (hasCode(error, 'EADDRINUSE')) throw new StartFailure({ code: 'port.taken', host, port });
    const why = error instanceof Error ? error.message : String(error);
    throw new StartFailure({ code: 'host.unknown', host, why });
  }
}

function listen(host: string, port: number): Promise<{ port: number; close: () => Promise<void> }> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ host, port, exclusive: true }, () => {
      const address = server.address();
      if (address === null || typeof address === 'string') return reject(new Error('no port'));
      const close = () => new Promise<void>((closed) => server.close(() => closed()));
      resolve({ port: address.port, close });
    });
  });
}
