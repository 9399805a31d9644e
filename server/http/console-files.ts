// The built console from its folder: hashed assets kept for ever, the page itself asked for anew each time, and the
// page again for every address that is the console's own. Nothing from elsewhere.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import type { Hono } from 'hono';
import { ProblemError } from './problem/problem.ts';
import type { RequestEnv } from './request.ts';

export function consoleFiles(app: Hono<RequestEnv>, folder: string | null): void {
  if (folder === null || !existsSync(join(folder, 'index.html'))) return;
  const page = readFileSync(join(folder, 'index.html'), 'utf8');
  const files = serveStatic<RequestEnv>({ root: folder, precompressed: true });
  // The page itself is answered below, from memory; only what has a name is looked for in the folder.
  app.get('/*', async (c, next) => {
    if (!isFile(c.req.path)) return next();
    const found = await files(c, next);
    if (found instanceof Response) found.headers.set('Cache-Control', keeping(c.req.path));
    return found;
  });
  app.get('/*', (c) => {
    const wantsPage = c.req.header('Accept')?.includes('text/html') ?? false;
    if (!wantsPage || isFile(c.req.path) || /^\/api\//.test(c.req.path)) throw new ProblemError('notFound');
    return c.html(page, 200, { 'Cache-Control': 'no-cache' });
  });
}

/** The console's own addresses have no dot in their last part. */
const isFile = (path: string): boolean => /\.\w+$/.test(path);

/** Vite puts a digest into the name of every asset. */
const keeping = (path: string): string =>
  path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
