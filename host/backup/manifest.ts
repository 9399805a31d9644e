// What a backup holds: each file with its size and SHA-256, so that a damaged or incomplete copy is not put back. It guards
// against damage, not against a forger: whether the record is genuine is shown by `sekimori verify --anchors`.
import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readdirSync, readFileSync, readSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { z } from 'zod';
import { BackupFailure } from './backup-failure.ts';

const fileName = 'backup.json';
const chunkBytes = 1024 * 1024;

const pathSchema = z.string().refine((path) => path.split('/').every((name) => name !== '' && name !== '..'));

const manifestSchema = z.object({
  kind: z.literal('sekimori-backup'),
  format: z.literal(1),
  madeAt: z.iso.datetime(),
  /** `running` where the database was at work meanwhile: it ends its own log at the next start. */
  taken: z.enum(['running', 'stopped']),
  /** Paths with `/`, relative to the backup. An empty folder is one that the database needs. */
  folders: z.array(pathSchema),
  /** SHA-256 in hex. */
  files: z.array(z.object({ path: pathSchema, bytes: z.int(), sha256: z.string() })),
});

export type Manifest = z.infer<typeof manifestSchema>;
export type KeptFile = Manifest['files'][number];

export function writeManifest(folder: string, manifest: Manifest): void {
  const handle = openSync(join(folder, fileName), 'wx', 0o600);
  writeFileSync(handle, `${JSON.stringify(manifest, null, 1)}\n`);
  fsyncSync(handle);
  closeSync(handle);
}

/**
 * The backup's manifest, once every file of it has been read again.
 * @throws BackupFailure for a folder that is no backup, or one that lacks a file, has another content or a file more
 */
export function provenManifest(folder: string): Manifest {
  const manifest = readManifest(folder);
  const listed = new Map(manifest.files.map((file) => [file.path, file]));
  const there = new Set(filesBelow(folder).filter((path) => path !== fileName));
  const missing = [...listed.keys()].filter((path) => !there.has(path));
  const changed = [...there].filter((path) => listed.get(path)?.sha256 !== sha256Of(join(folder, path)));
  const files = [...missing, ...changed];
  if (files.length > 0) throw new BackupFailure({ code: 'backup.damaged', folder, files });
  return manifest;
}

function readManifest(folder: string): Manifest {
  try {
    return manifestSchema.parse(JSON.parse(readFileSync(join(folder, fileName), 'utf8')));
  } catch {
    throw new BackupFailure({ code: 'backup.none', folder }); // whatever is wrong with it, it is none of ours
  }
}

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((found) => !found.isDirectory())
    .map((found) =>
      join(found.parentPath, found.name)
        .slice(folder.length + 1)
        .split(sep)
        .join('/'),
    );

export function sha256Of(file: string): string {
  const hash = createHash('sha256');
  eachChunk(file, (chunk) => void hash.update(chunk));
  return hash.digest('hex');
}

/** Copies a file to a place that is new, onto the disk, private; gives what was written. */
export function copyFile(from: string, to: string): { bytes: number; sha256: string } {
  const hash = createHash('sha256');
  let bytes = 0;
  const handle = openSync(to, 'wx', 0o600);
  try {
    eachChunk(from, (chunk) => {
      writeFileSync(handle, chunk);
      hash.update(chunk);
      bytes += chunk.length;
    });
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  return { bytes, sha256: hash.digest('hex') };
}

function eachChunk(file: string, take: (chunk: Buffer) => void): void {
  const handle = openSync(file, 'r');
  const chunk = Buffer.allocUnsafe(chunkBytes);
  try {
    for (;;) {
      const read = readSync(handle, chunk);
      if (read === 0) return;
      take(chunk.subarray(0, read));
    }
  } finally {
    closeSync(handle);
  }
}
