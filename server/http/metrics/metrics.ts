// What the server measures of itself, as Prometheus text. Labels are route patterns and outcomes, never people.
import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';

export interface Metrics {
  answered: (method: string, route: string, status: number, seconds: number) => void;
  text: () => Promise<string>;
  contentType: string;
  /** For what others measure. */
  registry: Registry;
}

export function createMetrics(): Metrics {
  const register = new Registry();
  collectDefaultMetrics({ register });
  const duration = new Histogram({
    name: 'sekimori_http_request_duration_seconds',
    help: 'How long requests took, by route.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10, 60],
    registers: [register],
  });
  const problems = new Counter({
    name: 'sekimori_http_problems_total',
    help: 'Answers that were a refusal or a failure, by status.',
    labelNames: ['status'],
    registers: [register],
  });
  return {
    answered: (method, route, status, seconds) => {
      duration.observe({ method, route, status }, seconds);
      if (status >= 400) problems.inc({ status });
    },
    text: () => register.metrics(),
    contentType: register.contentType,
    registry: register,
  };
}
