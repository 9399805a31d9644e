// What a page loads before it can be used, added up from the built console: script and style of the entry and all that
// it names, gzip. DESIGN §11: at most 200 KiB for any page, and no page loads more later.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildAll } from '../../setup/build.mjs';
import { projectFolder } from '../../setup/program.mjs';

const KIB = 1024;
const folder = join(projectFolder, 'dist/console');
const gzipped = (file: string) => gzipSync(readFileSync(join(folder, file))).length;

/** The files that an asset names: whatever way it loads them, at once or later. */
function named(file: string): string[] {
  const text = readFileSync(join(folder, file), 'utf8');
  return readdirSync(join(folder, 'assets'))
    .map((name) => `assets/${name}`)
    .filter((asset) => asset !== file && text.includes(asset.replace('assets/', '')));
}

function loadedFrom(file: string, found = new Set<string>([file])): Set<string> {
  for (const next of named(file)) {
    if (found.has(next)) continue;
    found.add(next);
    loadedFrom(next, found);
  }
  return found;
}

describe('the weight of a page', () => {
  beforeAll(async () => {
    await buildAll(() => undefined);
  }, 300_000);

  it('is at most 200 KiB, whatever of it is loaded at once or later', () => {
    const files = [...loadedFrom('index.html')].filter((file) => /\.(js|css|html|svg)$/.test(file));
    expect(files.some((file) => file.endsWith('.js'))).toBe(true);
    expect(files.some((file) => file.endsWith('.css'))).toBe(true);
    const sizes = Object.fromEntries(files.map((file) => [file, gzipped(file)]));
    const total = Object.values(sizes).reduce((sum, size) => sum + size, 0);
    expect(total, JSON.stringify(sizes)).toBeLessThanOrEqual(200 * KIB);
  });

  it('calls nothing that only a development build has, whoever builds it', () => {
    const scripts = [...loadedFrom('index.html')].filter((file) => file.endsWith('.js'));
    const text = scripts.map((file) => readFileSync(join(folder, file), 'utf8')).join('\n');
    expect(text).not.toContain('jsxDEV');
  });

  it('leaves no built file out of that sum', () => {
    const loaded = loadedFrom('index.html');
    const all = readdirSync(join(folder, 'assets')).map((name) => `assets/${name}`);
    // A packed twin is sent in place of its file, never beside it.
    const left = all.filter((file) => !loaded.has(file.replace(/\.(br|gz)$/, '')));
    expect(left).toEqual([]);
  });
});
