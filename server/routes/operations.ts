// What operators and machines ask outside the API: alive, ready. Open, and says nothing of anybody. Measures are served
// at a loopback address of their own, and here to whoever has their token.
import { timingSafeEqual } from 'node:crypto';
import type { Hono } from 'hono';
import { digestOf } from '../accounts/access-tokens.ts';
import type { Metrics } from '../http/metrics/metrics.ts';
import { ProblemError } from '../http/problem/problem.ts';
import type { RequestEnv } from '../http/request.ts';
import type { ServerParts } from '../parts.ts';

type Parts = Pick<ServerParts, 'health' | 'metricsToken'>;

export function operationRoutes(
  app: Hono<RequestEnv>,
  { health, metricsToken }: Parts,
  metrics: Metrics,
): void {
  app.get('/healthz', (c) => c.json({ status: 'up' }, 200, { 'Cache-Control': 'no-store' }));
  app.get('/readyz', async (c) => {
    const report = await health.readiness.report();
    return c.json(report, report.ready ? 200 : 503, { 'Cache-Control': 'no-store' });
  });
  app.get('/metrics', async (c) => {
    if (metricsToken === null) throw new ProblemError('notFound');
    if (!isSame(c.req.header('Authorization'), `Bearer ${metricsToken}`))
      throw new ProblemError('notSignedIn');
    return c.body(await metrics.text(), 200, {
      'Content-Type': metrics.contentType,
      'Cache-Control': 'no-store',
    });
  });
}

const isSame = (given: string | undefined, wanted: string): boolean =>
  given !== undefined && timingSafeEqual(Buffer.from(digestOf(given)), Buffer.from(digestOf(wanted)));
