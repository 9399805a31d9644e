// Finds the package's own folder from wherever this code runs: its source, or a bundle in dist/.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export function packageFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!isOurs(join(folder, 'package.json'))) {
    const parent = dirname(folder);
    if (parent === folder)
      throw new Error(`no package.json of sekimori above ${fileURLToPath(import.meta.url)}`);
    folder = parent;
  }
  return folder;
}

function isOurs(file: string): boolean {
  if (!existsSync(file)) return false;
  // Only the name is read; anything else in the file does not matter here.
  return (JSON.parse(readFileSync(file, 'utf8')) as { name?: unknown }).name === 'sekimori';
}
