// Stands between a client and PostgreSQL and, when told to, lets a request through but loses its answer and the line.
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export interface LossyProxy {
  url: string;
  /** From now on answers are lost: the first one cuts its connection, and everything is as before again. */
  loseNextAnswer: () => void;
  close: () => void;
}

export async function lossyProxy(databaseUrl: string): Promise<LossyProxy> {
  const target = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  let losing = false;
  const server = createServer((client) => {
    const upstream = connect(Number(target.port), target.hostname);
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      // A cut line is this proxy's purpose; both ends see it as a close.
      socket.on('error', () => socket.destroy());
    }
    client.pipe(upstream);
    upstream.on('data', (answer) => {
      if (!losing) return void client.write(answer);
      losing = false;
      client.destroy();
      upstream.destroy();
    });
    upstream.on('close', () => client.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = new URL(databaseUrl);
  url.port = String((server.address() as AddressInfo).port);
  return {
    url: url.href,
    loseNextAnswer: () => {
      losing = true;
    },
    close: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}
