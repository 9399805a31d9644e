// The worker's metrics for Prometheus on one loopback address: this process's own, ours, and those of Temporal's core,
// which keeps an address of its own.
import { createServer, type Server } from 'node:http';
import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client';

export interface Metrics {
  notices: Counter<'channel' | 'outcome'>;
  close: () => Promise<void>;
}

export interface MetricsSources {
  port: number;
  /** Where Temporal's core answers. */
  coreUrl: string;
  /** Notices not delivered yet. */
  waitingNotices: () => Promise<{ letters: number; attempts: number }>;
  /** Digests that have not reached a channel yet. */
  waitingSendings: () => Promise<{ channel: string; waiting: number; attempts: number }[]>;
}

export async function serveMetrics(sources: MetricsSources): Promise<Metrics> {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const notices = new Counter({
    name: 'sekimori_notices_total',
    help: 'Notices carried to a channel, by outcome',
    labelNames: ['channel', 'outcome'],
    registers,
  });
  watchOutbox(registers, sources.waitingNotices);
  watchSendings(registers, sources.waitingSendings);
  const server = await listen(sources.port, async () => {
    const [ours, core] = await Promise.all([registry.metrics(), coreMetrics(sources.coreUrl)]);
    return `${ours}\n${core}`;
  });
  return { notices, close: () => closed(server) };
}

function watchOutbox(registers: Registry[], waiting: MetricsSources['waitingNotices']): void {
  const attempts = new Gauge({
    name: 'sekimori_notice_attempts_max',
    help: 'Most attempts that any undelivered notice has taken',
    registers,
  });
  new Gauge({
    name: 'sekimori_notices_waiting',
    help: 'Notices not delivered yet',
    registers,
    async collect() {
      const now = await waiting();
      this.set(now.letters);
      attempts.set(now.attempts);
    },
  });
}

function watchSendings(registers: Registry[], waiting: MetricsSources['waitingSendings']): void {
  const attempts = new Gauge({
    name: 'sekimori_digest_attempts_max',
    help: 'Most attempts that any undelivered digest has taken, by channel',
    labelNames: ['channel'],
    registers,
  });
  new Gauge({
    name: 'sekimori_digests_waiting',
    help: 'Digests that have not reached a channel yet',
    labelNames: ['channel'],
    registers,
    async collect() {
      this.reset();
      attempts.reset();
      for (const { channel, waiting: count, attempts: most } of await waiting()) {
        this.set({ channel }, count);
        attempts.set({ channel }, most);
      }
    },
  });
}

async function coreMetrics(url: string): Promise<string> {
  const response = await fetch(url, { signal: AbortSignal.timeout(2_000) });
  return response.ok ? response.text() : `# Temporal's core answered ${response.status}\n`;
}

function listen(port: number, text: () => Promise<string>): Promise<Server> {
  const server = createServer((request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics') return void response.writeHead(404).end();
    text().then(
      (body) => response.writeHead(200, { 'content-type': Registry.PROMETHEUS_CONTENT_TYPE }).end(body),
      (error: unknown) =>
        response.writeHead(503).end(`# ${error instanceof Error ? error.message : error}\n`),
    );
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()));
    server.closeAllConnections();
  });
}
