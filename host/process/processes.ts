// What the operating system knows of another process: alive, its command line, when it started. Stops one by its id.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** How long a server we start may take to be ready; one that ends meanwhile is seen at once. */
export const startLimitMs = 300_000;

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return hasCode(error, 'EPERM');
  }
  return !isZombie(pid);
}

/** A process whose parent has not yet taken note of its end counts as gone. */
function isZombie(pid: number): boolean {
  const state = procStat(pid)?.[0];
  return state === 'Z' || state === 'X';
}

/** The fields of /proc/PID/stat from the state on; null where there is no such process or no /proc. */
function procStat(pid: number): string[] | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return null; // absence is the answer
  }
}

/** The command line, arguments joined by spaces; empty when it cannot be told. */
export function commandLine(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
  } catch {
    return fromPs(pid, 'command=');
  }
}

/** A token that differs between two processes that had the same id at different times; empty when it cannot be told. */
export function startToken(pid: number): string {
  return procStat(pid)?.[19] ?? fromPs(pid, 'lstart=');
}

/** The id of a process's parent, or null. */
export function parentOf(pid: number): number | null {
  const parent = Number(procStat(pid)?.[1] ?? fromPs(pid, 'ppid='));
  return Number.isInteger(parent) && parent > 0 ? parent : null;
}

function fromPs(pid: number, column: string): string {
  if (process.platform === 'linux') return '';
  try {
    return execFileSync('ps', ['-o', column, '-p', String(pid)], { encoding: 'utf8' }).trim();
  } catch {
    return ''; // no such process
  }
}

/** Whether the process ended within the time. */
export async function waitForEnd(pid: number, limitMs: number): Promise<boolean> {
  const until = Date.now() + limitMs;
  while (isAlive(pid)) {
    if (Date.now() > until) return false;
    await sleep(25);
  }
  return true;
}

/** Sends one signal after another until the process is gone; a process already gone is fine. */
export async function endProcess(
  pid: number,
  signals: readonly (readonly [NodeJS.Signals, number])[],
): Promise<void> {
  for (const [signal, limitMs] of signals) {
    signalProcess(pid, signal);
    if (await waitForEnd(pid, limitMs)) return;
  }
}

function signalProcess(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (!hasCode(error, 'ESRCH')) throw error;
  }
}

export function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
