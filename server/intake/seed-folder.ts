// A seed's folder on disk as its files' text. Knows nothing of what they say.
import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { readUtf8 } from '../../machines/values/utf8.ts';
import { undecodedText } from '../../texts/values.ts';
import type { SeedFile } from './read-seed.ts';

/** The YAML files of a folder and of its subfolders, in the order of their names. */
export async function readSeedFolder(folder: string): Promise<SeedFile[]> {
  const names = (await readdir(folder, { recursive: true }))
    .filter((name) => /\.ya?ml$/.test(name))
    .map((name) => name.split(sep).join('/'))
    .sort();
  return Promise.all(
    names.map(async (path) => ({ path, text: textOf(path, await readFile(join(folder, path))) })),
  );
}

/** @throws where the file is no UTF-8, in both languages */
function textOf(path: string, bytes: Uint8Array): string {
  const found = readUtf8(bytes);
  if (found.status === 'read') return found.text;
  const { ja, en } = undecodedText(path, found);
  throw new Error(`${ja} ${en}`);
}
