// One supervisor per data folder: a file naming who holds it. A holder that is gone no longer holds.
import { linkSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { writePrivate } from './private-file.ts';
import { hasCode, isAlive, startToken } from './processes.ts';
import { StartFailure } from './start-failure.ts';

const holderSchema = z.object({ pid: z.int(), started: z.string(), address: z.string() });
type Holder = z.infer<typeof holderSchema>;

export interface Lock {
  /** Whether an earlier holder went without releasing it. */
  tookOver: boolean;
  release: () => void;
}

/** @throws StartFailure naming the holder's address when one is alive */
export function takeLock(folder: string, address: string): Lock {
  const file = join(folder, 'sekimori.lock');
  const own: Holder = { pid: process.pid, started: startToken(process.pid), address };
  let tookOver = false;
  while (!create(file, own)) {
    const text = readIfThere(file);
    if (text === null) continue;
    const holder = parseHolder(text);
    if (holder !== null && isHeld(holder)) {
      throw new StartFailure({ code: 'lock.held', folder, pid: holder.pid, address: holder.address });
    }
    setAside(file, text);
    tookOver = true;
  }
  return { tookOver, release: () => rmSync(file, { force: true }) };
}

/** Whole under its name at once: whoever reads it meanwhile never finds one cut short. */
function create(file: string, holder: Holder): boolean {
  const fresh = `${file}.${process.pid}.new`;
  writePrivate(fresh, JSON.stringify(holder));
  try {
    linkSync(fresh, file);
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  } finally {
    rmSync(fresh);
  }
}

function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null;
    throw error;
  }
}

/** Null for a file cut short by a lost machine. */
function parseHolder(text: string): Holder | null {
  try {
    return holderSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

function isHeld(holder: Holder): boolean {
  return holder.pid !== process.pid && isAlive(holder.pid) && startToken(holder.pid) === holder.started;
}

/** Removes the stale file only if it is still the one read: another newcomer may have replaced it meanwhile. */
function setAside(file: string, staleText: string): void {
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return;
    throw error;
  }
  if (readFileSync(aside, 'utf8') === staleText) rmSync(aside);
  else renameSync(aside, file);
}
