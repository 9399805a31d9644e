// Notices that the npm which started us is gone without a word (SIGKILL): nobody is left to stop us, so we stop.
import { commandLine, parentOf } from './processes.ts';

const lookEveryMs = 1_000;

/** Calls `onGone` once when npm, our parent directly or behind a shell, is gone. Does nothing where npm did not start us. */
export function watchNpm(env: NodeJS.ProcessEnv, onGone: () => void): void {
  if (env.npm_lifecycle_event === undefined || process.ppid <= 1) return;
  const parent = process.ppid;
  const isShell = /^\S*\b(sh|bash|dash|ash|zsh)\s/.test(commandLine(parent));
  const grandparent = isShell ? parentOf(parent) : null;
  const look = setInterval(() => {
    if (process.ppid === parent && (grandparent === null || parentOf(parent) === grandparent)) return;
    clearInterval(look);
    onGone();
  }, lookEveryMs);
  look.unref();
}
