// A seed's folder on disk as its files' text. Knows nothing of what they say.
import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { SeedFile } from './read-seed.ts';

/** The YAML files of a folder and of its subfolders, in the order of their names. */
export async function readSeedFolder(folder: string): Promise<SeedFile[]> {
  const names = (await readdir(folder, { recursive: true }))
    .filter((name) => /\.ya?ml$/.test(name))
    .map((name) => name.split(sep).join('/'))
    .sort();
  return Promise.all(names.map(async (path) => ({ path, text: await readFile(join(folder, path), 'utf8') })));
}
