// The server's measures at a loopback address of their own, apart from the one that people reach.
import { createServer, type Server } from 'node:http';
import type { Metrics } from './metrics.ts';

/** @returns what closes it */
export async function serveMetrics(port: number, metrics: Metrics): Promise<() => Promise<void>> {
  const server = createServer((request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics') return void response.writeHead(404).end();
    metrics.text().then(
      (body) => response.writeHead(200, { 'Content-Type': metrics.contentType }).end(body),
      () => response.writeHead(503).end(),
    );
  });
  await listening(server, port);
  return () =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
}

function listening(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve());
  });
}
