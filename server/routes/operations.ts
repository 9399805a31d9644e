// What operators and machines ask outside the API: alive, ready, measures. Open, and says nothing of anybody.
import type { Hono } from 'hono';
import type { Readiness } from '../health/readiness.ts';
import type { Metrics } from '../http/metrics.ts';
import type { RequestEnv } from '../http/request.ts';

export function operationRoutes(app: Hono<RequestEnv>, readiness: Readiness, metrics: Metrics): void {
  app.get('/healthz', (c) => c.json({ status: 'up' }, 200, { 'Cache-Control': 'no-store' }));
  app.get('/readyz', async (c) => {
    const report = await readiness.report();
    return c.json(report, report.ready ? 200 : 503, { 'Cache-Control': 'no-store' });
  });
  app.get('/metrics', async (c) =>
    c.body(await metrics.text(), 200, { 'Content-Type': metrics.contentType, 'Cache-Control': 'no-store' }),
  );
}
