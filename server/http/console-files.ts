// The built console: hashed assets kept for ever, the page itself asked for anew each time, and the page again for every address that is
// the console's own. Nothing from elsewhere. All of it is read as the server starts: a build under a running server takes nothing from
// the windows that are open, and no page meets a server of another build.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { Hono } from 'hono';
import { serveStatic } from 'hono/serve-static';
import * as z from 'zod';
import type { ChangeHub } from '../changes/hub.ts';
import { ProblemError } from './problem/problem.ts';
import type { RequestEnv } from './request.ts';

interface Served {
  consoleFolder: string | null;
  changes: Pick<ChangeHub, 'mark'>;
}

export function consoleFiles(app: Hono<RequestEnv>, { consoleFolder: folder, changes }: Served): void {
  if (folder === null || !existsSync(join(folder, 'index.html'))) return;
  const page = readFileSync(join(folder, 'index.html'), 'utf8');
  const early = earlyScripts(folder);
  const held = filesIn(folder);
  const files = serveStatic<RequestEnv>({
    root: '',
    precompressed: true,
    getContent: async (path) => held.get(path.replace(/^\//, '')) ?? null,
  });
  // The page itself is answered below; only what has a name is looked for.
  app.get('/*', async (c, next) => {
    if (!isFile(c.req.path)) return next();
    const found = await files(c, next);
    if (found instanceof Response) found.headers.set('Cache-Control', keeping(c.req.path));
    return found;
  });
  app.get('/*', (c) => {
    const wantsPage = c.req.header('Accept')?.includes('text/html') ?? false;
    if (!wantsPage || isFile(c.req.path) || /^\/api\//.test(c.req.path)) throw new ProblemError('notFound');
    // Whoever brings no session is asked to sign in first: nothing is asked for on their behalf.
    const isEarly = SESSION.test(c.req.header('Cookie') ?? '');
    // What the page will read is newer than this: from here on it hears what moved.
    const heard = `<meta name="heard" content="${changes.mark()}" />`;
    const written = page.replace('<script', () => `${heard}${isEarly ? early : ''}<script`);
    return c.html(written, 200, { 'Cache-Control': 'no-cache' });
  });
}

/** What each file holds, by its path below the folder: a few megabytes. */
function filesIn(folder: string): Map<string, Uint8Array<ArrayBuffer>> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const files = names.filter((name) => statSync(join(folder, name)).isFile());
  return new Map(
    files.map((name) => [name.replaceAll(sep, '/'), new Uint8Array(readFileSync(join(folder, name)))]),
  );
}

/** Whether it is a good one is asked by what the page asks. */
const SESSION = /(?:^|; )sekimori\.session_token=/;

/** The console's own addresses have no dot in their last part. */
const isFile = (path: string): boolean => /\.\w+$/.test(path);

/** Vite puts a digest into the name of every asset. */
const keeping = (path: string): string =>
  path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';

const builtFiles = z.record(
  z.string(),
  z.object({ file: z.string(), imports: z.array(z.string()).default([]) }),
);

/** The script that asks for what an address shows before the console is there, with what it is made of; '' where none was built. */
function earlyScripts(folder: string): string {
  const list = join(folder, 'assets/pages.json');
  if (!existsSync(list)) return '';
  const built = builtFiles.parse(JSON.parse(readFileSync(list, 'utf8')));
  const early = built['early.ts'];
  if (!early) return '';
  const beside = early.imports.flatMap((name) => built[name]?.file ?? []);
  return [
    `<script type="module" crossorigin src="/${early.file}"></script>`,
    ...beside.map((file) => `<link rel="modulepreload" crossorigin href="/${file}" />`),
  ].join('');
}
