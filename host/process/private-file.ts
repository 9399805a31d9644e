// A file for its owner's eyes only: whole under its name, or not there.
import { closeSync, fsyncSync, openSync, renameSync, writeFileSync } from 'node:fs';

/** Written beside its place, onto the disk, and renamed; what stood there is replaced. The folder must be there. */
export function writePrivate(file: string, text: string): void {
  const fresh = `${file}.${process.pid}`;
  const handle = openSync(fresh, 'w', 0o600);
  try {
    writeFileSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(fresh, file);
}
