// A process of a group of its own outlives the one that started it, and a killed one can end nothing: a guard beside it does.
import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const guard = fileURLToPath(new URL('./guard-process.mjs', import.meta.url));

/** However this process ends, `child` is told to end, at the latest by force. */
export function endWithUs(child: ChildProcess): void {
  if (child.pid === undefined) return;
  const beside = fork(guard, [String(child.pid)], {
    detached: true,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    execArgv: [],
  });
  beside.unref();
  beside.channel?.unref();
  child.once('exit', () => beside.kill('SIGKILL'));
}
