// @ts-check
// Says whether a built thing is still what its sources would give: a hash of the sources, kept beside the result.
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { projectFolder } from './program.mjs';

/** @param {string[]} sources files or folders, from the project's folder; absent ones count as absent */
export function fingerprint(sources) {
  const hash = createHash('sha256').update(process.versions.node.split('.')[0] ?? '');
  for (const path of sources.flatMap(filesUnder).sort()) {
    hash.update(`\0${path}\0`).update(readFileSync(join(projectFolder, path)));
  }
  return hash.digest('hex');
}

/** @param {string} path @returns {string[]} */
function filesUnder(path) {
  const full = join(projectFolder, path);
  if (!existsSync(full)) return [];
  if (statSync(full).isFile()) return [path];
  return readdirSync(full, { withFileTypes: true }).flatMap((entry) =>
    entry.name === 'node_modules' || entry.name.startsWith('.') ? [] : filesUnder(join(path, entry.name)),
  );
}

/** Writes a file so that a reader sees the old one or the new one, never half. @param {string} path @param {string | Uint8Array} content */
export function replaceFile(path, content) {
  mkdirSync(dirname(path), { recursive: true });
  const fresh = `${path}.${process.pid}`;
  writeFileSync(fresh, content);
  renameSync(fresh, path);
}
