// The API's own page for people: the document as plain HTML, made here, without scripts and without anything from
// elsewhere.
import type { Hono } from 'hono';
import { html } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import { documentOf } from '../http/document/document.ts';
import { type Api, statedRoutes } from '../http/guarded-route.ts';
import type { RequestEnv } from '../http/request.ts';

type Html = HtmlEscapedString | Promise<HtmlEscapedString>;
type Document = ReturnType<typeof documentOf>;

const STYLE = `
body { font-family: "Noto Sans JP", "Hiragino Sans", "Yu Gothic UI", sans-serif; margin: 2rem auto; max-width: 60rem; padding: 0 1rem; color: #1a1a1c; line-height: 1.7; }
h2 { border-bottom: 1px solid #767676; margin-top: 2.5rem; }
code, pre { font-family: "Noto Sans Mono CJK JP", ui-monospace, monospace; }
article { margin: 1rem 0 1.5rem; }
article h3 { margin: 0; font-size: 1rem; }
pre { background: #f2f2f2; padding: 0.75rem; overflow-x: auto; line-height: 1.4; }
.need { color: #595959; }
`;

export function pageRoutes(app: Hono<RequestEnv>, api: Api): void {
  app.get('/docs', (c) => c.html(page(documentOf(api), api), 200, { 'Cache-Control': 'no-cache' }));
  app.get('/docs/style.css', (c) =>
    c.body(STYLE, 200, { 'Content-Type': 'text/css; charset=UTF-8', 'Cache-Control': 'no-cache' }),
  );
}

function page(document: Document, api: Api): Html {
  const { info, components } = document;
  return html`<!doctype html>
    <html lang="ja">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>API — ${info.title}</title>
        <link rel="stylesheet" href="/docs/style.css" />
      </head>
      <body>
        <h1>${info.title} API</h1>
        <p>${info.description}</p>
        <p><a href="/api/v1/openapi.json">OpenAPI 3.1</a></p>
        <h2>経路 / Routes</h2>
        ${statedRoutes(api).map((route) => operation(document, route))}
        <h2>形 / Schemas</h2>
        ${Object.entries(components?.schemas ?? {}).map(([name, schema]) => shape(name, schema))}
      </body>
    </html>`;
}

function operation(document: Document, route: ReturnType<typeof statedRoutes>[number]): Html {
  const path = route.path.replaceAll(/:(\w+)/g, '{$1}');
  const item = document.paths?.[path] as Record<string, { summary?: string }> | undefined;
  const { summary = '' } = item?.[route.method.toLowerCase()] ?? {};
  return html`<article>
    <h3><code>${route.method} /api/v1${path}</code></h3>
    <div>${summary}</div>
    <div class="need">${route.need ?? ''}${route.logged ? ' ・ 閲覧記録あり / logged' : ''}</div>
  </article>`;
}

const shape = (name: string, schema: unknown): Html => html`<article id="schema-${name}">
  <h3><code>${name}</code></h3>
  <pre>${JSON.stringify(schema, null, 2)}</pre>
</article>`;
