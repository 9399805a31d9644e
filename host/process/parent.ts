// A child process ends with its parent: when the supervisor says stop, or is gone. Knows nothing of what the child does.

const stopLimitMs = 15_000;

/**
 * Stops this process in good order when its parent asks for it or disappears, or on a signal where it has no parent.
 * Call once, early. `stop` is called once; the process then exits with 0, or with 1 if `stop` failed or took too long.
 */
export function exitWithParent(stop: () => Promise<void>): void {
  let stopping = false;
  const end = (why: string) => {
    if (stopping) return;
    stopping = true;
    const limit = setTimeout(() => process.exit(1), stopLimitMs);
    limit.unref();
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(`stopping (${why}) failed`, error);
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', () => end('SIGTERM'));
  if (process.send === undefined) {
    process.on('SIGINT', () => end('SIGINT'));
    return;
  }
  process.on('SIGINT', () => undefined); // a terminal's Ctrl-C reaches every process; the parent decides the order
  process.on('disconnect', () => end('parent gone'));
  process.on('message', (message) => {
    if (isStop(message)) end('asked');
  });
  if (!process.connected) end('parent gone');
}

export const stopMessage = { kind: 'stop' } as const;

function isStop(message: unknown): boolean {
  return typeof message === 'object' && message !== null && 'kind' in message && message.kind === 'stop';
}
