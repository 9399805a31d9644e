// Keeps the logs of running processes short: what grew too long is copied aside and cut. The writers append by their
// own descriptors, so they go on at the new end. Knows nothing of what is written.
import {
  closeSync,
  existsSync,
  fstatSync,
  ftruncateSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { hasCode } from '../process/processes.ts';

const limitBytes = 20 * 1024 * 1024;
const lookEveryMs = 10_000;
/** NAME.log.1 is the newest. */
const kept = 3;

/** Looks at log/ now and every ten seconds; gives what ends it. */
export function keepLogsShort(dataFolder: string, limit = limitBytes, everyMs = lookEveryMs): () => void {
  const folder = join(dataFolder, 'log');
  const look = () => {
    for (const name of readdirSync(folder)) if (name.endsWith('.log')) cutIfLong(join(folder, name), limit);
  };
  look();
  const timer = setInterval(look, everyMs);
  timer.unref();
  return () => clearInterval(timer);
}

function cutIfLong(file: string, limit: number): void {
  const log = openSync(file, 'r+');
  try {
    if (fstatSync(log).size <= limit) return;
    for (let index = kept; index > 1; index -= 1) {
      if (existsSync(`${file}.${index - 1}`)) renameSync(`${file}.${index - 1}`, `${file}.${index}`);
    }
    copyWhole(log, `${file}.1`);
    ftruncateSync(log, 0);
  } catch (error) {
    // A full disk is no reason to end; the log goes on growing and is looked at again.
    if (!hasCode(error, 'ENOSPC')) throw error;
  } finally {
    closeSync(log);
  }
}

/** To its end, and what was written meanwhile too. */
function copyWhole(log: number, aside: string): void {
  const copy = openSync(aside, 'w', 0o600);
  const block = Buffer.alloc(256 * 1024);
  try {
    for (let at = 0, read = -1; read !== 0; at += read) {
      read = readSync(log, block, 0, block.length, at);
      writeSync(copy, block, 0, read);
    }
  } finally {
    closeSync(copy);
  }
}
