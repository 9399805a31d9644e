// What a page loads before it can be used, added up from the built console: script and style of the entry and of the
// page, with all that they name, gzip. DESIGN §11: at most 200 KiB for any page; other pages come when they are opened.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { buildAll } from '../../setup/build.mjs';
import { projectFolder } from '../../setup/program.mjs';

const KIB = 1024;
const folder = join(projectFolder, 'dist/console');
const gzipped = (file: string) => gzipSync(readFileSync(join(folder, file))).length;

const chunk = z.object({
  file: z.string(),
  isEntry: z.boolean().optional(),
  imports: z.array(z.string()).default([]),
  dynamicImports: z.array(z.string()).default([]),
  css: z.array(z.string()).default([]),
});
type Chunks = Record<string, z.infer<typeof chunk>>;

/** What is fetched at once for a chunk: itself, what it imports, and their styles. */
function atOnce(chunks: Chunks, name: string, found = new Set<string>()): Set<string> {
  const { file, imports, css } = chunk.parse(chunks[name]);
  if (found.has(file)) return found;
  found.add(file);
  for (const style of css) found.add(style);
  for (const next of imports) atOnce(chunks, next, found);
  return found;
}

let chunks: Chunks;
let entry: string;
/** Files by page: of the entry alone, and of it with each page that is opened. */
let pages: Map<string, Set<string>>;

describe('the weight of a page', () => {
  beforeAll(async () => {
    await buildAll(() => undefined);
    chunks = z
      .record(z.string(), chunk)
      .parse(JSON.parse(readFileSync(join(folder, 'assets/pages.json'), 'utf8')));
    entry = 'index.html';
    // Whoever brings a session loads the early script besides.
    const base = new Set([...atOnce(chunks, entry), ...atOnce(chunks, 'early.ts')]);
    const opened = Object.values(chunks).flatMap(({ dynamicImports }) => dynamicImports);
    pages = new Map([
      [entry, base],
      ...opened.map((name): [string, Set<string>] => [name, new Set([...base, ...atOnce(chunks, name)])]),
    ]);
  }, 300_000);

  it('is at most 200 KiB, its own script and style with those that all pages share', () => {
    expect(pages.size).toBeGreaterThan(5);
    for (const [page, files] of pages) {
      const sizes = Object.fromEntries(
        [...files, 'index.html', 'gate.svg'].map((file) => [file, gzipped(file)]),
      );
      const total = Object.values(sizes).reduce((sum, size) => sum + size, 0);
      expect(total, `${page} ${JSON.stringify(sizes)}`).toBeLessThanOrEqual(200 * KIB);
    }
  });

  it('calls nothing that only a development build has, whoever builds it', () => {
    const scripts = [...new Set([...pages.values()].flatMap((files) => [...files]))].filter((file) =>
      file.endsWith('.js'),
    );
    expect(scripts.length).toBeGreaterThan(5);
    const text = scripts.map((file) => readFileSync(join(folder, file), 'utf8')).join('\n');
    expect(text).not.toContain('jsxDEV');
  });

  it('leaves no built file out of that sum', () => {
    const loaded = new Set([...pages.values()].flatMap((files) => [...files]));
    const all = readdirSync(join(folder, 'assets')).map((name) => `assets/${name}`);
    // A packed twin is sent in place of its file, never beside it; the list of pages is fetched by no page.
    const left = all.filter(
      (file) => !loaded.has(file.replace(/\.(br|gz)$/, '')) && !/pages\.json/.test(file),
    );
    expect(left).toEqual([]);
  });
});
